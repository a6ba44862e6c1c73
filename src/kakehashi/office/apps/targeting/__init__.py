"""Target lists: which company to approach, and why."""
