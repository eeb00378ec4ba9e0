"""The lists that project tools export, one item a row, read by profiles into the public tables."""
