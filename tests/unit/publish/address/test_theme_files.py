from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.model.diagnostic import ThemeError
from generator.publish.address import theme_files
from generator.publish.address.theme_files import (
    find_theme,
    search_path,
    static_files,
    stylesheets,
    theme_digest,
    themes_folder,
)

if TYPE_CHECKING:
    from pathlib import Path


def write(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_our_theme_is_found_by_its_name() -> None:
    assert find_theme("briefing") == themes_folder() / "briefing"
    assert (find_theme("briefing") / "frame.html").is_file()


def test_a_folder_is_a_theme(tmp_path: Path) -> None:
    assert find_theme(str(tmp_path)) == tmp_path.resolve()


def test_an_unknown_theme_is_said_with_the_known_ones() -> None:
    with pytest.raises(ThemeError, match=r"no theme 'brefing': .*briefing"):
        find_theme("brefing")


def test_themes_of_an_installed_package_lie_inside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme_files, "_PACKAGE", tmp_path)
    assert themes_folder() == tmp_path.parent / "themes"
    (tmp_path / "themes").mkdir()
    assert themes_folder() == tmp_path / "themes"


def test_a_package_without_themes_still_takes_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme_files, "_PACKAGE", tmp_path / "nowhere" / "package")
    assert find_theme(str(tmp_path)) == tmp_path.resolve()


def test_the_path_ends_with_ours_and_names_nothing_twice(tmp_path: Path) -> None:
    ours = find_theme("briefing")
    assert search_path((tmp_path, tmp_path / "missing", ours, tmp_path)) == (tmp_path, ours)
    assert search_path(()) == (ours,)


def test_the_first_static_file_of_a_name_prevails(tmp_path: Path) -> None:
    write(tmp_path / "static" / "site.css", "mine")
    write(tmp_path / "static" / "fonts" / "a.txt", "font")
    write(tmp_path / "static" / ".hidden", "no")
    found = {asset.path: asset.data for asset in static_files((tmp_path,))}
    assert found["static/site.css"] == b"mine"
    assert found["static/fonts/a.txt"] == b"font"
    assert "static/icon.svg" in found
    assert "static/.hidden" not in found
    assert list(found) == sorted(found)


def test_an_additional_stylesheet_is_linked_if_it_is_there(tmp_path: Path) -> None:
    assert stylesheets((tmp_path,)) == ("static/site.css",)
    write(tmp_path / "static" / "custom.css")
    assert stylesheets((tmp_path,)) == ("static/site.css", "static/custom.css")


def test_the_digest_follows_templates_and_nothing_else(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    write(first / "plain.html", "one")
    write(second / "plain.html", "one")
    digest = theme_digest((first,))
    assert theme_digest((second,)) == digest
    write(first / "static" / "site.css", "body {}")
    write(first / "notes.txt", "not a template")
    write(first / ".plain.html", "nor this")
    assert theme_digest((first,)) == digest
    write(first / "static" / "custom.css")
    assert theme_digest((first,)) != digest
    write(second / "plain.html", "two")
    assert theme_digest((second,)) != digest


def test_the_same_templates_in_another_order_are_another_theme(tmp_path: Path) -> None:
    first = write(tmp_path / "first" / "plain.html", "one").parent
    second = write(tmp_path / "second" / "plain.html", "two").parent
    assert theme_digest((first, second)) != theme_digest((second, first))


@pytest.mark.parametrize("name", ["~nosuchuser/x", "a" * 5_000, "a\0b"])
def test_what_cannot_be_a_folder_is_no_theme(name: str) -> None:
    with pytest.raises(ThemeError, match="no theme") as caught:
        find_theme(name)
    assert len(str(caught.value)) < 400
