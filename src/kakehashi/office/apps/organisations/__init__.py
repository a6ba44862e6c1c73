"""Organisations under all their names, and what the office does with each."""
