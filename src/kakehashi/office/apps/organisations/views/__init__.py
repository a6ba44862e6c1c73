"""The pages of the organisations app."""
