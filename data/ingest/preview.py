"""What goes into the journey, what is told on the way, and what waits at its end."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from data.store import Version, history

SHARES = {
    "received": 0.02,
    "kept": 0.05,
    "gated": 0.15,
    "read": 0.40,
    "checked": 0.60,
    "built": 0.90,
    "verified": 0.97,
    "previewed": 1.0,
    "current": 1.0,
    "announced": 1.0,
}


@dataclass(frozen=True)
class Upload:
    """One file as it came."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Said:
    """What the sender says beside the files.

    mapping        how every file is read: a mapping, or "proposed" to accept what would be proposed
    mappings       how single files are read, by their position
    project_id     the project of rows that name none
    program        {name, currency} of the program said at upload, where it is a new one, with what else is
                   said of it: sponsor, program_manager, portfolio, start, end, fiscal_year_start_month
    year_one       the first day of Year 1, for business cases that number their years
    """

    mapping: Mapping[str, Any] | str | None = None
    mappings: Mapping[int, Mapping[str, Any] | str] = field(default_factory=dict)
    project_id: str | None = None
    program: Mapping[str, str] | None = None
    year_one: date | None = None

    @property
    def changes_meaning(self) -> bool:
        """Whether the same bytes may say something else than when they were loaded."""
        return bool(self.mapping or self.mappings or self.project_id or self.program or self.year_one)


@dataclass(frozen=True)
class Step:
    """A step that has been done; `share` of the whole way from bytes to preview, 0 to 1."""

    name: str
    detail: str
    share: float


NOTHING_SAID = Said()
OnStep = Callable[[Step], None]


def silent(_: Step) -> None:
    """Nobody watches."""


@dataclass(frozen=True)
class Preview:
    """A load that waits for its click, or the reason why there is none.

    report   {"files": [one report per file, as `--json` prints it]}
    refused  findings in the report refuse the load; it has ended
    already  the version that holds the same files; the load has ended
    change   what differs from the current version, see data.store.build.change; {} when ended
    links    projects and benefits that may be known under another ID, see data.ingest.linking
    """

    load_id: str
    report: dict[str, Any]
    refused: bool = False
    already: Version | None = None
    proposed_as_of: date | None = None
    change: dict[str, Any] = field(default_factory=dict)
    links: list[dict[str, Any]] = field(default_factory=list)

    def as_plain(self) -> dict[str, Any]:
        """The preview as plain values, to be kept in a session."""
        return {
            **vars(self),
            "already": self.already.number if self.already else None,
            "proposed_as_of": self.proposed_as_of.isoformat() if self.proposed_as_of else None,
        }

    @classmethod
    def from_plain(cls, told: Mapping[str, Any]) -> "Preview":
        """What `as_plain` told. Raises UnknownVersion."""
        number, day = told["already"], told["proposed_as_of"]
        return cls(
            **{
                **told,
                "already": history.version(number) if number else None,
                "proposed_as_of": date.fromisoformat(day) if day else None,
            }
        )


def tell(on_step: OnStep, name: str, detail: str) -> None:
    on_step(Step(name, detail, SHARES[name]))
