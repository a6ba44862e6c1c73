"""What a place is good at and what its industry chains lack: evidence, quotients, chains, gaps, and where an address is."""
