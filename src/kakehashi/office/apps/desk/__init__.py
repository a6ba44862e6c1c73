"""Pages that look across: the desk, the search, the journal."""
