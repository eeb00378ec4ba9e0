"""The commands of `python -m data` and their options; docs/commands.md describes each.

Exit codes: 0 done, 1 refused (or not possible now), 2 wrongly called.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path

from data import cli_pack, log
from data.errors import MappingUnusable, RealizedError, SettingError, UnknownVersion

DONE, REFUSED, USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; answers its exit code."""
    asked = parser().parse_args(arguments)
    missing = [str(path) for path in getattr(asked, "files", []) if not path.is_file()]
    if missing:
        return _complain(f"There is no file {', '.join(missing)}. Check the name and the folder.", USAGE)
    try:
        log.set_up(least="WARNING")
        return int(command(asked.run)(asked))
    except (UnknownVersion, SettingError, MappingUnusable) as error:
        return _complain(str(error), USAGE)
    except RealizedError as error:
        return _complain(str(error), REFUSED)
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    except OSError as error:
        return _complain(
            f"{error.filename or 'The disk'}: {error.strerror}. Check the place, then try again.", REFUSED
        )
    except KeyboardInterrupt:
        return _complain("Stopped. Nothing was changed.", REFUSED)


def command(name: str) -> Callable[[argparse.Namespace], int]:
    """What does it: `cli_store.versions`. Only what a command needs is imported: that is most of its time."""
    module, _, function = name.partition(".")
    found: Callable[[argparse.Namespace], int] = getattr(import_module(f"data.{module}"), function)
    return found


def parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    top = argparse.ArgumentParser(prog="python -m data", description="Load, check and look after the data.")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)

    load = commands.add_parser("load", help="load files as one new data version")
    _files(load)
    load.add_argument("--as-of", type=_date, metavar="DATE", help="status date (2026-06-30)")
    _program(load)
    _json(load)
    load.add_argument("--reason", metavar="TEXT", help="why; kept with the version")
    load.add_argument("--no-audit", action="store_true", help="leave the audits to the server")
    _meaning(load)
    load.set_defaults(run="cli_load.load")

    check = commands.add_parser("check", help="read files and report, without loading them")
    _files(check)
    _program(check)
    _json(check)
    _meaning(check)
    check.set_defaults(run="cli_load.check")

    mappings = commands.add_parser("mappings", help="list, export, import, rename or delete kept mappings")
    one = mappings.add_mutually_exclusive_group()
    one.add_argument("--export", metavar="NAME", help="print one as TOML")
    one.add_argument("--import", dest="take", type=_file, metavar="FILE", help="keep the one in a TOML file")
    one.add_argument("--rename", nargs=2, metavar=("NAME", "NEW"), help="give one another name")
    one.add_argument("--delete", metavar="NAME", help="forget one")
    one.add_argument("--propose", type=_file, metavar="FILE", help="print what would be proposed for a file")
    _json(mappings)
    mappings.set_defaults(run="cli_mappings.run")

    cells = commands.add_parser("cells", help="list what is read in each cell of a file")
    cells.add_argument("files", type=Path, nargs=1, metavar="FILE")
    cells.add_argument("--sheet", metavar="NAME", help="only this sheet")
    _json(cells)
    cells.set_defaults(run="cli_files.cells")

    template = commands.add_parser("template", help="write the empty Realized workbook")
    template.add_argument("out", type=Path, metavar="OUT.xlsx")
    template.add_argument("--example", action="store_true", help="write the filled example instead")
    template.set_defaults(run="cli_files.template")

    versions = commands.add_parser("versions", help="list the data versions")
    _json(versions)
    versions.set_defaults(run="cli_store.versions")

    rebuild = commands.add_parser("rebuild", help="make the tables of older data versions again")
    rebuild.add_argument(
        "versions", type=int, nargs="*", metavar="VERSION", help="these; else all it is due for"
    )
    rebuild.set_defaults(run="cli_store.rebuild")

    restore = commands.add_parser("restore", help="make an earlier data version current")
    restore.add_argument("version", type=int, metavar="VERSION")
    restore.add_argument("--reason", metavar="TEXT", help="why; kept with the change")
    restore.set_defaults(run="cli_store.restore")

    pack = commands.add_parser("pack", help="write the board pack: slides, workbook, PDF, pictures")
    pack.add_argument("out", type=Path, metavar="OUT", help="a file, or a folder for `png` and `all`")
    pack.add_argument("--program", metavar="ID", help="one program (all of them)")
    pack.add_argument("--as-of", type=_date, metavar="DATE", help="status date (that of the version)")
    pack.add_argument("--version", type=int, metavar="N", help="data version (the current one)")
    pack.add_argument("--case", choices=("original", "current"), default="original")
    pack.add_argument("--format", choices=cli_pack.FORMATS, help="by the name of OUT, else all")
    pack.set_defaults(run="cli_pack.pack")

    links = commands.add_parser("links", help="which IDs are the same project or benefit")
    one = links.add_mutually_exclusive_group()
    for name, help in (
        ("same", "read the ALIAS as the ID from the next load on"),
        ("different", "never propose the two again"),
        ("forget", "take a decision back"),
    ):
        one.add_argument(f"--{name}", nargs=3, metavar=("KIND", "ALIAS", "ID"), help=help)
    _json(links)
    links.set_defaults(run="cli_mappings.links")

    watch = commands.add_parser("watch", help="load what lands in a folder")
    watch.add_argument("folder", type=Path, metavar="FOLDER")
    watch.add_argument("--once", action="store_true", help="load what is there, then end")
    watch.add_argument("--interval", type=float, default=10.0, metavar="S", help="seconds between two looks")
    _json(watch)
    watch.set_defaults(run="cli_watch.watch")

    demo = commands.add_parser("demo", help="load the example programs into an empty store")
    demo.set_defaults(run="cli_files.demo")

    doctor = commands.add_parser("doctor", help="look whether everything is in order")
    doctor.set_defaults(run="cli_store.doctor")
    return top


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2026-06-30") from None


def _file(text: str) -> Path:
    if not Path(text).is_file():
        raise argparse.ArgumentTypeError(f"there is no file {text}")
    return Path(text)


def _meaning(command: argparse.ArgumentParser) -> None:
    command.add_argument("--mapping", metavar="NAME|FILE", help="read with a mapping, or `proposed`")
    command.add_argument("--project", metavar="ID", help="the project of rows that name none")
    command.add_argument(
        "--start", type=_date, metavar="DATE", help="first day of Year 1, where years are numbered"
    )


def _files(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", type=Path, nargs="+", metavar="FILE")


def _program(command: argparse.ArgumentParser) -> None:
    command.add_argument("--program", metavar="ID", help="the program of rows that name none")


def _json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="print JSON and nothing else")


def _complain(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code
