"""What was once made, kept by its key: one SQLite file that may be deleted at any time.

The rollback journal and ``synchronous=OFF`` were measured against the write-ahead log on 4,000 values of
20 kB: 0.05 s of processor time against 0.14 s (0.37 s with ``synchronous=NORMAL``), and opened in half
the time. A killed build is rolled back; what a power cut may garble is told by a checksum, and is a miss.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING, Final, TypeVar
from zlib import crc32

from generator.model.diagnostic import EngineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from types import TracebackType
    from typing import Self

T = TypeVar("T")

_VERSION: Final = 1  # of the tables below
_TABLES: Final = f"""
    CREATE TABLE item (key TEXT PRIMARY KEY, value BLOB, crc INTEGER);
    CREATE TABLE slot (name TEXT PRIMARY KEY, value BLOB, crc INTEGER);
    CREATE TABLE used (build INTEGER PRIMARY KEY, keys TEXT);
    PRAGMA user_version = {_VERSION};
"""
_KEPT_BUILDS: Final = 3
_AT_ONCE: Final = 500  # keys in one question; SQLite before 3.32 takes no more than 999
_IN_HAND: Final = 8 << 20  # bytes held back before a batch is written
_WAIT: Final = 2.0  # seconds for another build to finish its writing
_NOT_OURS: Final = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_AUTH,
}
_DISK: Final = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}


class Store:
    """A context manager over one cache file, for the driver alone.

    A damaged file, or one of another version, is begun afresh without a word. Where the file cannot be
    made, read or written, the work goes on without it and ``without`` says why. A full or failing disk
    is an ``EngineError``.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.without: str | None = None
        self._connection: sqlite3.Connection | None = None
        self._items: dict[str, bytes] = {}
        self._slots: dict[str, bytes] = {}
        self._held = 0
        self._used: dict[str, None] = {}

    def __enter__(self) -> Self:
        """Open the file, or make it."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self.without = f"{self.path.parent} cannot be made: {error.strerror}"
            return self
        try:
            if self.path.exists() and not self.path.is_file():  # never clear away what may be somebody's own
                self.without = f"{self.path} is not a file"
                return self
        except OSError as error:
            self.without = f"{self.path} cannot be read: {error.strerror}"
            return self
        self._connect()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        """Write what is held back, also after a failure: what was made is good."""
        try:
            self._flush()
        except EngineError:
            if error is None:
                raise
        finally:
            self._disconnect()

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return the values that are kept, and count all the keys as used by this build."""
        wanted = list(dict.fromkeys(keys))
        self._used.update(dict.fromkeys(wanted))
        found = {key: self._items[key] for key in wanted if key in self._items}
        missing = [key for key in wanted if key not in found]
        found.update(self._attempt(lambda db: dict(_select(db, missing))) or {})
        return found

    def put_many(self, values: dict[str, bytes]) -> None:
        """Keep values; they are written in batches and when the store is closed."""
        self._used.update(dict.fromkeys(values))
        if self._connection is None:
            return
        self._items.update(values)
        self._held += sum(map(len, values.values()))
        if self._held > _IN_HAND:
            self._flush()

    def recall(self, name: str) -> bytes | None:
        """Return what was last remembered under ``name``."""
        if name in self._slots:
            return self._slots[name]
        question = "SELECT name, value, crc FROM slot WHERE name = ?"
        found = self._attempt(lambda db: dict(_sound(db.execute(question, (name,)))))
        return found.get(name) if found else None

    def remember(self, name: str, value: bytes) -> None:
        """Keep a small value under a name of its own; it is not swept."""
        if self._connection is not None:
            self._slots[name] = value

    def sweep(self) -> None:
        """End a build: drop what neither it nor the two builds before it asked for or made.

        Call it only where a build asked for all that it stands on; a command that reads one file does not.
        """
        self._flush()
        self._attempt(lambda db: _sweep(db, self._used))

    def _connect(self) -> None:
        """Open the file; where it is damaged or of another version, make a new one in its place."""
        for _ in range(2):
            try:
                self._connection = sqlite3.connect(self.path, timeout=_WAIT, isolation_level=None)
                self._connection.text_factory = _text  # a damaged key is no other's
                if _ready(self._connection):
                    return
            except sqlite3.Error as error:
                if not self._damaged(error):
                    return
            if not self._clear():
                return
        self.without = f"{self.path} cannot be made"

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def _clear(self) -> bool:
        """Take the file away, with the journal of it."""
        self._disconnect()
        try:
            for path in (self.path, self.path.with_name(f"{self.path.name}-journal")):
                path.unlink(missing_ok=True)
        except OSError as error:
            self.without = f"{self.path} is damaged and cannot be removed: {error.strerror}"
            return False
        return True

    def _attempt(self, action: Callable[[sqlite3.Connection], T]) -> T | None:
        """Do ``action``, or return None where the file does not allow it."""
        if self._connection is None:
            return None
        try:
            return action(self._connection)
        except sqlite3.Error as error:
            with suppress(sqlite3.Error):
                self._connection.rollback()
            if self._damaged(error) and self._clear():
                self._connect()
            return None

    def _damaged(self, error: sqlite3.Error) -> bool:
        """Judge a failure: True where the file is at fault, not the disk nor our right to use it."""
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF  # the primary code
        if code in _DISK:
            self._disconnect()
            advice = "Make room on the disk, or build with --no-cache."
            raise EngineError(f"The cache {self.path} cannot be written: {error}. {advice}") from error
        if code in _NOT_OURS:
            self._disconnect()
            self.without = f"{self.path} cannot be used: {error}"
            return False
        return True

    def _flush(self) -> None:
        """Write all that is held back, whole or not at all."""
        items, slots = self._items, self._slots
        if not items and not slots:
            return
        self._items, self._slots, self._held = {}, {}, 0
        self._attempt(lambda db: _write(db, items, slots))


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _ready(db: sqlite3.Connection) -> bool:
    """Tell whether the tables are there, making them in a new file; False for another version's."""
    db.execute("PRAGMA synchronous = OFF")
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version == _VERSION:
        return True
    if version or db.execute("SELECT count(*) FROM sqlite_master").fetchone() != (0,):
        return False
    db.execute("PRAGMA page_size = 16384")
    db.executescript(f"BEGIN IMMEDIATE; {_TABLES} COMMIT;")
    return True


def _sound(rows: Iterable[tuple[str, bytes, int]]) -> Iterator[tuple[str, bytes]]:
    """Leave out the values that are not what was written."""
    for key, value, crc in rows:
        if isinstance(value, bytes) and crc == crc32(value, crc32(key.encode())):
            yield key, value


def _select(db: sqlite3.Connection, keys: list[str]) -> Iterator[tuple[str, bytes]]:
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        marks = ",".join("?" * len(some))
        yield from _sound(db.execute(f"SELECT key, value, crc FROM item WHERE key IN ({marks})", some))  # noqa: S608 - marks alone


def _write(db: sqlite3.Connection, items: dict[str, bytes], slots: dict[str, bytes]) -> None:
    db.execute("BEGIN IMMEDIATE")
    for table, values in (("item", items), ("slot", slots)):
        rows = ((key, value, crc32(value, crc32(key.encode()))) for key, value in values.items())
        db.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)", rows)  # noqa: S608 - two names of ours
    db.execute("COMMIT")


_KEYS = "SELECT keys FROM used WHERE typeof(keys) = 'text'"  # in a damaged file it may be anything


def _sweep(db: sqlite3.Connection, used: Iterable[str]) -> None:
    """Note this build's keys as one text, which is cheaper than a mark at each of them, and drop the rest."""
    db.execute("BEGIN IMMEDIATE")
    (last,) = db.execute("SELECT ifnull(max(build), 0) FROM used").fetchone()
    db.execute("INSERT INTO used VALUES (?, ?)", (last + 1, "\n".join(used)))
    db.execute("DELETE FROM used WHERE build <= ?", (last + 1 - _KEPT_BUILDS,))
    kept = {key for (keys,) in db.execute(_KEYS) for key in keys.split("\n")}
    gone = [row for row in db.execute("SELECT key FROM item") if row[0] not in kept]
    db.executemany("DELETE FROM item WHERE key = ?", gone)
    db.execute("COMMIT")
    (pages,), (free,) = (db.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "freelist_count"))
    if free > max(pages // 2, 1024):  # 16 MB; the empty pages below that are filled by the next build
        with suppress(sqlite3.Error):  # it needs as much room again, and is not worth a failure
            db.execute("VACUUM")
