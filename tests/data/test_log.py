"""The log: one line of JSON an event, whatever a name holds."""

import json
import logging

import pytest

from data import log
from data.errors import SettingError


@pytest.fixture(autouse=True)
def restored():
    logger = logging.getLogger("realized")
    before = (logger.handlers[:], logger.level, logger.propagate)
    yield
    logger.handlers[:], logger.propagate = before[0], before[2]
    logger.setLevel(before[1])


def test_an_event_is_one_line_of_json(capsys):
    log.set_up()
    log.set_up()
    with log.about(load="20260630-1"):
        log.event("load refused", code='bad"\n{"level": "ERROR"}', rows=3)
    (line,) = capsys.readouterr().err.splitlines()
    entry = json.loads(line)
    assert entry.pop("at").endswith("Z")
    assert entry == {
        "level": "INFO",
        "event": "load refused",
        "facts": {"load": "20260630-1", "code": 'bad"\n{"level": "ERROR"}', "rows": 3},
    }


def test_the_level_is_a_setting(capsys, monkeypatch):
    monkeypatch.setenv("REALIZED_LOG_LEVEL", "error")
    log.set_up()
    log.event("quiet")
    assert capsys.readouterr().err == ""
    monkeypatch.setenv("REALIZED_LOG_LEVEL", "loud")
    with pytest.raises(SettingError, match="REALIZED_LOG_LEVEL='loud' cannot be used"):
        log.set_up()


def test_trouble_gets_a_reference_that_the_log_holds(capsys):
    log.set_up()
    reference = log.trouble("load failed", kind="RuntimeError")
    assert json.loads(capsys.readouterr().err)["facts"] == {"reference": reference, "kind": "RuntimeError"}
