"""What the pages about targets ask for."""
