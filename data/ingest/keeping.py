"""Taking files in: their names, their sizes, the room they need, and their bytes safe on disk."""

import hashlib
import os
import shutil
from collections.abc import Sequence

from data.errors import DiskLow, StoreError
from data.ingest.findings.base import Place
from data.ingest.findings.journey import TooLargeUpload
from data.ingest.preview import Upload
from data.settings import UPLOAD_MB
from data.store import places

SPARE_BYTES = 500 * 2**20  # room that stays free besides three times the files


def bare_name(name: str) -> str:
    """The file's own name: some browsers send a path with it, and a name may hold anything."""
    own = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(letter if letter.isprintable() else "?" for letter in own)[:200] or "unnamed"


def check_disk(size: int) -> None:
    """Raise DiskLow unless there is room for three times the files and some more."""
    free, needed = shutil.disk_usage(places.work()).free, 3 * size + SPARE_BYTES
    if free < needed:
        raise DiskLow(free, needed)


def too_large(uploads: Sequence[Upload]) -> list[TooLargeUpload | None]:
    """One entry per upload when any is too large; else nothing."""
    limit = UPLOAD_MB.number()
    found = [
        TooLargeUpload(Place(), -(-len(upload.content) // 2**20), limit)
        if len(upload.content) > limit * 2**20
        else None
        for upload in uploads
    ]
    return found if any(found) else []


def received(sha256: str, name: str) -> Upload:
    """A file that was received before, as it came. Raises StoreError."""
    try:
        return Upload(name, (places.kept() / sha256).read_bytes())
    except OSError as error:
        raise StoreError(f"{name} is not kept any more ({error.strerror}). Upload it again.") from None


def keep(upload: Upload) -> None:
    """Write the bytes under their hash, for the owner only, and make sure they are on the disk."""
    target = places.kept() / upload.sha256
    if target.is_file() and hashlib.sha256(target.read_bytes()).hexdigest() == upload.sha256:
        return
    partial = target.with_suffix(f".{os.getpid()}.partial")
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(upload.content)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(target)
    places.sync(target.parent)
