"""Whether the product can serve, and what somebody should see to before it starts."""

import os
import platform
import shutil
import sqlite3
import stat
from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import Enum
from importlib.metadata import version as library_version
from typing import Any

from data.errors import RealizedError
from data.settings import ALL, home
from data.store import audit, history, ledger, places, rebuilding, sweeping

LIBRARIES = ("streamlit", "duckdb", "pyarrow", "pandas", "plotly", "openpyxl")
_LOW_BYTES = 1024 * 2**20


class Severity(Enum):
    FINE = "fine"
    WARNS = "warns"
    FAILS = "fails"


@dataclass(frozen=True)
class Check:
    """One thing looked at; `says` is a sentence that ends with the remedy where there is one."""

    severity: Severity
    says: str


@dataclass(frozen=True)
class Health:
    """What /health answers. `ok` is False when pages cannot be served; an empty store can.

    version, as_of, loaded_at   of the version that is served; null for an empty store
    fallback_from               the current version that cannot be opened, when an earlier one is served
    """

    ok: bool
    trouble: str | None
    version: int | None
    as_of: str | None
    loaded_at: str | None
    fallback_from: int | None
    schema: int
    ledger_ok: bool
    disk_free_mb: int | None

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def check() -> Health:
    """The facts a monitor asks for; never raises."""
    current, trouble = None, None
    try:
        current = history.current()
    except (RealizedError, OSError) as error:
        trouble = str(error)
    return Health(
        ok=trouble is None,
        trouble=trouble,
        version=current.number if current else None,
        as_of=current.as_of.isoformat() if current and current.as_of else None,
        loaded_at=current.loaded_at.isoformat() if current else None,
        fallback_from=current.fallback_from if current else None,
        schema=ledger.SCHEMA,
        ledger_ok=_ledger().severity is Severity.FINE,
        disk_free_mb=_free_mb(),
    )


def startup_checks() -> list[Check]:
    """Everything that is looked at before serving, and by `python -m data doctor`; never raises."""
    return [_careful(look) for look in _LOOKS]


def _careful(look: "_Look") -> Check:
    try:
        return look()
    except (RealizedError, OSError) as error:
        return Check(Severity.FAILS, str(error))


def _libraries() -> Check:
    found = ", ".join(f"{name} {library_version(name)}" for name in LIBRARIES)
    return Check(Severity.FINE, f"Python {platform.python_version()} with {found}.")


def _settings() -> Check:
    changed = [f"{one.name}={one.text()}" for one in ALL if one.text() != one.default]
    for one in ALL:
        if one.default.isdigit():
            one.number()
    return Check(Severity.FINE, f"Settings changed from their defaults: {', '.join(changed) or 'none'}.")


def _writable() -> Check:
    folder = home()
    probe = places.work() / f"probe-{os.getpid()}"
    try:
        probe.write_bytes(b"x")
        probe.unlink()
    except OSError as error:
        return Check(
            Severity.FAILS,
            f"{folder} cannot be written ({error.strerror}). Change its owner or REALIZED_HOME.",
        )
    return Check(Severity.FINE, f"{folder} can be written.")


def _private() -> Check:
    if os.name == "nt":
        return Check(Severity.FINE, "Access to the folder is left to Windows.")
    mode = stat.S_IMODE(home().stat().st_mode)
    if mode & 0o077:
        return Check(
            Severity.WARNS, f"{home()} can be read by other users of this machine. Run `chmod 700 {home()}`."
        )
    return Check(Severity.FINE, f"{home()} is closed to other users.")


def _not_root() -> Check:
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return Check(Severity.WARNS, "This runs as root. Start it as a user of its own.")
    return Check(Severity.FINE, "This does not run as root.")


def _disk() -> Check:
    free = _free_mb()
    if free is None:
        return Check(Severity.FAILS, "The disk cannot be asked for its free space. Check REALIZED_HOME.")
    if free * 2**20 < _LOW_BYTES:
        return Check(Severity.WARNS, f"Only {free} MB are free; uploads may be refused. Free some space.")
    return Check(Severity.FINE, f"{free} MB are free.")


def _ledger() -> Check:
    try:
        with ledger.reading() as connection:
            said = str(connection.execute("pragma quick_check").fetchone()[0])
    except (RealizedError, sqlite3.Error, OSError) as error:
        return Check(Severity.FAILS, str(error))
    if said != "ok":
        return Check(Severity.FAILS, f"The ledger is damaged ({said}). Restore ledger.sqlite from a backup.")
    return Check(Severity.FINE, f"The ledger is sound, at schema {ledger.SCHEMA}.")


def _audit() -> Check:
    broken = audit.broken()
    if broken is not None:
        return Check(
            Severity.WARNS,
            f"The audit was changed at row {broken}. Compare ledger.sqlite with a backup to see how.",
        )
    return Check(Severity.FINE, "The audit is complete.")


def _versions() -> Check:
    known, pointed = history.versions(), history.pointed()
    bad = [(one.number, reason) for one in known if (reason := history.unreadable(one))]
    if not bad:
        return Check(Severity.FINE, f"Every data version opens ({len(known)}).")
    listed = ", ".join(f"{number} ({reason})" for number, reason in bad)
    worst = Severity.FAILS if pointed in [number for number, _ in bad] else Severity.WARNS
    return Check(
        worst,
        f"Data versions that cannot be opened: {listed}. Restore their files from a backup, "
        "or make another version current with `python -m data restore`.",
    )


def _schemas() -> Check:
    old = [str(one.number) for one in history.versions() if rebuilding.is_outdated(one)]
    if old:
        return Check(
            Severity.WARNS,
            f"Data versions built by an older program: {', '.join(old)}. Run `python -m data rebuild`, "
            "else each is rebuilt when it is first asked for, which can take minutes when it is large.",
        )
    return Check(Severity.FINE, "Every data version has the tables of this program.")


def _orphans() -> Check:
    found = sweeping.orphans()
    if found:
        return Check(
            Severity.WARNS, f"{len(found)} files belong to no load. Restart the dashboard: it removes them."
        )
    return Check(Severity.FINE, "No file is left over from a load that came to nothing.")


def _free_mb() -> int | None:
    try:
        return shutil.disk_usage(places.work()).free // 2**20
    except OSError:
        return None


_Look = Callable[[], Check]
_LOOKS: tuple[_Look, ...] = (
    _libraries,
    _settings,
    _writable,
    _private,
    _not_root,
    _disk,
    _ledger,
    _audit,
    _versions,
    _schemas,
    _orphans,
)
