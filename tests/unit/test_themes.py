"""themes/README.md under test: its example is built, and changes what it says and nothing else."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import Options, build_site
from generator.publish.address.theme_files import SHEETS, themes_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "tests" / "stories" / "content"
PAGE = (ROOT / "themes" / "README.md").read_text(encoding="utf-8")
EXAMPLE = dict(re.findall(r"^```\w+ (\S+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
STYLESHEET = re.compile(r'^<link rel="stylesheet" href="[./]*static/custom\.css">\n', re.MULTILINE)
LOGO = re.compile(r'<img src="[./]*static/logo\.svg" alt="" width="16" height="16"> ')
NEW_BLOCK = '\n<p class="meta">Something wrong? Write to the desk.</p>\n'  # super() ends its line
NEW_TEMPLATE = '<p class="kicker">By the desk</p>\n'
NEW_WORDS, OUR_WORDS = "How we work", "About this briefing"


@cache
def _built(folder: Path, theme: str = "briefing") -> Mapping[str, bytes]:
    site = folder / "site"
    build_site(Options(folder / "content", site, theme=theme))
    files = (path for path in site.rglob("[!.]*") if path.is_file())  # no list of what was written
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _copied(tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="module")
def themed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = _copied(tmp_path_factory.mktemp("themed"))
    for name, text in EXAMPLE.items():
        path = folder / "content" / "theme" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def _section(title: str) -> str:
    return PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def _copied(folder: Path) -> Path:
    """Put a briefing in a folder, without the address that pictures, which have colours, are made for."""
    shutil.copytree(CONTENT, folder / "content")
    path = folder / "content" / "site.yaml"
    path.write_text(re.sub("base_url: .*", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


def _undone(text: str) -> str:
    """Take out of a file what the example puts in."""
    text = STYLESHEET.sub("", LOGO.sub("", text))
    return text.replace(NEW_BLOCK, "").replace(NEW_TEMPLATE, "").replace(NEW_WORDS, OUR_WORDS)


def test_the_example_has_one_of_each() -> None:
    assert set(EXAMPLE) == {
        *("static/custom.css", "article.html", "frame.html", "static/logo.svg"),
        *("plain.html", "languages/en.yaml"),
    }


def test_the_example_changes_what_it_says(themed: Path) -> None:
    site = {path: data.decode() for path, data in _built(themed).items() if path.endswith(".html")}
    articles = [p for p in site if p.startswith("articles/") and p.count("/") == 2]
    assert articles
    assert all((NEW_BLOCK in text) == (path in articles) for path, text in site.items())
    assert NEW_TEMPLATE in site["404.html"]
    assert NEW_TEMPLATE not in site["index.html"]
    assert all(STYLESHEET.search(text) and NEW_WORDS in text for text in site.values())
    assert LOGO.search(site[articles[0]])
    assert _built(themed)["static/custom.css"].decode() == EXAMPLE["static/custom.css"]


def _told(folder: Path) -> list[tuple[str, str, str]]:
    found = build_site(Options(folder / "content", folder / "site")).diagnostics
    theme = f"{(folder / 'content' / 'theme').as_posix()}/"
    return [
        (d.code, d.location.path.removeprefix(theme), d.hint) for d in found if "theme" in d.location.path
    ]


def test_of_the_example_nothing_is_told_but_what_is_misspelt(tmp_path: Path) -> None:
    folder, told = _copied(tmp_path), []
    for name, text in EXAMPLE.items():
        path = folder / "content" / "theme" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert _told(folder) == []
    theme = folder / "content" / "theme"
    (theme / "plain.html").rename(theme / "plan.html")
    told.append(("unused-template", "plan.html", 'did you mean "plain.html"?'))
    words = theme / "languages" / "en.yaml"
    words.write_text(EXAMPLE["languages/en.yaml"].replace("about:", "abuot:"), encoding="utf-8")
    told.append(("unknown-key", "languages/en.yaml", 'did you mean "nav.about"?'))
    sheet = theme / "static" / "custom.css"
    sheet.write_text(EXAMPLE["static/custom.css"].replace("--paper: #14", "--papper: #14"), encoding="utf-8")
    told.append(("unused-colour", "static/custom.css", 'did you mean "--paper"?'))
    (theme / "static" / "icon2.svg").write_text("<svg/>", encoding="utf-8")
    told.append(("unused-file", "static/icon2.svg", 'did you mean "static/icon.svg"?'))
    assert sorted(_told(folder)) == sorted(told)


def test_the_example_changes_nothing_else(plain: Path, themed: Path) -> None:
    before, after = _built(plain), _built(themed)
    assert set(after) - set(before) == {"static/custom.css", "static/logo.svg"}
    assert set(before) <= set(after)
    for path, data in before.items():
        if after[path] != data:
            assert _undone(after[path].decode()) == data.decode(), path


def test_every_name_of_a_colour_or_size_is_told_and_no_other() -> None:
    sheet = (themes_folder() / "briefing" / SHEETS[0]).read_text(encoding="utf-8")
    there = set(re.findall(r"(--[a-z]+(?:-\d)?):", sheet[sheet.index(":root {") :].partition("}")[0]))
    told = set(re.findall(r"`(--[a-z]+(?:-\d)?)`", _section("A colour or a size")))
    assert told | {f"--hue-{n}" for n in range(1, 9)} == there


@pytest.mark.parametrize("path", re.findall(r"`((?:generator|themes)/[^`]+)`", PAGE))
def test_what_the_page_names_is_there(path: str) -> None:
    assert (ROOT / path).exists()


def test_the_other_theme_shows_the_same_otherwise(plain: Path, tmp_path: Path) -> None:
    ours, theirs = _built(plain), _built(_copied(tmp_path), "ledger")
    assert set(theirs) - set(ours) == {"static/theme.css"}
    assert set(ours) <= set(theirs)
    front = theirs["index.html"].decode()
    assert '<table class="ledger">' in front
    assert front.index('class="ledger"') < front.index('class="actor-cards"')
    for path, data in ours.items():
        if path.endswith((".json", ".xml", ".txt")):
            assert theirs[path] == data, path


def test_the_other_theme_has_the_apparatus_below_the_story(plain: Path, tmp_path: Path) -> None:
    path = "articles/pier-post-three-days/index.html"
    ours, theirs = _built(plain)[path].decode(), _built(_copied(tmp_path), "ledger")[path].decode()
    entries = re.findall(r'<li class="entry[^"]*" id="([^"]+)"', ours)
    assert entries
    assert re.findall(r'<li class="entry[^"]*" id="([^"]+)"', theirs) == entries
    assert theirs.index('class="story"') < theirs.index(f'id="{entries[0]}"') < theirs.index('class="facts"')
    assert 'class="margin' not in theirs


def test_the_other_theme_is_built_the_same_twice(tmp_path: Path) -> None:
    one, two = (_copied(tmp_path / name) for name in ("one", "two"))
    assert _built(one, "ledger") == _built(two, "ledger")


def test_a_site_changes_the_other_theme_too(tmp_path: Path) -> None:
    folder = _copied(tmp_path)
    for name in ("article.html", "frame.html", "static/logo.svg"):
        path = folder / "content" / "theme" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(EXAMPLE[name], encoding="utf-8")
    page = _built(folder, "ledger")["articles/pier-post-three-days/index.html"].decode()
    assert NEW_BLOCK in page
    assert LOGO.search(page)
    assert 'class="apparatus"' in page
