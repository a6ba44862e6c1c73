"""The place, its evidence, its industry chains and their gaps."""
