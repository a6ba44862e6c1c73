"""The apps of the office; each may look only at those before it: accounts, registers, organisations, places, targeting, desk."""
