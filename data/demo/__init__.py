"""The demo: three programs of an invented insurer, as the spreadsheets they would be kept in.

* Claims Forward: healthy, benefits arrive about as promised.
* Direct Service: on time and on budget, but the benefits do not arrive.
* Shared Office: closed two years ago; benefits move to the right, their owners have left.
"""

from pathlib import Path

from data.demo.files import STATUS_DATES, write_files


def write_demo(folder: Path) -> list[Path]:
    """Write the demo's files, one sub-folder a status date, the earlier date first."""
    return [path for as_of in STATUS_DATES for path in write_files(folder, as_of)]
