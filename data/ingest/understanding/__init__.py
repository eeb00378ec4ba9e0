"""From cells to rows of the public tables: which export it is, where its tables are, what columns mean."""
