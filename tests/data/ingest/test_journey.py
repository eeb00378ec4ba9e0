"""The journey: what each way through it changes, and above all what it does not change."""

import io
import zipfile
from datetime import UTC, date
from decimal import Decimal

import pytest

from data import store
from data.access import OPERATOR, Role, Viewer
from data.errors import DiskLow, NotAllowed, StoreError
from data.ingest import journey, keeping
from data.ingest.journey import Upload
from data.store import audit, loads, places, refusals
from tests.data.ingest.small import upload

ANA, BEN = Viewer("Ana", Role.STEWARD), Viewer("Ben", Role.STEWARD)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("REALIZED_HOME", str(tmp_path / "home"))


def load(*uploads, viewer=ANA, as_of=None):
    preview = journey.prepare(uploads, viewer, as_of)
    assert not preview.refused, preview.report
    return journey.accept(preview.load_id, viewer)


def planned(number=None):
    """Program -> sum of planned amounts, in a version as questions see it."""
    with store.reader(OPERATOR, number) as cursor:
        return dict(
            cursor.execute(
                "select program_id, sum(amount) from planned_values group by 1 order by 1"
            ).fetchall()
        )


def codes(preview, file=0):
    return [finding["code"] for finding in preview.report["files"][file]["findings"]]


def test_every_step_is_told_in_order_and_ends_in_a_version():
    steps = []
    preview = journey.prepare([upload()], ANA, on_step=steps.append)
    assert [step.name for step in steps] == [
        "received",
        "kept",
        "gated",
        "read",
        "checked",
        "built",
        "verified",
        "previewed",
    ]
    assert [step.share for step in steps] == sorted(step.share for step in steps)
    assert steps[-1].share == 1.0
    version = journey.accept(preview.load_id, ANA, on_step=steps.append)
    assert [step.name for step in steps[8:]] == ["current", "announced"]
    assert loads.find(preview.load_id).state == "announced"
    assert (version.number, version.as_of, version.loaded_by) == (1, date(2026, 1, 31), "Ana")
    assert store.current() == version
    assert planned() == {"P1": Decimal(100)}


def test_a_preview_changes_nothing_that_anybody_sees():
    load(upload())
    preview = journey.prepare([upload(planned=300)], ANA)
    assert preview.change["values"]["planned_values"] == {"new": 0, "changed": 1, "gone": 0, "same": 0}
    assert store.current().number == 1
    assert planned() == {"P1": Decimal(100)}
    journey.discard(preview.load_id)
    journey.discard(preview.load_id)
    assert not places.version_file(preview.load_id).exists()
    assert [one.number for one in store.versions()] == [1]
    with pytest.raises(StoreError, match="This load was discarded and cannot be accepted"):
        journey.accept(preview.load_id, ANA)


def test_the_report_has_the_documented_shape():
    one = upload()
    (report,) = journey.prepare([one], ANA).report["files"]
    assert list(report) == ["file", "sha256", "source", "version", "tables", "findings"]
    assert (report["file"], report["sha256"], report["version"]) == ("plan.xlsx", one.sha256, None)
    benefits = next(table for table in report["tables"] if table["table"] == "benefits")
    assert (benefits["sheet"], benefits["header_row"], benefits["first_column"]) == ("Benefits", 1, "A")
    assert (benefits["rows_read"], benefits["rows_kept"], benefits["rows_left_out"]) == (1, 1, 0)
    values = next(table for table in report["tables"] if table["table"] == "planned_values")
    assert values["sums"] == {"value": "100"}


def test_the_bytes_are_kept_privately_under_their_hash():
    one = upload()
    journey.prepare([one], ANA)
    kept = places.kept() / one.sha256
    assert kept.read_bytes() == one.content
    assert kept.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in places.kept().iterdir()] == [one.sha256]


def test_a_torn_kept_file_is_written_again():
    one = upload()
    (places.kept() / one.sha256).write_bytes(one.content[:100])
    load(one)
    assert (places.kept() / one.sha256).read_bytes() == one.content


def test_the_same_bytes_again_change_nothing_and_name_the_version():
    version = load(upload())
    again = journey.prepare([upload(name="renamed.xlsx")], BEN)
    assert (again.already, again.refused) == (version, False)
    (report,) = again.report["files"]
    day = f"{version.loaded_at:%-d %B %Y}"
    assert report["findings"][0]["what"] == f"Already loaded as version 1 on {day} by Ana; nothing changed."
    assert (report["file"], report["version"]) == ("renamed.xlsx", 1)
    assert [table["table"] for table in report["tables"]] == [
        "programs",
        "business_cases",
        "benefits",
        "planned_values",
        "realized_values",
    ]
    assert [one.number for one in store.versions()] == [1]


def test_the_same_rows_in_another_file_change_nothing():
    version = load(upload())
    other = Upload("plan.xlsx", _repacked(upload().content))
    assert other.sha256 != upload().sha256
    preview = journey.prepare([other], BEN)
    assert preview.already == version
    assert codes(preview) == ["already-loaded"]
    assert [one.number for one in store.versions()] == [1]


def _repacked(content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return packed.getvalue()


def test_the_same_file_with_another_status_date_is_a_new_version():
    load(upload())
    assert load(upload(), as_of=date(2026, 3, 31)).as_of == date(2026, 3, 31)
    assert journey.prepare([upload()], ANA, as_of=date(2026, 3, 31)).already.number == 2


def test_a_file_whose_rows_were_replaced_can_be_loaded_again():
    load(upload())
    load(upload(planned=300))
    assert load(upload()).number == 3
    assert planned() == {"P1": Decimal(100)}


def test_a_file_beside_others_is_still_there():
    load(upload())
    load(upload(program="P2", planned=7))
    assert journey.prepare([upload()], ANA).already.number == 1
    assert planned() == {"P1": Decimal(100), "P2": Decimal(7)}


def test_an_undone_load_can_be_loaded_again():
    load(upload())
    load(upload(planned=300))
    store.restore(1, ANA)
    assert load(upload(planned=300)).number == 3
    assert planned() == {"P1": Decimal(300)}


def test_checking_reads_also_what_is_known():
    load(upload())
    preview = journey.prepare([upload()], ANA, even_if_known=True)
    assert preview.already is None
    assert len(preview.report["files"][0]["tables"]) == 5


def test_several_files_are_one_version():
    version = load(upload("one.xlsx"), upload("two.xlsx", program="P2", planned=7))
    assert [file.name for file in version.files] == ["one.xlsx", "two.xlsx"]
    assert planned() == {"P1": Decimal(100), "P2": Decimal(7)}


def test_one_refused_file_refuses_all_and_changes_nothing():
    load(upload())
    preview = journey.prepare([upload("good.xlsx", planned=300), Upload("bad.xlsx", b"PK\x03\x04 torn")], ANA)
    assert preview.refused
    assert codes(preview, 0)[-1] == "other-file-refused"
    assert preview.report["files"][1]["findings"][0]["severity"] == "refuses"
    assert (store.current().number, planned()) == (1, {"P1": Decimal(100)})
    assert not places.version_file(preview.load_id).exists()
    assert loads.find(preview.load_id).state == "refused"


def test_a_refusal_is_remembered_for_people_and_in_the_audit():
    preview = journey.prepare([Upload("bad.xlsx", b"PK\x03\x04 torn")], ANA)
    (refusal,) = refusals.latest()
    finding = preview.report["files"][0]["findings"][0]
    assert (refusal.load_id, refusal.by, refusal.files) == (preview.load_id, "Ana", ("bad.xlsx",))
    assert refusal.why == finding["what"]
    assert refusal.at.tzinfo == UTC
    assert audit.broken() is None


def test_an_empty_template_is_refused():
    preview = journey.prepare([upload(change=lambda rows: [rows[name].clear() for name in rows])], ANA)
    assert preview.refused


def test_a_reader_may_not_load():
    with pytest.raises(NotAllowed, match=r"Your role does not allow you to load files\."):
        journey.prepare([upload()], Viewer("Cleo", Role.READER))
    preview = journey.prepare([upload()], ANA)
    with pytest.raises(NotAllowed):
        journey.accept(preview.load_id, Viewer("Cleo", Role.READER))
    assert store.current() is None


def test_a_file_above_the_limit_is_refused(monkeypatch):
    monkeypatch.setenv("REALIZED_UPLOAD_MB", "1")
    preview = journey.prepare([Upload("big.csv", b"a,b\n" * 300_000)], ANA)
    assert (
        preview.report["files"][0]["findings"][0]["what"]
        == "The file has 2 MB and files may have up to 1 MB."
    )
    assert preview.refused


def test_too_little_room_is_said_before_anything_begins(monkeypatch):
    monkeypatch.setattr(keeping, "SPARE_BYTES", 2**60)
    with pytest.raises(DiskLow, match=r"MB are free where the data is kept"):
        journey.prepare([upload()], ANA)
    assert list(places.kept().iterdir()) == []


def test_nothing_uploaded_says_so():
    with pytest.raises(StoreError, match="No file was received"):
        journey.prepare([], ANA)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/plan.xlsx", "plan.xlsx"),
        ("C:\\Users\\me\\plan.xlsx", "plan.xlsx"),
        ("a\nb\x1b[31m.xlsx", "a?b?[31m.xlsx"),
        ("", "unnamed"),
        ("x" * 500, "x" * 200),
    ],
)
def test_file_names_are_made_harmless(sent, kept):
    assert keeping.bare_name(sent) == kept
