"""The journey of a workbook: received, kept, gated, read, checked, built, verified, previewed, current."""
