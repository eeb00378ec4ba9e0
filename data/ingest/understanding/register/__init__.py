"""A benefits register: rows of benefits with totals or periods beside them, read into the public tables."""
