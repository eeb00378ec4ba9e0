"""The gate for everything that comes in a zip container: nothing is believed before it is measured.

Only the directory is read through `zipfile`; parts are unpacked here, in small pieces, counted and
checked as they come. A part that lies about its size, its checksum or its place refuses the file.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager
from io import SEEK_END
from pathlib import Path
from typing import BinaryIO

from data.ingest.findings.base import Refused
from data.ingest.findings.container import (
    AmbiguousParts,
    DamagedFile,
    ExpandsTooMuch,
    PasswordProtected,
    PointsOutside,
    TooMuch,
)
from data.ingest.reading.limits import Limits

_END = struct.Struct("<4s4H2LH")  # the record that ends a zip file
_LOCAL = struct.Struct("<4s5H3L2H")  # the record before each part
_CHUNK = 1 << 18
_ENCRYPTED = 0x1 | 0x40
_UNPACKABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Package(AbstractContextManager["Package"]):
    """An opened zip container whose directory passed the gate.

    Part names are looked up without regard to case or to a leading slash, as spreadsheet programs do.
    """

    def __init__(self, path: Path, limits: Limits) -> None:
        """Open `path`; raises Refused where its directory cannot be trusted."""
        self._limits = limits
        self._inflated: dict[str, int] = {}
        self._file = path.open("rb")
        try:
            _check_end(self._file, limits)
            self._parts = _directory(self._file)
            _check_places(self._file, list(self._parts.values()))
        except (zipfile.BadZipFile, struct.error, UnicodeDecodeError, ValueError, NotImplementedError):
            self.close()
            raise Refused(DamagedFile("its table of contents cannot be read")) from None
        except Refused:
            self.close()
            raise

    def close(self) -> None:
        self._file.close()

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def names(self) -> list[str]:
        """The names of all parts, as `key` writes them."""
        return list(self._parts)

    def __contains__(self, name: str) -> bool:
        return key(name) in self._parts

    def stream(self, name: str) -> Iterator[bytes]:
        """The unpacked bytes of a part, piece by piece. Raises Refused, at the latest after the last
        piece: who stops earlier has not checked the part."""
        part = self._parts.get(key(name))
        if part is None:
            raise Refused(DamagedFile(f"its part {name!r} is missing"))
        if part.flag_bits & _ENCRYPTED:
            raise Refused(PasswordProtected())
        if part.compress_type not in _UNPACKABLE:
            raise Refused(DamagedFile(f"its part {name!r} is packed in a way no spreadsheet program uses"))
        self._measure(part, part.file_size)  # what says itself that it is too large is not unpacked first
        return self._checked(part)

    def size(self, name: str) -> int:
        """The bytes that a part says it unpacks to."""
        part = self._parts.get(key(name))
        return part.file_size if part else 0

    def read(self, name: str) -> bytes:
        return b"".join(self.stream(name))

    def _checked(self, part: zipfile.ZipInfo) -> Iterator[bytes]:
        size, checksum = 0, 0
        for piece in self._unpacked(part):
            size += len(piece)
            self._measure(part, size)
            if size > part.file_size:
                break
            checksum = zlib.crc32(piece, checksum)
            yield piece
        if size != part.file_size or checksum != part.CRC:
            raise Refused(DamagedFile(f"the content of its part {part.filename!r} was changed or cut off"))

    def _unpacked(self, part: zipfile.ZipInfo) -> Iterator[bytes]:
        packed = self._packed(part)
        if part.compress_type == zipfile.ZIP_STORED:
            yield from packed
            return
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            for chunk in packed:
                while chunk and not inflate.eof:
                    yield inflate.decompress(chunk, _CHUNK)
                    chunk = inflate.unconsumed_tail
            yield inflate.flush()
        except zlib.error:
            raise Refused(DamagedFile(f"its part {part.filename!r} cannot be unpacked")) from None
        if not inflate.eof or inflate.unused_data:
            raise Refused(DamagedFile(f"its part {part.filename!r} ends too early or too late"))

    def _packed(self, part: zipfile.ZipInfo) -> Iterator[bytes]:
        offset, left = _data_offset(self._file, part), part.compress_size
        while left:
            self._file.seek(offset)  # parts may be read in turns
            chunk = self._file.read(min(left, _CHUNK))
            if not chunk:
                raise Refused(DamagedFile(f"its part {part.filename!r} is cut off"))
            offset, left = offset + len(chunk), left - len(chunk)
            yield chunk

    def _measure(self, part: zipfile.ZipInfo, size: int) -> None:
        limits = self._limits
        self._inflated[part.filename] = size
        if sum(self._inflated.values()) > limits.inflated:
            raise Refused(ExpandsTooMuch(part.filename, limits.inflated))
        if size > limits.ratio_from and size > limits.ratio * part.compress_size:
            raise Refused(ExpandsTooMuch(part.filename, limits.ratio_from))


def key(name: str) -> str:
    """The one spelling under which a part is found."""
    return name.replace("\\", "/").lstrip("/").casefold()


def _check_end(file: BinaryIO, limits: Limits) -> None:
    """The last record must be whole and plausible before the directory is read at all."""
    size = file.seek(0, SEEK_END)
    start = max(0, size - _END.size - 0xFFFF)
    file.seek(start)
    tail = file.read()
    at = tail.rfind(b"PK\5\6")
    if at < 0:
        raise Refused(DamagedFile("its end is missing, as after a download that broke off"))
    _, _, _, _, count, length, offset, comment = _END.unpack_from(tail, at)
    if count > limits.parts:
        raise Refused(TooMuch("parts inside the file", limits.parts, count if count < 0xFFFF else None))
    end = start + at
    rest = tail[at + _END.size + comment :]
    if offset + length != end or len(tail) < at + _END.size + comment or rest.strip(b"\0"):
        raise Refused(DamagedFile("its table of contents does not lie where the file says"))
    if length > limits.parts * 512:
        raise Refused(DamagedFile("its table of contents is larger than any real one"))


def _directory(file: BinaryIO) -> dict[str, zipfile.ZipInfo]:
    with zipfile.ZipFile(file) as archive:
        entries = archive.infolist()
    parts: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        name = key(entry.filename)
        if ".." in name.split("/") or ":" in name or "\0" in entry.orig_filename:
            raise Refused(PointsOutside(entry.orig_filename))
        if name in parts:
            raise Refused(AmbiguousParts(entry.filename))
        parts[name] = entry
    return parts


def _check_places(file: BinaryIO, entries: list[zipfile.ZipInfo]) -> None:
    """Each part lies in a place of its own, behind a record of its own name."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            raise Refused(DamagedFile("two of its parts lie in the same place"))
        end = _data_offset(file, entry) + entry.compress_size


def _data_offset(file: BinaryIO, entry: zipfile.ZipInfo) -> int:
    """Where the packed bytes of a part begin."""
    file.seek(entry.header_offset)
    mark, *_, name_length, extra_length = _LOCAL.unpack(file.read(_LOCAL.size))
    name = file.read(name_length)
    written = entry.orig_filename.encode("utf-8" if entry.flag_bits & 0x800 else "cp437")
    if mark != b"PK\3\4" or name != written:
        raise Refused(DamagedFile(f"its part {entry.filename!r} is not where the table of contents says"))
    return entry.header_offset + _LOCAL.size + int(name_length) + int(extra_length)
