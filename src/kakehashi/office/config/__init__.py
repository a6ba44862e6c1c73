"""Settings, addresses and entry points of the office."""
