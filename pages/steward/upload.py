"""Upload: from the files of a project tool to a data version, with a look at it before it counts."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st

from data import store
from data.access import Viewer
from data.errors import RealizedError
from data.ingest import journey
from data.ingest.journey import Preview, Step, Upload
from data.settings import UPLOAD_MB
from pages.shell import links, text
from pages.shell.text import plain
from pages.steward import differences, found, samples, understood

_PREVIEW, _ROUND, _LOADED = "_preview", "_upload_round", "_loaded"
TYPES = ("xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt", "htm", "html")


def show(viewer: Viewer) -> None:
    st.title("Upload", anchor=False)
    _announce(viewer)
    preview = st.session_state.get(_PREVIEW)
    if preview is None:
        _receive(viewer)
    elif preview.already is not None:
        _already(preview)
    elif preview.refused:
        _refused(preview)
    else:
        _decide(preview, viewer)


def _receive(viewer: Viewer) -> None:
    """Ask for files; the way in, in plain words."""
    st.markdown(
        "Choose the spreadsheets that your project tools export, or the Realized workbook. You will see "
        "what was understood **before** anything changes; what has been loaded can be undone."
    )
    files = st.file_uploader(
        f"Spreadsheets, {UPLOAD_MB.number()} MB each at most",
        type=TYPES,
        accept_multiple_files=True,
        max_upload_size=UPLOAD_MB.number(),
        key=f"upload_{st.session_state.get(_ROUND, 0)}",
    )
    if files:
        label = "Check this file" if len(files) == 1 else f"Check these {len(files)} files"
        if st.button(label, type="primary"):
            _prepare([Upload(file.name, file.getvalue()) for file in files], viewer)
    else:
        st.caption("Nothing to hand? Fill in the template, or look at the example first.")
        samples.show()


def _prepare(uploads: Sequence[Upload], viewer: Viewer) -> None:
    bar = st.progress(0.0, text="Receiving")

    def on_step(step: Step) -> None:
        bar.progress(
            min(1.0, step.share), text=plain(f"{step.name}: {step.detail}" if step.detail else step.name)
        )

    try:
        st.session_state[_PREVIEW] = journey.prepare(uploads, viewer, on_step=on_step)
    except RealizedError as trouble:
        bar.empty()
        st.error(plain(trouble))
        return
    st.rerun()


def _already(preview: Preview) -> None:
    version = preview.already
    assert version is not None
    st.info(
        f"Already loaded as version {version.number} on {text.moment(version.loaded_at)} "
        f"by {plain(version.loaded_by)}; nothing was changed."
    )
    _again("Choose other files")


def _refused(preview: Preview) -> None:
    st.error("Nothing was loaded, and nothing was changed. Mend what is listed first, then upload again.")
    found.show(_files(preview))
    understood.show(_files(preview))
    _again("Choose other files")


def _decide(preview: Preview, viewer: Viewer) -> None:
    """The preview, then Load or Discard."""
    current = store.current()
    st.info("This is a preview: nothing has changed yet. Load it at the end of the page, or discard it.")
    understood.show(_files(preview))
    found.show(_files(preview))
    understood.reconciliation(_files(preview))
    differences.show(preview.change, current.number if current else None)
    st.subheader("Load", anchor=False)
    as_of = st.date_input(
        "Status date: the day up to which benefits have been measured",
        value=preview.proposed_as_of,
        help="Proposed: the end of the last period with realized values.",
    )
    sure = True
    if differences.asks_twice(preview.change):
        sure = st.checkbox(differences.question(preview.change))
    with st.container(horizontal=True):
        if st.button("Load", type="primary", disabled=not sure):
            _accept(preview, viewer, as_of)
        if st.button("Discard"):
            journey.discard(preview.load_id)
            _start_over()


def _accept(preview: Preview, viewer: Viewer, as_of: date | None) -> None:
    try:
        version = journey.accept(preview.load_id, viewer, as_of=as_of)
    except RealizedError as trouble:
        st.error(plain(trouble))
        return
    st.session_state[_LOADED] = (version.number, version.base)
    _start_over()


def _announce(viewer: Viewer) -> None:
    """After a load: what is current now, and the way back."""
    number, base = st.session_state.get(_LOADED, (None, None))
    current = store.current()
    if number is None or current is None or current.number != number:
        return
    st.success(f"Version {number} is current.", icon=":material/check_circle:")
    with st.container(horizontal=True):
        links.link("See the Overview", "overview", ":material/dashboard:")
        if base is not None and st.button(f"Undo: back to version {base}"):
            store.restore(base, viewer, reason=f"undo of version {number}")
            del st.session_state[_LOADED]
            st.toast(f"Version {base} is current again.")
            st.rerun()


def _again(label: str) -> None:
    if st.button(label):
        _start_over()


def _start_over() -> None:
    st.session_state.pop(_PREVIEW, None)
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.rerun()


def _files(preview: Preview) -> list[dict[str, Any]]:
    files: list[dict[str, Any]] = preview.report["files"]
    return files
