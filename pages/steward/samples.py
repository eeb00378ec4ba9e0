"""The empty template and the filled example, made when somebody asks for them."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from data.template import write_example, write_template

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show() -> None:
    """Two downloads, side by side."""
    with st.container(horizontal=True):
        _download("Empty template", "realized-template.xlsx", write_template)
        _download("Filled example", "realized-example.xlsx", write_example)


def written(write: Callable[[Path], None]) -> bytes:
    """The bytes of the workbook that `write` writes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workbook.xlsx"
        write(path)
        return path.read_bytes()


def _download(label: str, name: str, write: Callable[[Path], None]) -> None:
    st.download_button(
        label,
        data=lambda: written(write),
        file_name=name,
        mime=_XLSX,
        on_click="ignore",
        icon=":material/download:",
    )
