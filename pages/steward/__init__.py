"""Pages of those who bring the data: upload it, look at its versions, go back."""
