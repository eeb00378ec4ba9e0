"""Saying that two IDs are one project or benefit where their names do not meet: a person picks both."""

from collections.abc import Sequence
from typing import Any, Final

import streamlit as st

from data.access import Viewer
from data.errors import RealizedError
from data.store import aliases
from pages.shell.text import plain

_KINDS: Final = {"project": "Project", "benefit": "Benefit"}
Thing = dict[str, Any]  # kind, id, name, program_id


def linked(
    here: Sequence[Thing], all_: Sequence[Thing], viewer: Viewer, key: str, asked: str = ""
) -> Thing | None:
    """Ask which of the things `here` is which other; answers it once a person has said so, and kept it.

    `here` are the things whose files are being read, or will be again: theirs is the ID that gives way.
    `asked` is the one to begin with, as project:SHOP.
    """
    kinds = [kind for kind in _KINDS if any(one["kind"] == kind for one in here)]
    if not kinds:
        return None
    st.markdown(
        "**Two IDs for one thing?** Where names do not resemble, nothing is proposed: say it here. It is "
        "kept, used for every file from then on, and can be taken back under Mappings."
    )
    first, _, own = asked.partition(":")
    kind = first if first in kinds else kinds[0]
    if len(kinds) > 1:
        kind = st.radio(
            "What", kinds, kinds.index(kind), _KINDS.__getitem__, horizontal=True, key=f"{key}_kind"
        )
    ours = {one["id"]: one for one in here if one["kind"] == kind}
    theirs = {one["id"]: one for one in all_ if one["kind"] == kind}
    programs = len({one["program_id"] for one in all_}) > 1
    alias = _choice("This one here", ours, programs, f"{key}_alias", own)
    others = {other: one for other, one in theirs.items() if other != alias}
    same = _choice("is the same as", others, programs, f"{key}_id")
    pressed = st.button("They are the same", key=f"{key}_same", disabled=not (alias and same))
    if not pressed or alias is None or same is None:
        return None
    link = {"kind": kind, "alias": alias, "alias_name": ours[alias]["name"] or alias,
            "id": same, "name": theirs[same]["name"] or same}  # fmt: skip
    try:
        aliases.decide(link, True, viewer.name)
    except RealizedError as trouble:
        st.error(plain(trouble))
        return None
    return ours[alias]


def _choice(label: str, things: dict[str, Thing], programs: bool, key: str, first: str = "") -> str | None:
    def said(own: str) -> str:
        one = things[own]
        named = f"{one['name']} ({own})" if one["name"] and one["name"] != own else own
        return f"{named}, {one['program_id']}" if programs else named

    ordered = sorted(things, key=lambda own: said(own).casefold())
    found: str | None = st.selectbox(
        label,
        ordered,
        ordered.index(first) if first in things else None,
        said,
        key=key,
        placeholder="Choose one",
    )
    return found
