"""What is said about IDs that stand for others, and names that resemble."""

from dataclasses import dataclass

from data.ingest.findings.base import Finding, Severity


@dataclass(frozen=True)
class AliasRead(Finding):
    """An ID was read as another one, because somebody confirmed that they are the same."""

    code = "alias-read"
    severity = Severity.NOTES
    remedy = "Nothing needs to be done; take it back on the Mappings page if they are not."

    kind: str
    alias: str
    id: str

    def what(self) -> str:
        return f"The {self.kind} {self.alias!r} is read as {self.id!r}, as was confirmed."


@dataclass(frozen=True)
class LinkProposed(Finding):
    """A project or benefit with an unknown ID has nearly the name of one that is known."""

    code = "link-proposed"
    severity = Severity.NOTES
    remedy = (
        "Say on the upload page, or with `python -m data links`, whether they are the same; until then both "
        "are kept."
    )

    kind: str
    alias: str
    alias_name: str
    id: str
    name: str

    def what(self) -> str:
        return f"The {self.kind} {self.alias_name!r} ({self.alias}) may be {self.name!r} ({self.id})."
