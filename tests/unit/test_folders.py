from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.folders import open_desk, place_in, site_yaml
from generator.model.diagnostic import ConfigError
from generator.model.text import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTE = "---\narticle: tug\nat: {exact: sunk}\nby: Desk\n---\nWords.\n"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a content folder, in the current folder as a person would have it."""
    monkeypatch.chdir(tmp_path)
    folder = Path("content")
    for name in ("actors", "people", "notes", "pages"):
        (folder / name).mkdir(parents=True)
    return folder


def test_site_yaml_is_read_with_its_path(content: Path) -> None:
    (content / "site.yaml").write_bytes(b"\xef\xbb\xbftitle: A\r\n")
    assert site_yaml(content) == ("title: A\n", "content/site.yaml")


def test_without_site_yaml_it_is_told_how_to_begin(content: Path) -> None:
    with pytest.raises(ConfigError, match="begin a briefing with: python -m generator init"):
        site_yaml(content)


def test_a_site_yaml_that_cannot_be_opened(content: Path) -> None:
    (content / "site.yaml").mkdir()
    with pytest.raises(ConfigError) as caught:
        site_yaml(content)
    assert "begin a briefing" not in str(caught.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_site_yaml_that_is_a_pipe_is_not_waited_on(content: Path) -> None:
    os.mkfifo(content / "site.yaml")
    with pytest.raises(ConfigError) as caught:
        site_yaml(content)
    assert [(d.code, d.message) for d in caught.value.diagnostics] == [("unreadable-file", "it is no file")]


def test_a_site_yaml_without_end_is_not_read(content: Path) -> None:
    with (content / "site.yaml").open("wb") as file:
        file.truncate(60_000_000)
    with pytest.raises(ConfigError) as caught:
        site_yaml(content)
    assert [d.code for d in caught.value.diagnostics] == ["too-long"]


def test_a_site_yaml_that_is_no_text(content: Path) -> None:
    (content / "site.yaml").write_bytes(b"title: \xff\n")
    with pytest.raises(ConfigError) as caught:
        site_yaml(content)
    assert [d.code for d in caught.value.diagnostics] == ["not-utf8"]


def test_all_that_editors_wrote_is_opened_in_order(content: Path) -> None:
    (content / "actors" / "pier.md").write_text("---\nname: Pier Union\n---\nIntro.\n")
    (content / "people" / "tom-reed.md").write_text("---\nname: Tom Reed\n---\n")
    (content / "people" / "ada-quill.md").write_text("---\nname: Ada Quill\n---\n")
    (content / "notes" / "one.md").write_text(NOTE)
    (content / "pages" / "about.md").write_text("---\ntitle: About\n---\nWords.\n")
    desk, told = open_desk(content)
    assert told == ()
    assert [a.id for a in desk.actors] == ["pier"]
    assert [p.id for p in desk.people] == ["ada-quill", "tom-reed"]
    assert [(n.id, n.article) for n in desk.notes] == [("one", "tug")]
    assert [p.id for p in desk.pages] == ["about"]


def test_what_cannot_be_read_is_told_and_the_rest_is_opened(content: Path) -> None:
    (content / "actors" / "a.md").write_bytes(b"\xff")
    (content / "actors" / "b.md").mkdir()
    (content / "actors" / "c.md").write_text("---\nkind: state\n---\n")
    (content / "actors" / "d.md").write_text("---\nname: Pier Union\n---\n")
    (content / "actors" / ".e.md").write_bytes(b"\xff of an editor")
    (content / "actors" / "f.txt").write_bytes(b"\xff")
    desk, told = open_desk(content)
    assert [a.id for a in desk.actors] == ["d"]
    assert [(d.code, d.location.path) for d in told] == [
        ("unread-file", "content/actors/b.md"),
        ("unread-file", "content/actors/f.txt"),
        ("not-utf8", "content/actors/a.md"),
        ("missing-key", "content/actors/c.md"),
    ]


def test_no_folders_no_desk(tmp_path: Path) -> None:
    desk, told = open_desk(tmp_path / "nothing")
    assert (desk.actors, desk.people, desk.notes, desk.pages, told) == ((), (), (), (), ())


YAML = "title: us and actors: here\nactors: [russia, us, pier-us]\nus: x\n"


@pytest.mark.parametrize(
    ("words", "after", "line", "column"),
    [
        ("us", "actors:", 2, 18),
        ("pier-us", "actors:", 2, 22),
        ("un", "actors:", 1, 1),
        ("us", "boats:", 1, 1),
    ],
)
def test_words_are_found_whole_behind_a_key(words: str, after: str, line: int, column: int) -> None:
    assert place_in(YAML, "site.yaml", words, after=after) == Location("site.yaml", line, column)


PERSON = "---\nname: Ada Quill\n---\n"


def test_a_name_that_cannot_be_an_id_is_mended_aloud(content: Path) -> None:
    (content / "people" / "Ada Quill?.md").write_text(PERSON)
    (content / "people" / "ada-quill.md").write_text(PERSON)
    (content / "pages" / "About.md").write_text("First.\n")
    (content / "pages" / "about.md").write_text("Second.\n")
    (content / "notes" / f"{'n' * 200}.md").write_text(NOTE)
    desk, told = open_desk(content)
    assert [p.id for p in desk.people] == ["ada-quill"]
    assert [(p.id, p.body) for p in desk.pages] == [("about", "Second.")]
    assert len(desk.notes[0].id) == 89
    assert [(d.code, d.location.path.split("/", 1)[1][:20]) for d in told] == [
        ("duplicate-id", "people/Ada Quill?.md"),
        ("poor-id", f"notes/{'n' * 14}"),
        ("duplicate-id", "pages/About.md"),
    ]


def test_the_file_of_an_actor_that_is_known_has_its_id_however_it_is_written(content: Path) -> None:
    """Else there are two of it, and one folder of the site for both where letters have no case."""
    (content / "actors" / "NATO.md").write_text("---\nname: NATO\n---\n")
    (content / "actors" / "Harbour.md").write_text("---\nname: The harbour\n---\n")
    desk, told = open_desk(content)
    assert [a.id for a in desk.actors] == ["Harbour", "nato"]
    assert [(d.code, d.hint) for d in told] == [("poor-id", "name the file nato.md")]


def test_a_page_that_has_a_place_of_its_own_has_it_however_it_is_written(content: Path) -> None:
    (content / "pages" / "About.md").write_text("Words.\n")
    (content / "pages" / "Terms.md").write_text("Words.\n")
    desk, told = open_desk(content)
    assert sorted(p.id for p in desk.pages) == ["Terms", "about"]
    assert [(d.code, d.hint) for d in told] == [("poor-id", "name the file about.md")]


def test_a_folder_that_may_not_be_read_is_told(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (content / "people" / "ada-quill.md").write_text(PERSON)
    look = Path.iterdir

    def shut(path: Path) -> Iterator[Path]:
        if path.name == "actors":
            raise PermissionError(13, "Permission denied")
        return look(path)

    monkeypatch.setattr(Path, "iterdir", shut)
    desk, told = open_desk(content)
    assert [p.id for p in desk.people] == ["ada-quill"]
    assert [str(d).partition("\n")[0] for d in told] == [
        "content/actors:1:1: error[unreadable-file]: this folder cannot be opened: Permission denied"
    ]


def test_drafts_are_there_for_whoever_asks(content: Path) -> None:
    (content / "pages" / "terms.md").write_text("---\ntitle: Terms\ndraft: true\n---\nLater.\n")
    (content / "actors" / "northland.md").write_text("---\nname: Northland\ndraft: true\n---\n")
    (content / "people" / "ada-berg.md").write_text("---\nname: Ada Berg\ndraft: true\n---\n")
    desk, told = open_desk(content)
    assert (desk.actors, desk.people, told) == ((), (), ())
    assert "terms" not in [p.id for p in desk.pages]
    assert {(d.kind, d.id, d.path) for d in desk.drafts} == {
        ("actor", "northland", "content/actors/northland.md"),
        ("person", "ada-berg", "content/people/ada-berg.md"),
        ("page", "terms", "content/pages/terms.md"),
    }
    desk, told = open_desk(content, drafts=True)
    assert desk.drafts == ()
    assert "terms" in [p.id for p in desk.pages if p.draft]
    assert ([a.id for a in desk.actors], [p.id for p in desk.people]) == (["northland"], ["ada-berg"])
