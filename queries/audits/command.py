"""`python -m queries audit`: run every audit on a version, now."""

import json
import sys
from dataclasses import asdict

from data import store
from data.errors import NoData, RealizedError
from queries.audits import runs
from queries.audits.runs import Result, Run
from queries.writing import in_columns

FORMATS = ("table", "json")


def main(number: int | None, form: str) -> int:
    """0 when no audit found a row, 1 when one did, did not finish, or there is nothing to audit."""
    try:
        version = store.version(number) if number is not None else store.current()
        if version is None:
            raise NoData
        done = runs.run(version)
    except RealizedError as error:
        print(error, file=sys.stderr)
        return 1
    print(_json(done) if form == "json" else _table(done))
    return 0 if done.passed else 1


def _json(done: Run) -> str:
    return json.dumps(
        {"at": done.at.isoformat(), "passed": done.passed, "audits": [asdict(one) for one in done.results]},
        ensure_ascii=False,
        indent=2,
    )


def _table(done: Run) -> str:
    lines = [[one.audit, _found(one), one.states] for one in done.results]
    rows = [f"{one.audit}: {_plain(row)}" for one in done.results for row in one.first]
    return "\n".join([in_columns([["audit", "found", "states"], *lines], [False, True, False]), *rows])


def _found(one: Result) -> str:
    if one.rows is None:
        return "not finished"
    return "nothing" if one.passed else str(one.rows)


def _plain(text: str) -> str:
    """Without anything that a terminal would take as a command."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)
