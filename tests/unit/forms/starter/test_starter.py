"""The briefing to begin with: all of it can be read, nothing in it is amiss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.config import read_settings
from generator.edit.desk import read_actor, read_note, read_page
from generator.forms.starter import starter_files
from generator.ingest.open.sources import open_source, survey

if TYPE_CHECKING:
    from pathlib import Path


def test_everything_is_there() -> None:
    files = starter_files()
    assert {".editorconfig", ".gitignore", "README.md", "content/site.yaml", ".schema/site.json"} <= set(
        files
    )
    assert list(files) == sorted(files)
    assert all(text.endswith("\n") and "\r" not in text for text in files.values())


def test_it_is_read_without_a_word(tmp_path: Path) -> None:
    files = starter_files()
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    settings, said = read_settings(files["content/site.yaml"], "site.yaml")
    assert said == ()
    found = survey(tmp_path / "content")
    assert (len(found.sources), found.diagnostics) == (1, ())
    source = open_source(found.sources[0], tmp_path / "content")
    assert source.diagnostics == ()
    assert source.value is not None
    for id_ in settings.actors:
        actor = read_actor(files[f"content/actors/{id_}.md"], "a", id_)
        assert actor.value is not None
        assert actor.diagnostics == ()
    note = read_note(files["content/notes/three-weeks.md"], "n", "three-weeks")
    assert note.value is not None
    assert note.diagnostics == ()
    assert note.value.article == source.value.id
    assert note.value.at.exact in source.value.body
    assert read_page(files["content/pages/index.md"], "p", "index").diagnostics == ()


def test_its_schemas_are_where_the_files_say(tmp_path: Path) -> None:
    for name, text in starter_files().items():
        first = text.partition("\n")[0]
        if first.startswith("# yaml-language-server: $schema="):
            target = (tmp_path / name).parent / first.partition("=")[2]
            assert target.resolve().relative_to(tmp_path.resolve()).as_posix() in starter_files()
