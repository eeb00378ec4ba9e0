"""What the reader understood of each file, and that nothing was lost on the way."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import streamlit as st

from data.model import BY_NAME
from pages.shell import text
from pages.shell.text import plain

File = Mapping[str, Any]


def show(files: Sequence[File]) -> None:
    """One block a file: the tool, then each table with its place, columns and sums."""
    st.subheader("What was recognised", anchor=False)
    for file in files:
        with st.expander(plain(f"{file['file']}: {_read_as(file)}"), expanded=len(files) == 1):
            if file["tables"]:
                _tables(file["tables"])
            else:
                st.markdown("No table was read from this file.")


def reconciliation(files: Sequence[File]) -> None:
    """Rows read = rows kept + rows left out, and the sums as stored, table by table."""
    st.subheader("Nothing lost", anchor=False)
    lines = [_sums(file, table) for file in files for table in file["tables"] if table["table"]]
    read, kept, out = (sum(line[name] for line in lines) for name in ("Rows read", "Kept", "Left out"))
    st.markdown(
        f"**{read:,} rows read = {kept:,} kept + {out:,} left out.** What was left out is listed above."
    )
    st.dataframe(lines, hide_index=True)


def table_name(table: Mapping[str, Any]) -> str:
    """The name of a table as its sheet in the Realized workbook has it."""
    name = table["table"]
    return BY_NAME[name].sheet if name in BY_NAME else "not recognised"


def _read_as(file: File) -> str:
    if "mapping" in file:
        return f"mapping {file['mapping']}"
    return in_words(file["source"]) if file["source"] else "could not be read"


def in_words(source: str) -> str:
    """What a file was recognised as: Realized workbook."""
    words = source.replace("_", " ")
    return words[:1].upper() + words[1:]


def _tables(tables: Sequence[Mapping[str, Any]]) -> None:
    """Where each table was found, and what each of its columns was taken for."""
    known = [table for table in tables if table["table"]]
    lines = [_line(table) for table in tables]
    shown = [name for name in lines[0] if any(line[name] != "" for line in lines)]
    st.dataframe(lines, hide_index=True, column_order=shown)
    if known:
        st.caption("Columns, as they were taken")
        st.dataframe(_merged(known), hide_index=True)
    _unrecognised([table for table in tables if not table["table"]])


def _line(table: Mapping[str, Any]) -> dict[str, Any]:
    periods = table.get("period_columns") or []
    return {
        "Sheet": table["sheet"],
        "Read as": table_name(table),
        "Header row": table["header_row"],
        "First column": table["first_column"],
        "Rows": table["rows_read"],
        "Period columns": f"{periods[0]} to {periods[-1]} ({len(periods)})" if periods else "",
        "Understood": "; ".join(f"{name}: {value}" for name, value in (table.get("notes") or {}).items()),
    }


def _merged(tables: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Each column of the file once, in its order, with all that it was read as."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for row in (row for table in tables for row in _columns(table)):
        read = found.setdefault((row["Sheet"], row["Column"], row["Header in the file"]), [])
        if row["Read as"] not in read:
            read.append(row["Read as"])
    sheets = list(dict.fromkeys(sheet for sheet, _, _ in found))
    ordered = sorted(found, key=lambda key: (sheets.index(key[0]), len(key[1]), key[1]))
    return [
        {"Sheet": sheet, "Column": letters, "Header in the file": header, "Read as": ", ".join(found[key])}
        for key in ordered
        for sheet, letters, header in (key,)
    ]


def _columns(table: Mapping[str, Any]) -> list[dict[str, Any]]:
    letters = table.get("letters") or {}
    return [
        {
            "Sheet": table["sheet"],
            "Column": letters.get(field, ""),
            "Header in the file": header,
            "Read as": _header(table, field),
        }
        for field, header in table["columns"].items()
    ]


def _header(table: Mapping[str, Any], field: str) -> str:
    fields = (
        {one.name: one.header for one in BY_NAME[table["table"]].fields} if table["table"] in BY_NAME else {}
    )
    return fields.get(field, field.replace("_", " "))


def _unrecognised(tables: Sequence[Mapping[str, Any]]) -> None:
    for table in tables:
        st.warning(
            f"A table on sheet {plain(table['sheet'])}, header in row {table['header_row']}, "
            "was not recognised. Its columns: "
            + ", ".join(plain(header) for header in table["columns"].values())
        )


def _sums(file: File, table: Mapping[str, Any]) -> dict[str, Any]:
    sums = "; ".join(
        f"{_header(table, name)} {text.number(Decimal(total))}"
        for name, total in (table["sums"] or {}).items()
    )
    return {
        "File": file["file"],
        "Sheet": table["sheet"],
        "Read as": table_name(table),
        "Rows read": table["rows_read"],
        "Kept": table["rows_kept"],
        "Left out": table["rows_left_out"],
        "Sums as stored": sums,
    }
