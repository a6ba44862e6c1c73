"""Template tags of the targeting app."""
