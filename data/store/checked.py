"""What checking a version found, kept beside its file: version files never change once written."""

import os

from data.store import places
from data.store.history import Version


def write(version: Version, found: str) -> None:
    """Keep the text under the version's name; what an earlier run found gives way, whole."""
    target = places.checks_file(version.load_id)
    begun = target.with_name(f"{target.name}.{os.getpid()}")
    begun.write_text(found, encoding="utf-8")
    begun.chmod(0o600)
    begun.replace(target)


def read(version: Version) -> str | None:
    """What the last run found; None when the version was never checked, or made anew since."""
    kept = places.checks_file(version.load_id)
    try:
        if kept.stat().st_mtime_ns < version.path.stat().st_mtime_ns:
            return None
        return kept.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
