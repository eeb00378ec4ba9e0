"""The process that reads spoiled files, within the limits of reading: a path a line in, an answer out."""

import json
import sys
import warnings
from datetime import date
from math import isinf
from pathlib import Path
from typing import Any

from data.ingest import cage

_LAST_DAY = 2_958_465  # 31 December 9999


def main() -> None:
    cage.limit(int(sys.argv[1]))
    cage.keep_light()
    from data.ingest.findings.base import Refused
    from data.ingest.reading.read import read
    from data.ingest.staged import Known
    from data.ingest.understanding.mapping.choose import understand
    from data.log import where
    from tests.data.ingest.test_second_readers import by_address

    warnings.simplefilter("ignore")
    known = Known(date(2026, 7, 1))
    for line in sys.stdin:
        path = Path(line.strip())
        answer: dict[str, Any] = {}
        try:
            book = read(path, path.name)
            answer["sheets"] = by_address(book) if path.suffix == ".xlsx" else {}
            reading = understand(book, known, None, {})
            answer["lost"] = [one.table for one in reading.tables if one.rows_left_out < 0]
        except Refused as refusal:
            answer["refused"] = [finding.code for finding in refusal.findings]
        except Exception as error:
            answer["failed"] = f"{type(error).__name__} at {where(error)}"
        answer["differs"] = _difference(path, answer.pop("sheets", None), answer)
        print(json.dumps(answer), flush=True)


def _difference(path: Path, mine: Any, answer: dict[str, Any]) -> str:
    """The first cell that openpyxl reads otherwise; '' where it agrees or cannot read the file."""
    from tests.data.ingest.test_second_readers import through_openpyxl

    if not mine or "refused" in answer:
        return ""
    try:
        other = through_openpyxl(path)
    except Exception:  # the other reader's own trouble
        return ""
    for sheet, cells in other.items():
        own = mine.get(sheet, {})
        for place in sorted(own.keys() | cells.keys()):
            if own.get(place) != cells.get(place) and not _beyond_dates(own.get(place), cells.get(place)):
                return (
                    f"{sheet} {place}: {str(own.get(place))[:60]!r}, openpyxl {str(cells.get(place))[:60]!r}"
                )
    return ""


def _beyond_dates(own: object, other: object) -> bool:
    """Where openpyxl has no number for what is there: past the last day among dates, past all floats."""
    try:
        size = float(str(own))
    except ValueError:
        return False
    return not 0 <= size <= _LAST_DAY if other == "#VALUE!" else isinf(size) and str(other) == str(size)


if __name__ == "__main__":
    main()
