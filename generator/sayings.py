"""What the desk says beside reports, notes and pages: in site.yaml, and in the files of a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.edit.outspoken import Said
from generator.folders import place_in, site_yaml
from generator.model.text import Location
from generator.publish.address.theme_files import LANGUAGES, own_folders, own_templates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.model.settings import Settings


def said_by_the_desk(content: Path, settings: Settings, themes: tuple[Path, ...]) -> Iterator[Said]:
    """Yield what goes on to the site as it is, with its place."""
    file = site_yaml(content)
    yield _said(file, "title:", "the title of the site", settings.title)
    for outlet in settings.outlets:
        for name in (outlet.name, *outlet.aliases):
            yield _said(file, "outlets:", "the name of an outlet", name)._replace(long=True)
        if outlet.licence:
            yield _said(file, "outlets:", "the licence of an outlet", outlet.licence)
    for path in _of_themes(themes):
        yield Said(Location(path.as_posix()), "a theme", path.read_text("utf-8", "replace"))


def _said(file: tuple[str, str], key: str, what: str, words: str) -> Said:
    return Said(place_in(*file, words, after=key), what, words, long=False)


def _of_themes(themes: tuple[Path, ...]) -> Iterator[Path]:
    yield from (path for _, path in own_templates(themes))
    for folder in own_folders(themes):
        yield from sorted(path for path in (folder / LANGUAGES).glob("*.yaml") if path.is_file())
