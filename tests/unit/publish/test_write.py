from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.diagnostic import EngineError
from generator.publish.write import RECORD, Report, digest, publish

if TYPE_CHECKING:
    from pathlib import Path

FILES = {"index.html": b"front", "a/b/index.html": b"page", "feed.xml": b""}


def put(files: dict[str, bytes], top: Path) -> Report:
    return publish(files.items(), top)


def held(top: Path) -> dict[str, bytes]:
    return {
        p.relative_to(top).as_posix(): p.read_bytes()
        for p in top.rglob("*")
        if p.is_file() and p.name != RECORD
    }


def test_everything_is_written_and_recorded(tmp_path: Path) -> None:
    top = tmp_path / "deep" / "site"
    assert put(FILES, top) == Report(3, 0, 0)
    assert held(top) == FILES
    record = (top / RECORD).read_text("utf-8").splitlines()
    assert record == [f"{digest(FILES[path])} {path}" for path in sorted(FILES)]


def test_only_what_changed_is_touched(tmp_path: Path) -> None:
    put(FILES, tmp_path)
    before = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*") if p.is_file()}
    assert put(FILES, tmp_path) == Report(0, 3, 0)
    assert {p: p.stat().st_mtime_ns for p in before} == before
    assert put({**FILES, "index.html": b"other"}, tmp_path) == Report(1, 2, 0)
    assert (tmp_path / "index.html").read_bytes() == b"other"
    assert (tmp_path / "feed.xml").stat().st_mtime_ns == before[tmp_path / "feed.xml"]


def test_the_record_depends_on_nothing_but_the_files(tmp_path: Path) -> None:
    put(FILES, tmp_path / "one")
    put({"old.html": b"x", "index.html": b"y"}, tmp_path / "two")
    put(dict(reversed(FILES.items())), tmp_path / "two")
    assert (tmp_path / "one" / RECORD).read_bytes() == (tmp_path / "two" / RECORD).read_bytes()


def test_what_went_missing_or_was_cut_short_is_made_good(tmp_path: Path) -> None:
    put(FILES, tmp_path)
    (tmp_path / "index.html").unlink()
    (tmp_path / "a/b/index.html").write_bytes(b"p")
    assert put(FILES, tmp_path) == Report(2, 1, 0)
    assert held(tmp_path) == FILES


def test_a_file_that_was_touched_is_read(tmp_path: Path) -> None:
    put(FILES, tmp_path)
    (tmp_path / "index.html").write_bytes(b"FRONT")
    assert put(FILES, tmp_path) == Report(0, 3, 0)  # known by its size
    touched = {"index.html", "a/b/index.html", "mine.txt"}
    assert publish(FILES.items(), tmp_path, touched) == Report(1, 2, 0)
    assert held(tmp_path) == FILES


def test_only_what_we_once_wrote_is_pruned(tmp_path: Path) -> None:
    put({**FILES, "old/x/index.html": b"x", "a/c/index.html": b"y"}, tmp_path)
    (tmp_path / "a/c/mine.txt").write_bytes(b"mine")
    (tmp_path / "CNAME").write_bytes(b"x.example")
    assert put(FILES, tmp_path) == Report(0, 3, 2)
    assert held(tmp_path) == {**FILES, "a/c/mine.txt": b"mine", "CNAME": b"x.example"}
    assert not (tmp_path / "old").exists()


@pytest.mark.parametrize("foreign", ["index.html", "a", "a/b"])
def test_a_foreign_file_at_our_path_stops_everything(tmp_path: Path, foreign: str) -> None:
    (tmp_path / foreign).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / foreign).write_bytes(b"mine")
    with pytest.raises(EngineError, match=foreign):
        put(FILES, tmp_path)
    assert held(tmp_path) == {foreign: b"mine"}


def test_a_foreign_folder_at_our_path_stops_everything(tmp_path: Path) -> None:
    (tmp_path / "index.html").mkdir()
    (tmp_path / "index.html/mine.txt").write_bytes(b"mine")
    with pytest.raises(EngineError, match=r"index\.html"):
        put(FILES, tmp_path)
    assert held(tmp_path) == {"index.html/mine.txt": b"mine"}


def test_a_foreign_file_with_the_very_same_content_is_taken_for_ours(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"front")
    assert put(FILES, tmp_path) == Report(2, 1, 0)


def test_a_lost_or_damaged_record_costs_time_only(tmp_path: Path) -> None:
    put(FILES, tmp_path)
    (tmp_path / RECORD).write_bytes(
        b"\xff\xfe nonsense\n\n../x " + b"0" * 32 + b"\n" + b"0" * 32 + b" ../../x\n"
    )
    assert put(FILES, tmp_path) == Report(0, 3, 0)


def test_an_output_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_bytes(b"mine")
    with pytest.raises(EngineError, match="must be a folder"):
        put(FILES, tmp_path / "site")


@pytest.mark.parametrize("path", ["../x", "/x", "a//b", "", ".", "a/./b", RECORD, "a\\b", "a\nb"])
def test_odd_paths_are_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(EngineError):
        put({path: b""}, tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_two_pages_at_one_address_are_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="two pages"):
        publish([("x", b"1"), ("x", b"2")], tmp_path / "site")
    with pytest.raises(EngineError, match="a page and a folder"):
        publish([("x", b"1"), ("x/y", b"2")], tmp_path / "site")


def test_a_page_may_become_a_folder_and_a_folder_a_page(tmp_path: Path) -> None:
    put({"x": b"1", "y/z/w": b"2"}, tmp_path)
    assert put({"x/a": b"3", "y": b"4"}, tmp_path) == Report(2, 0, 2)
    assert held(tmp_path) == {"x/a": b"3", "y": b"4"}


def test_a_disk_that_fails_leaves_no_half_file_and_the_next_build_mends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(FILES, tmp_path)
    real, calls = os.write, iter(range(100))

    def failing(handle: int, data: bytes) -> int:
        if next(calls) == 2:  # the record, the first page, then half of the second
            real(handle, bytes(data)[:2])
            raise OSError(28, "No space left on device")
        return real(handle, data)

    new = {"index.html": b"new front", "a/b/index.html": b"new page", "feed.xml": b"new"}
    monkeypatch.setattr(os, "write", failing)
    with pytest.raises(EngineError, match="No space left"):
        put(new, tmp_path)
    monkeypatch.undo()
    found = held(tmp_path)
    assert set(found) == set(FILES)
    assert all(found[path] in {FILES[path], new[path]} for path in FILES)
    (tmp_path / "feed.xml.briefing-part").write_bytes(b"half")  # as after a power cut
    put(new, tmp_path)
    assert held(tmp_path) == new


def test_a_new_site_comes_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    real, calls = os.write, iter(range(100))

    def failing(handle: int, data: bytes) -> int:
        if next(calls) == 1:
            raise OSError(28, "No space left on device")
        return real(handle, data)

    monkeypatch.setattr(os, "write", failing)
    with pytest.raises(EngineError, match="No space left"):
        put(FILES, site)
    monkeypatch.undo()
    assert list(tmp_path.iterdir()) == []
    assert put(FILES, site) == Report(3, 0, 0)
    assert held(site) == FILES
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_build_cut_short_at_its_very_end_is_known_to_be_unsure(tmp_path: Path) -> None:
    put(FILES, tmp_path)
    record = tmp_path / RECORD
    record.write_text(record.read_text("utf-8").replace(digest(b"front"), "-" * 32), "utf-8")
    (tmp_path / "index.html").write_bytes(b"FRONT")  # of the same size, and not what it should be
    (tmp_path / f"{RECORD}.briefing-part").write_bytes(b"half")
    assert put(FILES, tmp_path) == Report(1, 2, 0)
    assert held(tmp_path) == FILES


names = st.sampled_from(["a", "b", "a/a", "a/b", "b/a/c", "c.html"])
builds = st.lists(st.dictionaries(names, st.binary(max_size=3), max_size=5), min_size=1, max_size=4)


@given(builds)
def test_after_any_builds_the_folder_holds_the_last(
    tmp_path_factory: pytest.TempPathFactory, given_builds: list[dict[str, bytes]]
) -> None:
    top = tmp_path_factory.mktemp("site")
    (top / "mine").write_bytes(b"mine")
    last: dict[str, bytes] = {}
    for files in given_builds:
        if any(f"{path}/" in f"{other}/" and path != other for path in files for other in files):
            continue
        put(files, top)
        last = files
    assert held(top) == {**last, "mine": b"mine"}


def test_foreign_files_of_a_like_name_are_left_alone(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (tmp_path / "site.part").mkdir()
    (tmp_path / "site.part" / "mine.txt").write_bytes(b"mine")
    put(FILES, site)
    (site / "index.html.part").write_bytes(b"mine")
    put({**FILES, "index.html": b"new"}, site)
    assert (site / "index.html.part").read_bytes() == b"mine"
    assert (tmp_path / "site.part" / "mine.txt").read_bytes() == b"mine"


def test_a_part_that_is_not_ours_is_not_taken_away(tmp_path: Path) -> None:
    put(FILES, tmp_path)
    (tmp_path / "index.html.briefing-part").write_bytes(b"half")
    with pytest.raises(EngineError, match="exists"):
        put({**FILES, "index.html": b"new"}, tmp_path)
    assert (tmp_path / "index.html.briefing-part").read_bytes() == b"half"


def test_what_a_killed_build_began_is_swept_away_unless_it_is_at_work(tmp_path: Path) -> None:
    dead, alive = tmp_path / ".site.a1.briefing-part", tmp_path / ".site.b2.briefing-part"
    for part in (dead, alive):
        part.mkdir()
        (part / "index.html").write_bytes(b"half")
    os.utime(dead, (0, 0))
    put(FILES, tmp_path / "site")
    assert sorted(path.name for path in tmp_path.iterdir()) == [alive.name, "site"]


def test_a_half_written_file_of_ours_keeps_no_folder_from_becoming_a_page(tmp_path: Path) -> None:
    put({"a/b.html": b"old"}, tmp_path)
    record = tmp_path / RECORD
    record.write_text(record.read_text("utf-8").replace(digest(b"old"), "-" * 32), "utf-8")
    (tmp_path / "a" / "b.html.briefing-part").write_bytes(b"half")
    put({"a": b"page"}, tmp_path)
    assert held(tmp_path) == {"a": b"page"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_in_the_place_of_the_record_is_not_waited_on(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / RECORD)
    with pytest.raises(EngineError, match="no file of ours"):
        put(FILES, tmp_path)
