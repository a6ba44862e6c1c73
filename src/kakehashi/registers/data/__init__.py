"""Tables that the readers look things up in."""
