from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec

from generator.engine.manifest import Manifest, decode, encode, settled, stamps

if TYPE_CHECKING:
    from pathlib import Path

DAY = 86_400_000_000_000  # ns


def put(path: Path, text: str = "x", at: int = DAY) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    os.utime(path, ns=(at, at))
    return path


def test_every_file_below_has_a_stamp(tmp_path: Path) -> None:
    one = put(tmp_path / "a" / "deep" / "one.md", "one")
    two = put(tmp_path / "two.md", "two words", 2 * DAY)
    assert stamps([tmp_path]) == ((os.fsencode(one), 3, DAY), (os.fsencode(two), 9, 2 * DAY))


def test_roots_may_be_files_and_may_be_missing_or_given_twice(tmp_path: Path) -> None:
    one = put(tmp_path / "one.md")
    assert stamps([one, str(one), tmp_path / "nothing", tmp_path / "no.md"]) == ((os.fsencode(one), 1, DAY),)


def test_compilation_code_and_dead_links_do_not_matter(tmp_path: Path) -> None:
    put(tmp_path / "__pycache__" / "one.pyc")
    (tmp_path / "dead").symlink_to(tmp_path / "nothing")
    assert stamps([tmp_path]) == ()


def test_a_name_need_not_be_utf8(tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/\xff.md"
    with open(odd, "wb"):  # noqa: PTH123 - the name is no text
        pass
    ((path, size, _),) = stamps([tmp_path])
    assert (path, size) == (odd, 0)


def test_what_changed_late_is_not_settled(tmp_path: Path) -> None:
    read = stamps([put(tmp_path / "one.md")])
    assert settled(read, 2 * DAY)
    assert not settled(read, DAY)
    assert not settled(read, DAY + 1000)
    assert settled((), 0)


def test_a_manifest_comes_back_as_it_was_kept() -> None:
    manifest = Manifest("key", ("content",), ((b"a\xff", 1, 2),), (), 1, b"told")
    assert decode(encode(manifest)) == manifest


def test_what_is_no_manifest_is_none() -> None:
    assert decode(None) is None
    assert decode(b"") is None
    assert decode(b"\xc1 damaged") is None
    assert decode(msgspec.msgpack.encode({"key": "of another version"})) is None


def test_a_link_that_leads_back_is_followed_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x").write_bytes(b"1")
    (tmp_path / "a" / "round").symlink_to(tmp_path / "a")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert len(stamps([tmp_path])) == 1
