"""Returns: what one project answers in a form or in a column of a master, read into the public tables."""
