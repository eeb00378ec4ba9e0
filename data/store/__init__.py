"""The store: immutable version files, a ledger that says which is current, a reader for questions."""

from data.store.history import LoadedFile, Version, current, known_on, restore, version, versions
from data.store.reading import previewed, reader
from data.store.sweeping import sweep

__all__ = [
    "LoadedFile",
    "Version",
    "current",
    "known_on",
    "previewed",
    "reader",
    "restore",
    "sweep",
    "version",
    "versions",
]
