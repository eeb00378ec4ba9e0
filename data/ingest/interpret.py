"""What a file means: recognises it by its content and reads it into rows of the public tables."""

from data.ingest import workbook
from data.ingest.grid import Book
from data.ingest.heard import Heard
from data.ingest.profile import profiles
from data.ingest.register.read import read_register
from data.ingest.staged import Known, Reading


def interpret(book: Book, known: Known) -> Reading:
    """The file, understood. Findings of reading come first, then those of interpreting.

    A file that nothing recognises yields its tables as they were seen and one finding that refuses.
    """
    heard = Heard()
    for finding in book.findings:
        heard.add(finding)
    if workbook.recognises(book):
        return workbook.read_workbook(book, known, heard)
    found = read_register(book, profiles()["benefits_register"], known, heard)
    if found is not None:
        return found
    return workbook.read_workbook(book, known, heard)
