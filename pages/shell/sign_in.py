"""How a browser becomes a viewer."""

import streamlit as st

from data.access import Role, Viewer
from data.settings import SIGN_IN

LOCAL = Viewer("local user", Role.ADMIN)


def current_viewer() -> Viewer | None:
    """Whoever is looking; None while signed out. Every page and every route asks here."""
    return LOCAL if SIGN_IN.text() == "local" else None


def show() -> None:
    """The body of every page while signed out."""
    st.title("Sign in")
    st.info("This dashboard is closed to visitors. Ask its administrator to open it for you.")
