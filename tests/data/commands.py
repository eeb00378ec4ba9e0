"""Commands of `python -m data`: in this process, which is quick, or in one of their own, as by a script."""

import contextlib
import io
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from data import cli
from data.ingest import worker

ROOT = Path(__file__).parents[2]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What the command says and answers when called from `folder`."""
    out, err = io.StringIO(), io.StringIO()
    with (
        contextlib.chdir(folder),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        _log_as_before(),
    ):
        try:
            code = cli.main(arguments)
        except SystemExit as ended:
            code = int(str(ended.code))
    return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())


def started(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The same from a process of its own."""
    return _process([sys.executable, "-m", "data", *arguments], folder)


def piped(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    """A line for the shell that begins with the arguments of the command."""
    return _process(["sh", "-c", f"{sys.executable} -m data {line}"], folder)


@pytest.fixture(scope="module", autouse=True)
def reader_kept() -> Iterator[None]:
    """One reading process for the commands of a module, which none of them leaves behind."""
    yield
    worker.drop()


def _process(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@contextlib.contextmanager
def _log_as_before() -> Iterator[None]:
    """A command sends the log to its own stderr."""
    log = logging.getLogger("realized")
    before = log.handlers[:], log.level, log.propagate
    try:
        yield
    finally:
        log.handlers[:], log.level, log.propagate = before
