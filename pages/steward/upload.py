"""Upload: from the files of a project tool to a data version, with a look at it before it counts."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from data import store
from data.access import Viewer
from data.errors import RealizedError
from data.ingest import journey, keeping
from data.ingest.journey import Preview, Said, Step, Upload
from data.settings import UPLOAD_MB
from data.store import mappings
from pages.shell import links, text, unmatched
from pages.shell.text import plain
from pages.steward import (
    belonging,
    by_hand,
    columns,
    differences,
    found,
    readable,
    same_things,
    samples,
    understood,
)
from queries import previewed
from queries.catalogue import Things, Unmatched
from queries.provenance import Records

# The session holds plain values only: the preview as `Preview.as_plain` tells it, mappings as dicts.
_PREVIEW, _ROUND, _LOADED, _SAID = "_preview", "_upload_round", "_loaded", "_said_of_columns"
_BELONG = "_said_of_files"
TYPES = ("xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt", "htm", "html")


def show(viewer: Viewer) -> None:
    st.title("Upload", anchor=False)
    _announce(viewer)
    told = st.session_state.get(_PREVIEW)
    preview = Preview.from_plain(told) if told else None
    if preview is None:
        _receive(viewer)
    elif columns.is_open():
        _correct(preview, viewer)
    elif preview.already is not None:
        _already(preview, viewer)
    elif preview.refused:
        _refused(preview, viewer)
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
        chosen = belonging.program(viewer, "Program, for rows that name none", "upload")
        if st.button(label, type="primary", disabled=chosen.unfinished):
            st.session_state[_BELONG] = {"program_id": chosen.program_id, "program": chosen.new}
            _prepare([Upload(file.name, file.getvalue()) for file in files], viewer)
    else:
        st.caption("Nothing to hand? Fill in the template, or look at the example first.")
        samples.show()
        readable.show()


def _prepare(uploads: Sequence[Upload], viewer: Viewer, even_if_known: bool = False) -> None:
    bar = st.progress(0.0, text="Receiving")

    def on_step(step: Step) -> None:
        bar.progress(
            min(1.0, step.share), text=plain(f"{step.name}: {step.detail}" if step.detail else step.name)
        )

    belong: Mapping[str, Any] = st.session_state.get(_BELONG, {})
    start = belong.get("year_one")
    said = Said(
        mappings={int(at): one for at, one in _said().items()},
        program=belong.get("program"),
        year_one=date.fromisoformat(start) if start else None,
    )
    try:
        preview = journey.prepare(
            uploads, viewer, None, on_step, even_if_known, belong.get("program_id") or None, said
        )
    except RealizedError as trouble:
        bar.empty()
        st.error(plain(trouble))
        return
    st.session_state[_PREVIEW] = preview.as_plain()
    st.rerun()


def _again_with(preview: Preview, viewer: Viewer, even_if_known: bool = False) -> None:
    """Preview the same files once more, with what has been said about them meanwhile."""
    try:
        uploads = [keeping.received(file["sha256"], file["file"]) for file in _files(preview)]
    except RealizedError as trouble:
        st.error(plain(trouble))
        return
    journey.discard(preview.load_id)
    _prepare(uploads, viewer, even_if_known)


def _correct(preview: Preview, viewer: Viewer) -> None:
    """The editor of one file's columns, then the preview again."""
    said = columns.show(viewer)
    if st.button("Back without a change"):
        columns.close()
        st.rerun()
    if said is not None:
        st.session_state[_SAID] = {**_said(), str(said["file"]): said["mapping"]}
        columns.close()
        _again_with(preview, viewer)


def _already(preview: Preview, viewer: Viewer) -> None:
    version = preview.already
    assert version is not None
    st.info(
        f"Already loaded as version {version.number} on {text.moment(version.loaded_at)} "
        f"by {plain(version.loaded_by)}; nothing was changed."
    )
    if st.button("Read again, with what was decided since"):
        _again_with(preview, viewer, even_if_known=True)
    _offer_correction(preview)
    _again("Choose other files")


def _refused(preview: Preview, viewer: Viewer) -> None:
    codes = belonging.asks(_files(preview))
    if not codes:
        st.error("Nothing was loaded, and nothing was changed. Mend what is listed first, then upload again.")
    else:
        st.warning("Nothing was loaded yet: something only you can say is missing.")
        if said := belonging.ask(viewer, codes, st.session_state.get(_BELONG, {})):
            st.session_state[_BELONG] = said
            _again_with(preview, viewer)
    _offer_correction(preview)
    found.show(_files(preview))
    understood.show(_files(preview))
    _again("Choose other files")


def _offer_correction(preview: Preview) -> None:
    """For each file that could be read: a way to say what its columns mean."""
    readable = [(at, file) for at, file in enumerate(_files(preview)) if file["tables"]]
    codes = {finding["code"] for _, file in readable for finding in file["findings"]}
    if codes & {"mapping-proposed", "not-recognised"}:
        st.info(
            "This layout has not been seen before. Say what its columns mean: what is likely is proposed."
        )
    for at, file in readable:
        label = "Say what the columns mean" if len(readable) == 1 else f"Columns of {plain(file['file'])}"
        main = "mapping-proposed" in {finding["code"] for finding in file["findings"]}
        if st.button(label, key=f"correct_{at}", type="primary" if main else "secondary"):
            columns.open_for(at, file, _said().get(str(at)) or _kept(file))


def _kept(file: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The kept mapping that a file was read with."""
    return next((one.content for one in mappings.kept() if one.name == file.get("mapping")), None)


def _decide(preview: Preview, viewer: Viewer) -> None:
    """The preview, then Load or Discard."""
    current = store.current()
    st.info("This is a preview: nothing has changed yet. Load it at the end of the page, or discard it.")
    if same_things.answered(preview.links, viewer):
        _again_with(preview, viewer)
    understood.show(_files(preview))
    _offer_correction(preview)
    _link(preview, viewer)
    found.show(_files(preview))
    understood.reconciliation(_files(preview))
    differences.show(preview.change, current.number if current else None)
    st.subheader("Load", anchor=False)
    as_of = st.date_input(
        "Status date: the day up to which benefits have been measured",
        value=preview.proposed_as_of,
        help="Proposed: the end of the last period with realized values.",
    )
    reason = st.text_input(
        "Why (kept with the version)", placeholder="for example: July exports, forecast revised"
    )
    names = _names_to_keep(preview)
    sure = True
    if differences.asks_twice(preview.change):
        sure = st.checkbox(differences.question(preview.change))
    with st.container(horizontal=True):
        if st.button("Load", type="primary", disabled=not sure):
            _accept(preview, viewer, as_of, reason, names)
        if st.button("Discard"):
            journey.discard(preview.load_id)
            _start_over()


def _link(preview: Preview, viewer: Viewer) -> None:
    """What stands alone on either side, and a way to say that two IDs are one thing."""
    rows = previewed(Unmatched(), viewer, preview.load_id)
    unmatched.folded(rows, "upload_unmatched")
    if not st.toggle("Say that two IDs are the same", key="upload_by_hand"):
        return
    names = {file["file"] for file in _files(preview)}
    brought = {
        (row["table_name"][:-1], row["id"])
        for row in previewed(Records(), viewer, preview.load_id)
        if row["file"] in names and row["table_name"] in ("projects", "benefits")
    }
    things = [one for one in previewed(Things(), viewer, preview.load_id) if one["kind"] != "program"]
    here = [one for one in things if (one["kind"], one["id"]) in brought]
    if by_hand.linked(here, things, viewer, "upload"):
        _again_with(preview, viewer, even_if_known=True)


def _names_to_keep(preview: Preview) -> dict[str, str]:
    """Under which name each corrected mapping is to be kept; none where it is not."""
    names = {}
    for at, mapping in _said().items():
        file = _files(preview)[int(at)]["file"]
        if st.checkbox(
            f"Keep what the columns of {plain(file)} mean, for files of this layout", True, key=f"keep_{at}"
        ):
            names[at] = st.text_input("Name of this mapping", value=mapping["name"], key=f"name_{at}")
    return names


def _accept(
    preview: Preview, viewer: Viewer, as_of: date | None, reason: str, names: Mapping[str, str]
) -> None:
    try:
        version = journey.accept(preview.load_id, viewer, as_of=as_of, reason=reason.strip())
        for at, name in names.items():
            mappings.keep(_said()[at], name, viewer.name)
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
    for name in (_PREVIEW, _SAID, _BELONG):
        st.session_state.pop(name, None)
    columns.close()
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.rerun()


def _said() -> dict[str, Any]:
    """What was said about the columns of files, by the file's position."""
    said: dict[str, Any] = st.session_state.get(_SAID, {})
    return said


def _files(preview: Preview) -> list[dict[str, Any]]:
    files: list[dict[str, Any]] = preview.report["files"]
    return files
