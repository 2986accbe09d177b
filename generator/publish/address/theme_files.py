"""Find the files of a theme: its folders in order, their digest, what is copied as it is.

Kept apart from ``theme`` so that a build with nothing to render never imports the template engine.

A folder of a theme holds templates (``*.html``, those of ``parts/`` too) and ``static/``, whose files
go to ``static/`` of the site. What an earlier folder has stands in for the same name in a later one.
"""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from generator.model.diagnostic import ThemeError
from generator.model.settings import CardSettings

if TYPE_CHECKING:
    from generator.model.site import Asset

BRIEFING = "briefing"
STATIC = "static"
LANGUAGES = "languages"  # words that a theme says otherwise, one file for each language
FACE = "serif-latin-400-normal.woff2"  # tells which folder has the faces
_SHOWN = 200  # letters of a name in what is said of it
# Linked by every page where they exist, in this order: the ground, what a theme adds, what a site adds.
SHEETS = ("static/site.css", "static/theme.css", "static/custom.css")
_COLOUR = re.compile(r"--(paper|ink|quiet|rule|hue-\d):\s*(#[0-9a-fA-F]{3,8})")
_PACKAGE = Path(__file__).resolve().parents[2]


def themes_folder() -> Path:
    """Return the folder of our own themes: in an installed package inside it, in a checkout beside it."""
    inside = _PACKAGE / "themes"
    return inside if inside.is_dir() else _PACKAGE.parent / "themes"


def find_theme(name_or_dir: str) -> Path:
    """Return the folder of the theme of that name, or the folder at that path; ThemeError if none is."""
    ours = themes_folder()
    if name_or_dir in _names(ours):
        return ours / name_or_dir
    with suppress(OSError, RuntimeError, ValueError):  # too long a name, or the home of somebody unknown
        folder = Path(name_or_dir).expanduser()
        if folder.is_dir():
            return folder.resolve()
    known = ", ".join(_names(ours))
    raise ThemeError(f"no theme {name_or_dir[:_SHOWN]!r}: neither one of ours ({known}) nor a folder")


def _names(themes: Path) -> tuple[str, ...]:
    if not themes.is_dir():
        return ()
    return tuple(sorted(folder.name for folder in themes.iterdir() if folder.is_dir()))


def search_path(folders: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the folders that exist, each once, the packaged briefing theme last."""
    wanted = dict.fromkeys((*folders, themes_folder() / BRIEFING))
    return tuple(folder for folder in wanted if folder.is_dir())


def theme_digest(folders: tuple[Path, ...]) -> str:
    """Return the digest of all that rendering reads of ``folders``: templates, words, sheets."""
    digest = hashlib.sha256()
    for folder in search_path(folders):
        for name, path in _templates(folder):
            digest.update(f"{name}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        for path in filter(Path.is_file, sorted((folder / LANGUAGES).glob("*.yaml"))):
            digest.update(f"{path.name}\0".encode() + path.read_bytes())
        digest.update(b"\0")
    digest.update("\0".join(stylesheets(folders)).encode())
    return digest.hexdigest()


def stylesheets(folders: tuple[Path, ...]) -> tuple[str, ...]:
    """Return the stylesheets that every page links, as paths from the site's top."""
    path = search_path(folders)
    return tuple(sheet for sheet in SHEETS if any((folder / sheet).is_file() for folder in path))


def static_files(folders: tuple[Path, ...]) -> tuple[Asset, ...]:
    """Read the static files of ``folders``, the first of a name, sorted by path."""
    from generator.model.site import Asset  # noqa: PLC0415 - 20 ms of start-up, and check has no use for it

    found: dict[str, Path] = {}
    for folder in search_path(folders):
        for name, path in visible(folder / STATIC):
            found.setdefault(f"{STATIC}/{name}", path)
    return tuple(Asset(name, path.read_bytes()) for name, path in sorted(found.items()))


def card_settings(folders: tuple[Path, ...]) -> CardSettings:
    """Return the faces of the theme, and the colours of its light pages, with which cards are drawn."""
    from importlib.metadata import version  # noqa: PLC0415 - 20 ms, and seldom needed

    path = search_path(folders)
    faces = next(f for folder in path if (f := folder / STATIC / "fonts" / FACE).is_file()).parent
    digest = hashlib.sha256(" ".join(map(version, ("pillow", "uharfbuzz", "python-bidi"))).encode())
    for _, face in visible(faces):
        digest.update(face.read_bytes())
    colours: dict[str, str] = {}
    for sheet in (folder / name for folder in reversed(path) for name in SHEETS):
        if sheet.is_file():
            light = sheet.read_text(encoding="utf-8").partition("@media")[0]
            colours |= dict(_COLOUR.findall(light))
    return CardSettings(digest.hexdigest(), str(faces), tuple(sorted(colours.items())))


def has_own_templates(folders: tuple[Path, ...]) -> bool:
    """Tell whether a template is somebody else's: ours are tried by our tests, theirs by nobody yet."""
    return bool(own_templates(folders))


def own_templates(folders: tuple[Path, ...]) -> tuple[tuple[str, Path], ...]:
    """Return name and path of each template that is not among ours."""
    return tuple(named for folder in own_folders(folders) for named in _templates(folder))


def own_folders(folders: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the folders that are not ours: the site's own, and that of somebody's theme."""
    ours = themes_folder()
    return tuple(folder for folder in search_path(folders) if not folder.is_relative_to(ours))


def is_template(name: str) -> bool:
    """Tell whether a file is a template, by its name in the folder of a theme."""
    return name.endswith(".html") and not name.startswith(f"{STATIC}/")


def _templates(folder: Path) -> tuple[tuple[str, Path], ...]:
    return tuple((name, path) for name, path in visible(folder) if is_template(name))


def visible(folder: Path) -> tuple[tuple[str, Path], ...]:
    """Return the files of a folder by their names in it, but what is hidden, sorted."""
    found = ((path.relative_to(folder), path) for path in folder.rglob("*") if path.is_file())
    shown = ((name.as_posix(), path) for name, path in found if not is_hidden(name))
    return tuple(sorted(shown))


def is_hidden(name: Path) -> bool:
    """Tell whether a name in a theme is passed over."""
    return any(part.startswith(".") or part == "__pycache__" for part in name.parts)
