"""The button that makes a board pack of the view: nothing is made, nor loaded, before the click."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any, Final

import streamlit as st

from pages.pack.brief import Brief
from pages.shell import sign_in, text
from pages.shell.filters import View

OPEN: Final = "pack_open"
_KINDS: Final = {
    "pptx": ("Slides", "Native charts that stay editable in PowerPoint.", ":material/slideshow:"),
    "xlsx": ("Workbook", "Values, definitions and sources.", ":material/table_view:"),
    "pdf": ("PDF", "Ready to print.", ":material/picture_as_pdf:"),
}


def offer(view: View) -> None:
    """`Board pack`: what is in it is drawn once it is opened, since it is on every page."""
    viewer = sign_in.current_viewer()
    if viewer is None:
        return
    pack = st.popover("Board pack", icon=":material/co_present:", key=OPEN, on_change="rerun")
    if pack.open:
        with pack:
            _kinds(Brief(viewer, view.version, view.as_of, view.case, view.program_id, text.locale()))


def _kinds(brief: Brief) -> None:
    """Everything at once, or one kind of file; each is made by its own click."""
    st.markdown("What a board needs of this view: the finding, its charts, the decisions, the sources.")
    _download("Everything (.zip)", "zip", brief, _everything, icon=":material/folder_zip:")
    for kind, (label, means, icon) in _KINDS.items():
        _download(label, kind, brief, _writer(kind), icon=icon, help=means)
    if _can_draw():
        _download("Pictures (.zip)", "pictures.zip", brief, _pictures, icon=":material/image:")
    else:
        st.caption(import_module("charts.files.pictures").MISSING)
    st.caption("Made when you click, which takes some seconds.")


def _download(label: str, ending: str, brief: Brief, make: Callable[[Brief], bytes], **looks: Any) -> None:
    st.download_button(
        label,
        data=lambda: make(brief),
        file_name=f"{brief.stem()}.{ending}",
        key=f"pack_{ending}",
        on_click="ignore",
        width="stretch",
        **looks,
    )


def _build() -> Any:
    """Looked up when it is needed: it knows the pages, which know this; and its libraries are large."""
    return import_module("pages.pack.build")


def _everything(brief: Brief) -> bytes:
    return bytes(_build().zipped(_build().everything(brief)))


def _pictures(brief: Brief) -> bytes:
    return bytes(_build().zipped(_build().draw(brief)))


def _writer(kind: str) -> Callable[[Brief], bytes]:
    return lambda brief: bytes(_build().write(brief, kind))


@cache
def _can_draw() -> bool:
    return bool(import_module("charts.files.pictures").available())
