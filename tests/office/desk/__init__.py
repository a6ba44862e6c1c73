"""The pages that look across the office."""
