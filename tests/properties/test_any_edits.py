"""After any edits, in any order, a build makes what a clean build of the same content makes."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from generator import Options, build_site

if TYPE_CHECKING:
    from collections.abc import Callable

SMALL = Path(__file__).resolve().parents[1] / "site" / "content"
ARTICLE = "articles/2031-04-04-marsh-herald-no-answer.md"
REPORT = "sources/2031-04-02-quay-post-night-ferry.txt"


def _replace(name: str, old: str, new: str) -> Callable[[Path], None]:
    """Make an edit that goes back and forth."""

    def edit(content: Path) -> None:
        path = content / name
        if path.exists():
            text = path.read_text(encoding="utf-8")
            changed = text.replace(old, new) if old in text else text.replace(new, old)
            path.write_text(changed, encoding="utf-8")

    return edit


def _toggle(name: str) -> Callable[[Path], None]:
    """Make an edit that takes a file away, or brings it back."""

    def edit(content: Path) -> None:
        if (content / name).exists():
            (content / name).unlink()
        else:
            shutil.copy(SMALL / name, content / name)

    return edit


def _rename(content: Path) -> None:
    path, other = content / ARTICLE, content / "articles" / "renamed.md"
    if path.exists():
        path.replace(other)
    elif other.exists():
        other.replace(path)


def _theme(content: Path) -> None:
    sheet = content / "theme" / "static" / "custom.css"
    if sheet.exists():
        shutil.rmtree(content / "theme")
    else:
        sheet.parent.mkdir(parents=True)
        sheet.write_text("p { color: inherit }\n", encoding="utf-8")


EDITS: dict[str, Callable[[Path], None]] = {
    "the words of a report": _replace(REPORT, "night ferry alone", "night boat alone"),
    "who is quoted": _replace(REPORT, "said Ines Korhonen", "said Tor Eklund"),
    "a correction": _replace(ARTICLE, "speaker: Tor Eklund", "speaker: Runa Halvard"),
    "what is hidden": _replace(ARTICLE, "hidden: true", "hidden: false"),
    "how much is shown": _replace("site.yaml", "text: full", "text: excerpt"),
    "who leads": _replace("site.yaml", "[velmark, strait-league]", "[strait-league, velmark]"),
    "a name": _replace("actors/velmark.md", "name: Velmark\n", "name: Velmark Isles\n"),
    "a note": _toggle("notes/nine-harbours.md"),
    "a page": _toggle("pages/method.md"),
    "a person": _toggle("people/ines-korhonen.md"),
    "a report": _toggle("sources/2031-04-03-lantern-two-winters.html"),
    "an id": _rename,
    "the theme": _theme,
}


def _built(content: Path, output: Path, cache: Path | None) -> dict[str, bytes]:
    build_site(Options(content=content, output=output, cache=cache))
    return {p.relative_to(output).as_posix(): p.read_bytes() for p in output.rglob("*") if p.is_file()}


@settings(max_examples=12, derandomize=True, deadline=None, database=None)
@given(edits=st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=6))
def test_after_any_edits_the_site_is_as_if_built_anew(edits: list[str]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        content = folder / "content"
        shutil.copytree(SMALL, content)
        _built(content, folder / "site", folder / "cache.sqlite")
        site: dict[str, bytes] = {}
        for edit in edits:
            EDITS[edit](content)
            site = _built(content, folder / "site", folder / "cache.sqlite")
        assert site == _built(content, folder / "clean", None)
