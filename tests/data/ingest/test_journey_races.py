"""The journey when several load at once, and when something goes wrong on the way."""

import threading
from datetime import UTC, datetime
from decimal import Decimal

import duckdb
import pytest

from data import store
from data.access import OPERATOR
from data.errors import MovedOn, VersionUnreadable
from data.ingest import attempt, journey
from data.ingest.journey import Upload
from data.store import ledger, loads, places, sweeping
from tests.data.ingest.small import upload
from tests.data.ingest.test_journey import ANA, BEN, codes, home, load, planned

__all__ = ["home"]  # a fixture


def test_of_two_previews_on_one_base_the_second_has_moved_on():
    load(upload())
    ana = journey.prepare([upload(planned=200)], ANA)
    ben = journey.prepare([upload(planned=300)], BEN)
    journey.accept(ben.load_id, BEN)
    with pytest.raises(MovedOn, match="Ben loaded version 2 at"):
        journey.accept(ana.load_id, ANA)
    assert planned() == {"P1": Decimal(300)}
    assert loads.find(ana.load_id).state == "discarded"


def test_two_accepts_at_once_of_different_files_make_one_version():
    previews = [journey.prepare([upload(planned=amount)], ANA) for amount in (200, 300, 400, 500)]
    ready, versions, moved = threading.Barrier(4), [], []

    def accept(preview):
        ready.wait()
        try:
            versions.append(journey.accept(preview.load_id, ANA))
        except MovedOn as error:
            moved.append(error)

    threads = [threading.Thread(target=accept, args=(preview,)) for preview in previews]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(versions), len(moved)) == (1, 3)
    assert store.current() == versions[0]
    assert len(planned()) == 1


def test_two_accepts_of_the_same_bytes_answer_the_same_version():
    ana, ben = journey.prepare([upload()], ANA), journey.prepare([upload()], BEN)
    first = journey.accept(ana.load_id, ANA)
    assert journey.accept(ben.load_id, BEN) == first
    assert journey.accept(ana.load_id, ANA) == first
    assert [one.number for one in store.versions()] == [1]


def test_nothing_is_loaded_on_a_version_that_cannot_be_opened():
    load(upload())
    second = load(upload(planned=300))
    second.path.write_bytes(b"damaged")
    assert store.current().fallback_from == 2
    with pytest.raises(VersionUnreadable, match="Data version 2 cannot be opened"):
        journey.prepare([upload(planned=400)], ANA)


def test_a_version_file_that_changed_after_building_is_refused(monkeypatch):
    def tamper(path):
        with duckdb.connect(path) as connection:
            connection.execute("update planned_values set value = 1, amount = 1")
        return opened(path)

    opened = attempt.attached
    monkeypatch.setattr(attempt, "attached", tamper)
    preview = journey.prepare([upload()], ANA)
    assert codes(preview)[-1] == "not-as-built"
    assert preview.report["files"][0]["findings"][-1]["what"] == (
        "The new version does not hold what was written to it (planned_values.amount: 100.000000 written, "
        "1.000000 found, planned_values.value: 100.000000 written, 1.000000 found)."
    )
    assert store.current() is None


def test_trouble_nobody_foresaw_refuses_with_a_reference(caplog):
    def stumble(step):
        if step.name == "checked":
            raise RuntimeError("the content of a cell")

    load(upload())
    preview = journey.prepare([upload(planned=300)], ANA, on_step=stumble)
    assert (preview.refused, codes(preview)) == (True, ["unexpected"])
    (logged,) = [one for one in caplog.records if getattr(one, "facts", {}).get("reference")]
    assert logged.facts["reference"] in preview.report["files"][0]["findings"][0]["what"]
    assert logged.facts["kind"] == "RuntimeError"
    assert "the content of a cell" not in str(logged.__dict__)
    assert planned() == {"P1": Decimal(100)}


def test_a_visitor_who_leaves_ends_the_load():
    def leave(step):
        if step.name == "read":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        journey.prepare([upload()], ANA, on_step=leave)
    with ledger.reading() as connection:
        assert [row["state"] for row in connection.execute("select state from load")] == ["discarded"]


def test_the_time_of_loading_is_now_in_utc():
    before = datetime.now(UTC).replace(microsecond=0)
    version = load(upload())
    assert before <= version.loaded_at <= datetime.now(UTC)
    with store.reader(OPERATOR) as cursor:
        (loaded_at,) = cursor.execute("select loaded_at from loaded_files").fetchone()
    assert before <= loaded_at.replace(tzinfo=UTC) <= version.loaded_at


def test_a_chain_of_loads_and_restores_leaves_no_stray_file():
    load(upload())
    load(upload(planned=300))
    journey.discard(journey.prepare([upload(planned=400)], ANA).load_id)
    journey.prepare([Upload("bad.xlsx", b"PK\x03\x04 torn")], ANA)
    store.restore(1, ANA)
    assert sweeping.orphans() == []
    files = sorted(path.stem for path in places.versions().iterdir())
    assert files == sorted(version.load_id for version in store.versions())
    assert [path for path in places.work().iterdir() if path.is_dir()] == []
