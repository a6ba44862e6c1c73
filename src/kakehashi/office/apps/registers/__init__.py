"""Public registers, their versions, and the imports that bring them in."""
