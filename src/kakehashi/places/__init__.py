"""What a place is good at and what its chains lack: evidence, quotients, chains, gaps, a gazetteer."""
