"""Reading a version: which rows a viewer may see is decided here and nowhere else."""

import atexit
import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from data.access import Viewer
from data.errors import NoData, NotAllowed, StoreError, TookTooLong, VersionUnreadable
from data.store import history, places, rebuilding
from data.store.history import Version
from data.store.opening import open_version, reason

SECONDS = 20.0  # what a question may take
_OPEN = 4  # databases kept open: the current version and a few that links are pinned to

_Key = tuple[Path, str]
_lock = threading.Lock()
_databases: OrderedDict[_Key, duckdb.DuckDBPyConnection] = OrderedDict()
atexit.register(_databases.clear)  # else duckdb complains at the end of a command


@contextmanager
def reader(viewer: Viewer, number: int | None = None, setup: str = "") -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor of its own on a version (the current one unless `number` says otherwise).

    `setup` is SQL that defines macros; it runs once per version and text. Raises NoData,
    UnknownVersion, VersionUnreadable, NotRebuilt, TookTooLong after `SECONDS`, and StoreError when the
    database had to be opened anew.
    """
    if viewer.scope is not None:  # until rows can be limited, somebody limited sees none
        raise NotAllowed("see this data")
    asked = history.version(number) if number is not None else history.current()
    if asked is None:
        raise NoData
    rebuilding.bring_up_to_date(asked)
    key = (asked.path, setup)
    cursor = _cursor(asked, key)
    timer = threading.Timer(SECONDS, cursor.interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield cursor
    except duckdb.InterruptException:
        raise TookTooLong(int(SECONDS)) from None
    except (duckdb.FatalException, duckdb.IOException, duckdb.SerializationException) as error:
        _drop(key)
        raise _ours(asked, error) from error
    finally:
        timer.cancel()
        timer.join()  # it holds the cursor
        with suppress(duckdb.Error):
            cursor.close()


@contextmanager
def previewed(viewer: Viewer, load_id: str, setup: str = "") -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to the version that a load has built and nobody has accepted yet. Raises StoreError
    where it is there no longer."""
    if viewer.scope is not None:
        raise NotAllowed("see this data")
    try:
        connection = open_version(places.version_file(load_id), setup)
    except duckdb.Error as error:
        raise StoreError("This preview is no longer kept. Upload the files again.") from error
    try:
        yield connection
    finally:
        connection.close()


def _ours(asked: Version, error: duckdb.Error) -> StoreError:
    """Damage makes a version unreadable; anything else (a full disk) passes once it is opened anew."""
    if "orrupt" not in str(error) and not isinstance(error, duckdb.SerializationException):
        return StoreError(f"The data was opened anew ({reason(error)}). Repeat what you did.")
    history.mark_unreadable(asked, reason(error))
    return VersionUnreadable(asked.number, reason(error))


def _cursor(asked: Version, key: _Key) -> duckdb.DuckDBPyConnection:
    """A cursor that works; a database that was invalidated is opened once more."""
    try:
        cursor = _database(key).cursor()
        cursor.execute("select 1")
    except duckdb.FatalException:
        _drop(key)
        cursor = _database(key).cursor()
    except duckdb.IOException as error:
        raise VersionUnreadable(asked.number, reason(error)) from error
    return cursor


def _database(key: _Key) -> duckdb.DuckDBPyConnection:
    with _lock:
        if key not in _databases:
            _databases[key] = open_version(*key)
            while len(_databases) > _OPEN:
                _databases.popitem(
                    last=False
                )  # not closed: that would end its cursors; it goes with the last
        _databases.move_to_end(key)
        return _databases[key]


def _drop(key: _Key) -> None:
    with _lock:
        _databases.pop(key, None)
