"""The preview in one process, round by round."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copytree

import pytest

from generator.build import build
from generator.serving.preview import Preview, State
from generator.understood import Options

CONTENT = Path(__file__).resolve().parents[2] / "stories" / "content"
PIER = "articles/pier-post-three-days/index.html"


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    copytree(CONTENT, tmp_path / "content")
    options = Options(content=tmp_path / "content", output=tmp_path / "site", preview=True)
    made = Preview(options, lambda _state, _seconds: None)
    made.round()
    return made


def save(preview: Preview, name: str, text: str) -> State:
    path = preview.options.content / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    preview.round()
    return preview.state


# What tells of a page's picture, where the extra that draws it is installed: a preview is not shared.
SHARED = re.compile(rb'<meta (?:property="og:image[^"]*"|name="twitter:card") content="[^"]*">\n')


def test_every_page_is_as_build_writes_it(preview: Preview, tmp_path: Path) -> None:
    note = "---\narticle: pier-post-three-days\nat: {exact: a lock without a key}\n---\nHis words.\n"
    body = (preview.options.content / "articles" / "harbour-radio-evening.md").read_text(encoding="utf-8")
    save(preview, "notes/lock.md", note)
    save(preview, "articles/harbour-radio-evening.md", body.replace("stays lit", "burns on"))
    build(Options(content=tmp_path / "content", output=tmp_path / "site"))
    site = tmp_path / "site"
    written = [p for p in site.rglob("*") if p.is_file() and p.name not in (".written", "card.png")]
    assert len(written) > 30
    for path in written:
        shown = SHARED.sub(b"", path.read_bytes())
        assert preview.state.get(path.relative_to(site).as_posix()) == shown


def test_an_error_is_told_and_a_page_that_it_took_away_stays(preview: Preview) -> None:
    before = preview.state.get(PIER)
    source = preview.options.content / "sources" / "pier-post-three-days.txt"
    words = source.read_bytes()
    source.write_bytes(b"caf\xe9")
    preview.round()
    assert [d.code for d in preview.state.errors] == ["not-utf8"]
    assert preview.state.get(PIER) == before
    source.write_bytes(words)
    preview.round()
    assert preview.state.errors == ()
    source.unlink()
    source.with_suffix(".yaml").unlink()
    preview.round()
    assert preview.state.get(PIER) is None


def test_a_site_that_cannot_be_made_leaves_the_last_and_recovers(preview: Preview) -> None:
    before = preview.state
    site = (preview.options.content / "site.yaml").read_text(encoding="utf-8")
    broken = save(preview, "site.yaml", site.replace("Europe/Oslo", "Mars"))
    assert (broken.snapshot, [d.code for d in broken.told]) == (before.snapshot, ["bad-timezone"])
    assert broken.problem.endswith("one thing to mend")
    mended = save(preview, "site.yaml", site.replace("The closing", "The shutting"))
    assert mended.problem == ""
    assert b"The shutting of Holm harbour" in (mended.get("index.html") or b"")


def test_a_template_that_is_broken_leaves_the_last_and_recovers(preview: Preview) -> None:
    before = preview.state.get("index.html")
    broken = save(preview, "theme/front.html", "{{ view.nothing_of_that_name }}")
    assert "front.html:1" in broken.problem
    assert broken.get("index.html") == before
    assert save(preview, "theme/front.html", "mended").get("index.html") == b"mended"


def test_a_preview_in_a_hurry_ends_with_the_same(preview: Preview) -> None:
    preview._slow = True  # noqa: SLF001 - as after a round that took long
    numbers = preview.state.number
    body = (preview.options.content / "articles" / "harbour-radio-evening.md").read_text(encoding="utf-8")
    state = save(preview, "articles/harbour-radio-evening.md", body.replace("A lamp is not", "No lamp is"))
    assert state.number == numbers + 3
    other = Preview(preview.options, lambda _state, _seconds: None)
    other.round()
    assert state.get("articles/harbour-radio-evening/index.html") == other.state.get(
        "articles/harbour-radio-evening/index.html"
    )
