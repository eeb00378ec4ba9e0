"""A store of its own for each test."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("REALIZED_HOME", str(tmp_path / "home"))
    return tmp_path / "home"
