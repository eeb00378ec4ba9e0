"""From the bytes of a file to its cells: what kind of file it is, the gate, one reader for each kind."""
