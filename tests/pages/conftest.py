"""A store of its own for each test, and pages without what earlier tests kept."""

from pathlib import Path

import pytest
import streamlit as st


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("REALIZED_HOME", str(tmp_path / "home"))
    st.cache_resource.clear()
    return tmp_path / "home"
