"""A mapping: what each column of a layout means, as somebody decided it, kept and used again."""
