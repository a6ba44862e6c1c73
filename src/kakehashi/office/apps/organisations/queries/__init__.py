"""What the pages of the organisations app read."""
