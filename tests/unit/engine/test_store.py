from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.engine import store as module
from generator.engine.store import Store
from generator.model.diagnostic import EngineError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "store.sqlite3"


def filled(path: Path) -> None:
    with Store(path) as store:
        store.put_many({"a": b"1", "b": b""})
        store.remember("manifest", b"m")


def fail_after_putting(store: Store) -> None:
    store.put_many({"a": b"1"})
    raise ZeroDivisionError


def kept(path: Path) -> dict[str, bytes]:
    with Store(path) as store:
        assert store.without is None
        return store.get_many(["a", "b", "c"])


def test_what_is_put_is_there_the_next_time(path: Path) -> None:
    filled(path)
    assert kept(path) == {"a": b"1", "b": b""}


def test_what_is_put_is_there_at_once(path: Path) -> None:
    with Store(path) as store:
        store.put_many({"a": b"1"})
        store.remember("manifest", b"m")
        assert store.get_many(["a", "a", "x"]) == {"a": b"1"}
        assert store.recall("manifest") == b"m"


def test_slots_are_told_from_values_and_may_be_written_again(path: Path) -> None:
    filled(path)
    with Store(path) as store:
        assert store.recall("manifest") == b"m"
        assert store.recall("a") is None
        assert store.get_many(["manifest"]) == {}
        store.remember("manifest", b"n")
    with Store(path) as store:
        assert store.recall("manifest") == b"n"


def test_more_keys_than_one_question_takes(path: Path) -> None:
    many = {f"k{n}": str(n).encode() for n in range(1203)}
    with Store(path) as store:
        store.put_many(many)
    with Store(path) as store:
        assert store.get_many([*many, "none"]) == many


def test_a_great_mass_is_written_in_batches(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_IN_HAND", 10)
    with Store(path) as store:
        store.put_many({"a": b"1" * 20})
        with closing(sqlite3.connect(path)) as other:
            assert other.execute("SELECT count(*) FROM item").fetchone() == (1,)


def test_what_was_made_is_kept_when_the_work_fails(path: Path) -> None:
    with pytest.raises(ZeroDivisionError), Store(path) as store:
        fail_after_putting(store)
    assert kept(path) == {"a": b"1"}


def scribble(path: Path) -> None:
    path.write_bytes(b"no database " * 1000)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-16384])


def garble(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:16384] + b"\xff" * (len(data) - 16384))


def another_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")


def another_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE poem (line TEXT)")


def other_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.executescript("DROP TABLE item; DROP TABLE slot;")


def test_a_key_that_is_no_text_is_none_of_ours(path: Path) -> None:
    filled(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE item SET key = CAST(x'ff61' AS TEXT) WHERE key = 'a'")
        db.commit()
    with Store(path) as store:
        assert store.get_many(["a", "b"]) == {"b": b""}
        store.sweep()
    assert kept(path) == {"b": b""}


@pytest.mark.parametrize(
    "harm", [scribble, cut_short, garble, another_version, another_database, other_tables]
)
def test_a_damaged_file_is_begun_afresh(path: Path, harm: Callable[[Path], None]) -> None:
    filled(path)
    harm(path)
    with Store(path) as store:
        assert store.get_many(["a", "b"]) == {}
        assert store.recall("manifest") is None
        assert store.without is None
    filled(path)
    assert kept(path) == {"a": b"1", "b": b""}


def test_an_empty_file_is_a_new_one(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    filled(path)
    assert kept(path) == {"a": b"1", "b": b""}


@given(st.data())
def test_no_byte_that_turns_makes_another_value(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("turned") / "store.sqlite3"
    filled(path)
    content = bytearray(path.read_bytes())
    for _ in range(3):
        content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(content)
    with Store(path) as store:
        found = store.get_many(["a", "b"])
        assert found.items() <= {"a": b"1", "b": b""}.items()
        assert store.recall("manifest") in {None, b"m"}
        store.put_many({"c": b"3"})


def test_a_list_of_keys_that_is_no_text_is_none_of_ours(path: Path) -> None:
    build(path, "a")
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE used SET keys = x'00ff'")
    build(path, "a")
    assert kept(path) == {"a": b"1"}


def test_a_value_that_was_changed_in_place_is_a_miss(path: Path) -> None:
    filled(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE item SET value = x'32' WHERE key = 'a'")
        db.commit()
    assert kept(path) == {"b": b""}


def nothing_is_kept(store: Store) -> None:
    store.put_many({"a": b"1"})
    store.remember("manifest", b"m")
    store.sweep()
    assert store.get_many(["a"]) == {}
    assert store.recall("manifest") is None


def test_a_folder_in_its_place_is_left_alone(path: Path) -> None:
    path.mkdir(parents=True)
    with Store(path) as store:
        nothing_is_kept(store)
        assert store.without == f"{path} is not a file"
    assert path.is_dir()


def test_a_cache_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with Store(tmp_path / "file" / "cache" / "store.sqlite3") as store:
        nothing_is_kept(store)
        assert "cannot be made" in str(store.without)


def failing(monkeypatch: pytest.MonkeyPatch, code: int, word: str) -> None:
    """Let every statement that begins with ``word`` fail with ``code``."""
    connect = sqlite3.connect

    class Failing(sqlite3.Connection):
        def execute(self, sql: str, *rest: Any) -> sqlite3.Cursor:  # noqa: ANN401 - as in sqlite3
            if sql.startswith(word):
                error = sqlite3.OperationalError("as the test wills")
                error.sqlite_errorcode = code
                raise error
            return super().execute(sql, *rest)

    def patched(*args: Any, **options: Any) -> sqlite3.Connection:  # noqa: ANN401 - as in sqlite3
        return connect(*args, factory=Failing, **options)

    monkeypatch.setattr(sqlite3, "connect", patched)


def test_a_file_that_another_holds_is_done_without(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_WAIT", 0.0)
    filled(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with Store(path) as store:
            nothing_is_kept(store)
            assert "locked" in str(store.without)
    assert kept(path) == {"a": b"1", "b": b""}


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY])
def test_a_file_that_cannot_be_opened_is_done_without(
    path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    failing(monkeypatch, code, "PRAGMA")
    with Store(path) as store:
        nothing_is_kept(store)
        assert "cannot be used" in str(store.without)


def test_a_file_that_cannot_be_written_is_still_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path)
    failing(monkeypatch, sqlite3.SQLITE_READONLY, "BEGIN")
    with Store(path) as store:
        store.put_many({"c": b"3"})
        assert store.get_many(["a", "c"]) == {"a": b"1", "c": b"3"}
    assert kept(path) == {"a": b"1", "b": b""}


def test_a_full_disk_is_told_in_plain_words(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, sqlite3.SQLITE_FULL, "BEGIN")
    with pytest.raises(EngineError, match=r"cannot be written: .*--no-cache") as raised, Store(path) as store:
        store.put_many({"a": b"1"})
    assert isinstance(raised.value.__cause__, sqlite3.Error)


def test_a_full_disk_does_not_hide_why_the_work_failed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, sqlite3.SQLITE_FULL, "BEGIN")
    with pytest.raises(ZeroDivisionError), Store(path) as store:
        fail_after_putting(store)


def test_a_file_that_stays_damaged_is_done_without(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, sqlite3.SQLITE_CORRUPT, "PRAGMA")
    with Store(path) as store:
        nothing_is_kept(store)
        assert "cannot be made" in str(store.without)


def test_a_damaged_file_that_cannot_be_removed_is_done_without(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path)
    scribble(path)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "unlink", refuse)
    with Store(path) as store:
        nothing_is_kept(store)
        assert "cannot be removed: Permission denied" in str(store.without)


def build(path: Path, keys: str) -> None:
    with Store(path) as store:
        found = store.get_many(keys)
        store.put_many({key: b"1" for key in keys if key not in found})
        store.sweep()


def test_a_value_goes_when_three_builds_did_not_use_it(path: Path) -> None:
    build(path, "ab")
    build(path, "a")
    build(path, "a")
    assert kept(path) == {"a": b"1", "b": b"1"}
    build(path, "a")
    assert kept(path) == {"a": b"1"}


def test_a_value_that_is_used_again_stays(path: Path) -> None:
    for keys in ("ab", "a", "ab", "a", "a"):
        build(path, keys)
    assert kept(path) == {"a": b"1", "b": b"1"}


def test_a_command_that_does_not_sweep_is_no_build(path: Path) -> None:
    build(path, "ab")
    for _ in range(5):
        kept(path)
    assert kept(path) == {"a": b"1", "b": b"1"}


def test_slots_are_not_swept(path: Path) -> None:
    filled(path)
    for _ in range(4):
        build(path, "")
    with Store(path) as store:
        assert store.recall("manifest") == b"m"


def test_the_file_shrinks_when_most_of_it_is_gone(path: Path) -> None:
    with Store(path) as store:
        store.put_many({str(n): bytes(1 << 20) for n in range(18)})
    big = path.stat().st_size
    for _ in range(3):
        build(path, "a")
    assert path.stat().st_size < big / 10
