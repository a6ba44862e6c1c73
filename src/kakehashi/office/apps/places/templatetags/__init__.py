"""Template tags of the places app."""
