"""What is wrong with the files, or worth a look: by severity, with the cell and the next step."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any, Final

import streamlit as st

from pages.shell.text import plain

File = Mapping[str, Any]
WRITTEN_OUT: Final = 6  # findings of a group that are written out, not listed in a table
GROUPS: Final = (
    ("refuses", "Must be mended: nothing is loaded", ":material/block:"),
    ("leaves out", "Left out: not counted", ":material/remove_circle:"),
    ("notes", "Worth a look: loaded as they are", ":material/info:"),
)
COLUMNS: Final = {"file": "File", "sheet": "Sheet", "cell": "Cell", "what": "What", "remedy": "What to do"}
_FORMULA: Final = tuple("=+-@\t\r\n\0＝＋－＠")  # noqa: RUF001 - what spreadsheets take for a formula


def show(files: Sequence[File]) -> None:
    """The findings of all files; says so when there are none."""
    st.subheader("Findings", anchor=False)
    found = [{**finding, "file": file["file"]} for file in files for finding in file["findings"]]
    if not found:
        st.success("Nothing is wrong with these files.")
        return
    for severity, title, icon in GROUPS:
        group = [finding for finding in found if finding["severity"] == severity]
        if group:
            st.markdown(f"{icon} **{title}** ({len(group)})")
            _list(group, len(files) > 1)
    st.download_button(
        "Download the findings",
        data=as_csv(found).encode("utf-8-sig"),
        file_name="findings.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
    )


def _list(group: Sequence[Mapping[str, Any]], several: bool) -> None:
    """A few in full sentences, which a table would cut; many as a table."""
    if len(group) > WRITTEN_OUT:
        st.dataframe([_line(finding) for finding in group], hide_index=True)
        return
    for finding in group:
        place = "!".join(part for part in (finding.get("sheet"), finding.get("cell")) if part)
        where = ": ".join(part for part in (finding["file"] if several else "", place) if part)
        with st.container(border=True, gap="xsmall"):
            st.markdown(plain(finding["what"]))
            st.caption(" · ".join(plain(part) for part in (where, finding["remedy"]) if part))


def as_csv(found: list[dict[str, Any]]) -> str:
    """The findings as CSV; no field can become a formula in a spreadsheet."""
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(["Severity", *COLUMNS.values()])
    for finding in found:
        writer.writerow([_inert(finding.get(name) or "") for name in ("severity", *COLUMNS)])
    return target.getvalue()


def _line(finding: Mapping[str, Any]) -> dict[str, str]:
    return {title: finding.get(name) or "" for name, title in COLUMNS.items()}


def _inert(field: str) -> str:
    return f"'{field}" if field.startswith(_FORMULA) else field
