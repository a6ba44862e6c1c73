"""The pages and verbs of the organisations app."""
