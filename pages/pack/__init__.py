"""The board pack: everything a board needs of one view, as slides, workbook, PDF and pictures."""
