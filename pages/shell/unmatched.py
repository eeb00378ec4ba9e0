"""Projects that have a schedule and no benefit, and benefits without a schedule: what to do about each."""

from collections.abc import Sequence
from typing import Any, Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.shell import links
from pages.shell.text import plain

_STEPS: Final = {
    "link": "Link it to its other side, or name the project in the register",
    "load the register": "Load the register that says which benefits it is for",
    "load the schedule": "Load the schedule of its project",
}


def sentence(rows: Sequence[dict[str, Any]]) -> str:
    """2 projects have a schedule and no benefit, 3 benefits have no project with a schedule; '' for none."""
    projects = sum(row["kind"] == "project" for row in rows)
    benefits = len(rows) - projects
    told = [
        _counted(
            projects, "project has a schedule and no benefit", "projects have a schedule and no benefit"
        ),
        _counted(
            benefits, "benefit has no project with a schedule", "benefits have no project with a schedule"
        ),
    ]
    return ", ".join(filter(None, told))


def _counted(count: int, one: str, several: str) -> str:
    return f"{count:,} {one if count == 1 else several}" if count else ""


def linkable(rows: Sequence[dict[str, Any]], key: str) -> None:
    """The list, of which one can be picked and linked to another ID."""
    picked = table(rows, key, on_select="rerun", selection_mode="single-row").selection.rows
    if picked and picked[0] < len(rows):
        one = rows[picked[0]]
        name = one["name"] or one["id"]
        links.link(
            f"Say what {plain(name)} is the same as",
            "mappings",
            ":material/link:",
            same=f"{one['kind']}:{one['id']}",
        )
    else:
        st.caption("Two of these are one and the same? Select one to link it to the other.")


def table(rows: Sequence[dict[str, Any]], key: str, **picking: Any) -> Any:
    """Each with what it lacks and the next step; answers what is selected, where something can be."""
    several = len({row["program_id"] for row in rows}) > 1
    return st.dataframe(
        [
            {
                "What": row["kind"].capitalize(),
                "Name": row["name"] or row["id"],
                "ID": row["id"],
                **({"Program": row["program"]} if several else {}),
                "Because": row["lacks"],
                "Next step": _STEPS[row["next_step"]],
            }
            for row in rows
        ],
        hide_index=True,
        height="auto",
        key=key,
        **picking,
    )


def fold(rows: Sequence[dict[str, Any]]) -> DeltaGenerator:
    """The place for the list, folded under the sentence."""
    return st.expander(plain(f"{sentence(rows)}."), icon=":material/link_off:")


def folded(rows: Sequence[dict[str, Any]], key: str) -> None:
    """The sentence as the title of a list; nothing where both sides meet."""
    if rows:
        with fold(rows):
            table(rows, key)
