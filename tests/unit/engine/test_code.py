from __future__ import annotations

from typing import TYPE_CHECKING

from generator.engine.code import code_version

if TYPE_CHECKING:
    from pathlib import Path


def package(folder: Path) -> Path:
    (folder / "rooms").mkdir(parents=True)
    (folder / "one.py").write_text("A = 1\n")
    (folder / "rooms" / "table.tsv").write_text("a\tb\n")
    return folder


def test_equal_code_has_an_equal_version_wherever_it_lies(tmp_path: Path) -> None:
    assert code_version(package(tmp_path / "a")) == code_version(package(tmp_path / "b"))


def test_each_change_of_a_module_a_table_or_a_name_is_a_version(tmp_path: Path) -> None:
    folder = package(tmp_path / "a")
    seen = {code_version(folder)}
    (folder / "one.py").write_text("A = 2\n")
    seen.add(code_version(folder))
    (folder / "rooms" / "table.tsv").write_text("a\tc\n")
    seen.add(code_version(folder))
    (folder / "one.py").rename(folder / "two.py")
    seen.add(code_version(folder))
    assert len(seen) == 4


def test_what_is_no_code_does_not_matter(tmp_path: Path) -> None:
    folder = package(tmp_path / "a")
    before = code_version(folder)
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "one.pyc").write_bytes(b"x")
    (folder / "notes.txt").write_text("x")
    assert code_version(folder) == before


def test_the_packages_own_version_is_a_whole_number() -> None:
    assert 0 < code_version() < 2**56
    assert code_version() == code_version()
