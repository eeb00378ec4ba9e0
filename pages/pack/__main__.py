"""Writes a pack for `python -m data pack`, which starts this as a process of its own and says what is asked.

Exit codes as for every command: 0 written, 1 not possible, 2 wrongly called.
"""

import json
import logging
import sys
from datetime import date
from pathlib import Path
from typing import Any

# Streamlit warns once for each use outside a session; here there never is one.
logging.disable(logging.WARNING)

from charts.files.pictures import NoBrowser  # noqa: E402
from data import store  # noqa: E402
from data.access import OPERATOR  # noqa: E402
from data.errors import NoData, RealizedError, SettingError, UnknownVersion  # noqa: E402
from pages.pack import build  # noqa: E402
from pages.pack.brief import Brief  # noqa: E402

DONE, REFUSED, USAGE = 0, 1, 2


def main(asked: dict[str, Any]) -> int:
    try:
        for path in _write(_brief(asked), asked["format"], Path(asked["out"])):
            print(f"Wrote {path}.")
    except (UnknownVersion, SettingError) as error:
        return _complain(str(error), USAGE)
    except (RealizedError, NoBrowser) as error:
        return _complain(str(error), REFUSED)
    except OSError as error:
        return _complain(f"{error.filename}: {error.strerror}. Check the place, then try again.", REFUSED)
    return DONE


def _brief(asked: dict[str, Any]) -> Brief:
    version = store.current() if asked["version"] is None else store.version(asked["version"])
    if version is None:
        raise NoData
    as_of = date.fromisoformat(asked["as_of"]) if asked["as_of"] else version.as_of
    return Brief(OPERATOR, version.number, as_of, asked["case"], asked["program"])


def _write(brief: Brief, kind: str, out: Path) -> list[Path]:
    """One file, or a folder of them for pictures and for everything."""
    if kind in build.WRITERS:
        content = build.write(brief, kind)
        out.write_bytes(content)
        return [out]
    files = build.draw(brief) if kind == "png" else build.everything(brief)
    out.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (out / name).write_bytes(content)
    return [out / name for name in files]


def _complain(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
