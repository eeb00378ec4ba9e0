"""What leaves the dashboard: tables and exhibits in, bytes out. Nothing here reads, asks or computes."""
