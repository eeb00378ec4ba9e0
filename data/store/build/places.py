"""Where in a file of this load a stored row stands."""

from data.ingest.findings.base import Place
from data.store.build.entries import FileReading


class Places:
    """Answers the place of rows; knows which columns each field was read from."""

    def __init__(self, files: dict[int, FileReading]) -> None:
        self._letters = {
            (file_id, read.table, read.sheet): read.letters
            for file_id, file in files.items()
            for read in file.reading.tables
        }
        self._new = frozenset(files)

    def is_new(self, file_id: int) -> bool:
        return file_id in self._new

    def of(self, file_id: int, table: str, sheet: str, row: int, field: str = "") -> Place:
        """The cell of `field` in that row; the row alone where the column is not known."""
        letters = self._letters.get((file_id, table, sheet), {}).get(field, "")
        return Place(sheet, f"{letters}{row}")
