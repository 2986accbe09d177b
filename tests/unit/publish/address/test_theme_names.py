from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from generator.publish.address.theme_files import themes_folder
from generator.publish.address.theme_names import no_files, unused_names

if TYPE_CHECKING:
    from pathlib import Path

EXTENDS = '{% extends "theme/article.html" %}'
Files = dict[str, str]


def told(content: Path, files: Files, *behind: Path) -> list[tuple[str, str, str]]:
    """Write the theme of a site, and return code, place and hint of what is told of it."""
    folder = content / "theme"
    write(folder, files)
    found = unused_names((folder, *behind))
    return [
        (d.code, f"{d.location.path.removeprefix(f'{folder.as_posix()}/')}:{d.location.line}", d.hint)
        for d in found
    ]


def write(folder: Path, files: Files) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


NOTHING: dict[str, Files] = {
    "no theme": {},
    "templates of pages": {"article.html": EXTENDS, "parts/voice.html": "", "notes.html": EXTENDS},
    "a template that a template includes": {
        "article.html": EXTENDS + '{% block rest %}{% include "own/foot.html" %}{% endblock %}',
        "own/foot.html": '{% from "own/words.html" import words %}{{ words() }}',
        "own/words.html": "{% macro words() %}x{% endmacro %}",
    },
    "a template that is extended by way of the theme's name": {
        "article.html": '{% extends "theme/base.html" %}',
        "base.html": EXTENDS,
    },
    "a name that is made": {"article.html": "{% include name %}", "own.html": ""},
    "a template with a fault": {"article.html": "{% block %}", "plain.html": EXTENDS},
    "files of its own": {"static/logo.svg": "<svg/>", "static/press/kit.css": "", "static/x.html": ""},
    "what people read": {"README.md": "x", "LICENSE": "x", "notes.txt": "x", ".editorconfig": "x"},
    "words": {"languages/en.yaml": "", "languages/de-CH.yaml": "", "languages/nds.yaml": ""},
    "a face like ours that its sheet names": {
        "static/fonts/serif-latin-500-normal.woff2": "",
        "static/custom.css": "@font-face { src: url(fonts/serif-latin-500-normal.woff2); }",
    },
    "colours of ours and of its own": {
        "static/custom.css": ":root { --paper: #fff; --mine: red }\nb { color: var(--mine) } /* --no: 1 */",
    },
    "what looks like a colour": {"static/custom.css": ".card--wide:hover { margin: 0 }"},
}


@pytest.mark.parametrize("name", NOTHING)
def test_what_is_asked_for_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, NOTHING[name]) == []


FAULTS: dict[str, tuple[Files, tuple[str, str, str]]] = {
    "a misspelt template": (
        {"artcle.html": EXTENDS},
        ("unused-template", "artcle.html:1", 'did you mean "article.html"?'),
    ),
    "a misspelt part": (
        {"parts/voices.html": ""},
        ("unused-template", "parts/voices.html:1", 'did you mean "parts/voice.html"?'),
    ),
    "a template that only itself uses": (
        {"own.html": '{% include "own.html" %}'},
        ("unused-template", "own.html:1", ""),
    ),
    "a misspelt picture": (
        {"static/icn.svg": "<svg/>"},
        ("unused-file", "static/icn.svg:1", 'did you mean "static/icon.svg"?'),
    ),
    "a misspelt sheet": (
        {"static/costum.css": ""},
        ("unused-file", "static/costum.css:1", 'did you mean "static/custom.css"?'),
    ),
    "a sheet beside static/": (
        {"custom.css": ""},
        ("unused-file", "custom.css:1", 'did you mean "static/custom.css"?'),
    ),
    "words of no language": (
        {"languages/english.yml": ""},
        ("unused-file", "languages/english.yml:1", "templates end in .html"),
    ),
    "a misspelt colour, where it stands": (
        {"static/custom.css": "/* --x: 1\n */\n:root {\n  --hue1: #fff;\n}"},
        ("unused-colour", "static/custom.css:4", 'did you mean "--hue-1"?'),
    ),
    "a size that only a comment uses": (
        {"static/theme.css": ":root { --wide: 1px } /* var(--wide) */"},
        ("unused-colour", "static/theme.css:1", ""),
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_nothing_asks_for_is_told_with_the_nearest_name(tmp_path: Path, name: str) -> None:
    files, (code, place, hint) = FAULTS[name]
    ((found, where, near),) = told(tmp_path, files)
    assert (found, where) == (code, place)
    assert hint in near


def test_a_page_of_the_desk_may_name_a_file(tmp_path: Path) -> None:
    write(tmp_path / "pages", {"map.md": "![](../../static/icns.svg)"})
    assert told(tmp_path, {"static/icns.svg": "<svg/>"}) == []


def test_a_theme_of_ones_own_is_looked_through_and_what_it_has_may_be_used_by_the_site(
    tmp_path: Path,
) -> None:
    theme = tmp_path / "harbour"
    write(
        theme, {"harbour.html": EXTENDS, "frnt.html": EXTENDS, "static/theme.css": ":root { --deep: #000 }"}
    )
    site = {
        "article.html": '{% extends "harbour/harbour.html" %}',
        "static/custom.css": "b { color: var(--deep) }",
    }
    ((code, place, hint),) = told(tmp_path / "content", site, theme)
    assert (code, hint) == ("unused-template", 'did you mean "front.html"?')
    assert place == f"{theme.as_posix()}/frnt.html:1"


@pytest.mark.parametrize("name", ["briefing", "ledger"])
def test_our_own_themes_are_not_looked_through(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, {}, themes_folder() / name) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "theme"
    write(folder, {"static/fonts/own.woff2": "x", "parts/voice.html": "", ".git/x": ""})
    for name in ("article.html", "static/custom.css", ".git/y"):
        os.mkfifo(folder / name)
    (folder / "static/logo.svg").symlink_to("nowhere.svg")
    for name in ("static/pages.html", "page.html", "languages/de.yaml"):
        (folder / name).mkdir(parents=True)
    found = no_files((folder,))
    wrong = ["article.html", "languages/de.yaml", "page.html", "static/custom.css", "static/logo.svg"]
    assert [d.location.path.removeprefix(f"{folder.as_posix()}/") for d in found] == wrong
    assert {(d.code, d.severity.value) for d in found} == {("unreadable-file", "error")}
    assert no_files((themes_folder() / "ledger",)) == ()
