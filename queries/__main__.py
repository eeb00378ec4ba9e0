"""python -m queries list | ask NAME | audit: every question of the dashboard, for automation and checks.

Exit code 0 with the answer, 1 with a sentence that says why there is none, 2 for wrong usage. `audit`
answers 1 as well when a statement found a row.
"""

import argparse
import dataclasses
import sys
from collections.abc import Sequence
from datetime import date

from data import store
from data.access import OPERATOR
from data.errors import RealizedError
from queries import ask
from queries.audits import command as audit
from queries.comparison import Comparison
from queries.known import CASES
from queries.question import Question
from queries.registry import questions
from queries.writing import as_csv, as_json, as_table, in_columns

FORMATS = {"table": as_table, "json": as_json, "csv": as_csv}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = _parser()
    given = parser.parse_args(arguments)
    if given.command == "list":
        print(in_columns([[name, kind.title()] for name, kind in questions().items()], [False, False]))
        return 0
    if given.command == "audit":
        return audit.main(given.version, given.format)
    if given.known_on and given.version is not None:
        parser.error("--known-on chooses the version; leave --version out")
    question = _question(parser, given)
    try:
        version = store.known_on(given.known_on).number if given.known_on else given.version
        print(FORMATS[given.format](ask(question, OPERATOR, version)))
    except RealizedError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m queries", description="Ask what the dashboard shows.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="every question, one a line")
    asking = commands.add_parser("ask", help="answer one question")
    asking.add_argument("name", metavar="NAME", help="a question, as `list` names it")
    asking.add_argument("--as-of", type=_day, metavar="DATE", help="status date (that of the version)")
    asking.add_argument("--version", type=int, metavar="N", help="data version (the current one)")
    asking.add_argument("--known-on", type=_day, metavar="DATE", help="the data as it was known on that day")
    asking.add_argument("--case", choices=CASES, default="original", help="business case compared with")
    asking.add_argument("--program", metavar="ID", help="one program")
    asking.add_argument("--project", metavar="ID", help="one project: its share by contribution weight")
    asking.add_argument("--benefit", metavar="ID", help="one benefit, where the question takes one")
    asking.add_argument(
        "--against", type=int, metavar="N", help="data version compared with (the one before), for changes"
    )
    asking.add_argument("--against-as-of", type=_day, metavar="DATE", help="its status date")
    asking.add_argument("--format", choices=FORMATS, default="table")
    auditing = commands.add_parser("audit", help="check that every sum adds up, and keep the result")
    auditing.add_argument("--version", type=int, metavar="N", help="data version (the current one)")
    auditing.add_argument("--format", choices=audit.FORMATS, default="table")
    return parser


def _question(parser: argparse.ArgumentParser, given: argparse.Namespace) -> Question:
    if given.name not in questions():
        parser.error(f"there is no question {given.name!r}; `python -m queries list` names them all")
    kind = questions()[given.name]
    parameters = {
        "as_of": given.as_of,
        "case": given.case,
        "program_id": given.program,
        "project_id": given.project,
    }
    if given.benefit is not None:
        if "benefit_id" not in {field.name for field in dataclasses.fields(kind)}:
            parser.error(f"{given.name} is not about a single benefit; leave --benefit out")
        parameters["benefit_id"] = given.benefit
    if given.against is not None or given.against_as_of is not None:
        if not issubclass(kind, Comparison):
            parser.error(f"{given.name} compares nothing; leave --against and --against-as-of out")
        parameters |= {"against": given.against, "against_as_of": given.against_as_of}
    return kind(**parameters)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; write 2026-03-31") from None


if __name__ == "__main__":
    sys.exit(main())
