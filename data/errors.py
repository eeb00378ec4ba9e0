"""
Our exceptions:

* RealizedError
  x StoreError
    - NoData
    - UnknownVersion
    - NothingKnown
    - VersionUnreadable
    - SchemaTooNew
    - StoreBusy
    - MovedOn
    - DiskLow
    - DemoNotLoaded (data.demo)
    - TookTooLong
  x QuestionError
    - UnknownParameter
  x MappingUnusable
  x NotAllowed
  x SettingError

What is wrong with somebody's workbook is not an exception but a finding:
see `data.ingest.findings`. Every text ends with the next step.
"""

from datetime import date


class RealizedError(Exception):
    """Base of everything we raise on purpose; `str()` of it may be shown to anybody."""


class StoreError(RealizedError):
    """The store cannot be opened or written."""


class NoData(StoreError):
    """Nothing has been loaded yet."""

    def __init__(self) -> None:
        super().__init__("Nothing has been loaded yet. Upload a workbook, or run `make demo` for an example.")


class UnknownVersion(StoreError):
    """A data version that this store never had."""

    def __init__(self, asked: int) -> None:
        self.asked = asked
        super().__init__(
            f"There is no data version {asked}. `python -m data versions` lists those there are."
        )


class NothingKnown(StoreError):
    """Nothing had been loaded on the day that is asked about."""

    def __init__(self, day: date) -> None:
        super().__init__(
            f"Nothing had been loaded by {day.isoformat()}. `python -m data versions` says when each version "
            "was loaded."
        )


class VersionUnreadable(StoreError):
    """A version file is missing or damaged."""

    def __init__(self, number: int, reason: str) -> None:
        self.number, self.reason = number, reason
        super().__init__(
            f"Data version {number} cannot be opened ({reason}). Restore its file from a backup, "
            f"or make an earlier version current with `python -m data restore`."
        )


class SchemaTooNew(StoreError):
    """A newer version of this program has already written the store."""

    def __init__(self, found: int, known: int) -> None:
        self.found, self.known = found, known
        super().__init__(
            f"The store is at schema {found}, this program knows schema {known}. "
            "Start the newer program, or restore the backup made before the upgrade."
        )


class NotRebuilt(StoreError):
    """A version that an older program made cannot be made again as it was."""

    def __init__(self, number: int, why: str) -> None:
        self.number, self.why = number, why
        super().__init__(
            f"Version {number} was built by an older program and could not be built again: {why}. "
            "Nothing was changed. Make another version current with `python -m data restore`, "
            "or load its files again."
        )


class StoreBusy(StoreError):
    """Somebody else's load is running."""

    def __init__(self) -> None:
        super().__init__("Another load is running. Wait until it has finished, then try again.")


class MovedOn(StoreError):
    """Another load became current between the preview and the click."""

    def __init__(self, by: str, at: str, number: int) -> None:
        self.by, self.at, self.number = by, at, number
        super().__init__(
            f"{by} loaded version {number} at {at}. Nothing of yours was changed: "
            "preview your file again to see the difference against it."
        )


class DiskLow(StoreError):
    """Less room than a load may need."""

    def __init__(self, free: int, needed: int) -> None:
        self.free, self.needed = free, needed
        super().__init__(
            f"{free // 2**20} MB are free where the data is kept and this load may need "
            f"{needed // 2**20} MB. Free some space, then try again."
        )


class TookTooLong(StoreError):
    """A question ran longer than any page may wait."""

    def __init__(self, seconds: int) -> None:
        super().__init__(
            f"This took longer than {seconds} seconds and was stopped. Narrow the filters, then try again."
        )


class QuestionError(RealizedError):
    """A question answers with other columns than it promises."""


class UnknownParameter(RealizedError):
    """A question was asked about a program, project, date or case that is not in the data."""

    def __init__(self, what: str, value: str, known: str) -> None:
        self.what, self.value = what, value
        super().__init__(f"There is no {what} {value!r} in this data version. {known}")


class MappingUnusable(RealizedError):
    """A mapping does not say what a mapping says, or there is none of that name."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The mapping cannot be used: {why}. `python -m data mappings` lists those that are kept; "
            "docs/commands.md says how one is made."
        )


class NotAllowed(RealizedError):
    """The viewer's role does not reach."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Your role does not allow you to {what}. Ask an administrator.")


class SettingError(RealizedError):
    """A setting has a value that cannot be used."""

    def __init__(self, name: str, value: str, expected: str) -> None:
        super().__init__(f"{name}={value!r} cannot be used: {expected}.")
