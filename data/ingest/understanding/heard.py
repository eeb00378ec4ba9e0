"""Collects findings: the first twenty of a kind one by one, then how many more there were."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from data.ingest.findings.base import Finding, Place, Severity
from data.ingest.findings.values import MoreLeftOut, MoreNoted

LISTED = 20


@dataclass(frozen=True)
class Answers:
    """What somebody said about a file that its cells leave open; '' and None where nobody did."""

    day_first: bool | None = None
    decimal_mark: str = ""
    percent: str = ""  # "percent" or "share"


NOBODY_ASKED = Answers()


class Heard:
    """The findings about one file, and the answers of whoever sent it. Kinds are counted per code and
    sheet; none is lost from the count.

    Findings that refuse the file are always listed.
    """

    def __init__(self, answers: Answers = NOBODY_ASKED) -> None:
        self.answers = answers
        self._listed: list[Finding] = []
        self._count: Counter[tuple[type[Finding], str]] = Counter()
        self._unlisted: defaultdict[tuple[type[Finding], str], int] = defaultdict(int)

    def add(self, finding: Finding) -> None:
        kind = (type(finding), finding.place.sheet)
        self._count[kind] += 1
        if self._count[kind] <= LISTED or finding.severity is Severity.REFUSES:
            self._listed.append(finding)
        else:
            self._unlisted[kind] += 1

    @property
    def refused(self) -> bool:
        return any(finding.severity is Severity.REFUSES for finding in self._listed)

    def all(self) -> list[Finding]:
        """Those listed, in the order heard, then one counting finding a kind."""
        return [*self._listed, *(self._more(*kind, count) for kind, count in self._unlisted.items())]

    def _more(self, kind: type[Finding], sheet: str, count: int) -> Finding:
        more = MoreLeftOut if kind.severity is Severity.LEAVES_OUT else MoreNoted
        return more(Place(sheet), kind.code, count)
