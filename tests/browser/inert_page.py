"""A page for the browser: what a workbook could hold, guarded, wherever Markdown is read."""

import streamlit as st

from pages.shell.text import plain
from tests.pages.payloads import PAYLOADS

for number, payload in enumerate(PAYLOADS):
    guarded = plain(payload)
    st.title(guarded, anchor=False)
    st.markdown(guarded)
    st.caption(guarded)
    st.warning(guarded)
    st.metric(guarded, "1")
    st.button(guarded, key=str(number))
