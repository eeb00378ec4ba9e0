"""One hash of what a file says, however it was packed, named or laid out on its sheets."""

import hashlib
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.staged import Reading

_WHERE_IT_STOOD = {"sheet", "row", "cell", "raw"}
_NULL = "\x00"


def rows_sha256(reading: Reading) -> str:
    """The hash of every stored value by table and column, in order; '' when there is none."""
    hashed = hashlib.sha256(f"{reading.profile}\n{reading.source}\n".encode())
    found = False
    for read in reading.tables:
        if read.table and read.rows is not None and read.rows.num_rows:
            hashed.update(f"{read.table}\n".encode())
            _add(hashed, read.rows)
            found = True
    return hashed.hexdigest() if found else ""


def _add(hashed: Any, rows: pa.Table) -> None:
    names = [name for name in rows.column_names if name not in _WHERE_IT_STOOD]
    texts = [pc.fill_null(rows[name].cast(pa.string()), _NULL) for name in names]
    plain = pa.table(dict(zip(names, texts, strict=True))).combine_chunks()
    with pa.ipc.new_stream(pa.PythonFile(_Hashing(hashed), mode="w"), plain.schema) as stream:
        stream.write_table(plain)


class _Hashing:
    """A file that only hashes what is written to it."""

    closed = False

    def __init__(self, hashed: Any) -> None:
        self._hashed = hashed

    def write(self, content: Any) -> int:
        self._hashed.update(content)
        return len(content)

    def flush(self) -> None: ...

    def close(self) -> None: ...
