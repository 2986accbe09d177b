"""Tell what lies in a theme under a name that nothing asks for: it changes nothing, and nothing would fail.

Each name in a folder that is not ours is held against those that are asked for: of a template
(``artcle.html``), a file (``static/icn.svg``, or ``custom.css`` outside ``static/``) and a colour
(``--papper``). Words are told by ``languages``, blocks by ``theme_checks``.
"""

from __future__ import annotations

import re
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.forms.fields import did_you_mean
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.text import Location
from generator.publish.address.theme_files import (
    LANGUAGES,
    SHEETS,
    STATIC,
    is_hidden,
    is_template,
    own_folders,
    search_path,
    visible,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Files = Mapping[str, Path]  # by the names under which a theme has them

_FOR_PEOPLE: Final = frozenset(("", ".md", ".txt"))  # README, LICENSE
_WRITTEN: Final = frozenset((".html", ".css", ".js", ".json", ".md", ".svg", ".yaml"))  # may name a file
_NEAR: Final = 0.65  # of the likeness of two names: "costum" and "custom" have 0.67, "logo" and "icon" 0.25
_PLACES: Final = "templates end in .html, words lie in languages/ as de.yaml, all else in static/"
_LANGUAGE = re.compile(rf"{LANGUAGES}/[A-Za-z]{{2,3}}([-_][A-Za-z0-9]+)*\.yaml")
_SAID = re.compile(r"(?<![\w-])(--[\w-]+)\s*:")
_ASKED = re.compile(r"var\(\s*(--[\w-]+)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def no_files(folders: tuple[Path, ...]) -> tuple[Diagnostic, ...]:
    """Return an error for each thing of a theme that cannot be read: a pipe, a link that leads nowhere.

    A folder is none where a file is looked for.
    """
    told = []
    for folder in own_folders(folders):
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder)
            asked = is_template(name.as_posix()) or name.as_posix() in SHEETS or _is_words(name.as_posix())
            if path.is_file() or (path.is_dir() and not asked) or is_hidden(name):
                continue
            message = "it is no file, and nothing of it is used"
            place = Location(path.as_posix())
            hint = "put a file there, or take it away"
            told.append(Diagnostic(place, Severity.ERROR, "unreadable-file", message, hint))
    return tuple(told)


def unused_names(folders: tuple[Path, ...]) -> tuple[Diagnostic, ...]:
    """Return a warning for each template, file and colour of a theme that nothing asks for.

    The first of ``folders`` is the site's own, which lies in content/.
    """
    own = [files for folder in own_folders(folders) if (files := dict(visible(folder)))]
    if not own:
        return ()
    ours: dict[str, Path] = {}
    for folder in search_path(folders):
        ours |= {} if folder in own_folders(folders) else dict(visible(folder))
    told = [*_templates(own, ours), *_colours(own, ours)]
    for files in own:
        told += _files(files, ours, (*own_folders(folders), folders[0].parent))
    return tuple(told)


def _templates(own: Sequence[Files], ours: Files) -> Iterator[Diagnostic]:
    real = tuple(name for name in ours if is_template(name))
    every = [(name, path) for files in own for name, path in files.items() if is_template(name)]
    if all(name in real for name, _ in every):
        return
    used = _used(every, set(real))
    for name, path in every:
        if used is not None and name not in used:
            hint = did_you_mean(name, real) or f"there are {', '.join(real)}"
            message = f'no page is made with "{name}", and no template that one is made with uses it'
            yield _told("unused-template", path, message, hint)


def _used(every: Sequence[tuple[str, Path]], used: set[str]) -> set[str] | None:
    """Return the names of the templates that lead to those that are ``used``; None where it cannot be told.

    A name with that of a theme before it, as in "theme/article.html", counts as the name alone.
    """
    from jinja2 import Environment, TemplateSyntaxError, meta  # noqa: PLC0415 - start-up: few sites need it

    asked: dict[str, set[str | None]] = {}
    for name, path in every:
        with suppress(TemplateSyntaxError, UnicodeDecodeError):  # rendering tells of these
            tree = Environment().parse(path.read_text(encoding="utf-8"))  # noqa: S701 - nothing is rendered
            asked.setdefault(name, set()).update(meta.find_referenced_templates(tree))
    ways = list(used)
    while ways:
        for named in asked.get(ways.pop(), ()):
            if named is None:  # a name that is made while the page is
                return None
            new = {named, named.partition("/")[2]} - used
            used |= new
            ways += new
    return used


def _files(files: Files, ours: Files, written: Sequence[Path]) -> Iterator[Diagnostic]:
    """Yield what lies where nothing looks for it, and what nearly has one of our names.

    All of ``static/`` is published, so that other files there may be meant for whoever knows the address.
    """
    real = tuple(dict.fromkeys((*(name for name in ours if not is_template(name)), *SHEETS)))
    for name, path in files.items():
        if is_template(name) or name in real or _is_words(name):
            continue
        if not name.startswith(f"{STATIC}/"):
            if path.suffix not in _FOR_PEOPLE:
                message = f'nothing of a theme is looked for under the name "{name}"'
                yield _told("unused-file", path, message, did_you_mean(name, real) or _PLACES)
        elif (near := _near(path, real)) and not _is_named(path.name, written):
            message = f'nothing names "{name}", and it stands in for no file of the theme'
            yield _told("unused-file", path, message, f'did you mean "{near}"?')


def _is_words(name: str) -> bool:
    return _LANGUAGE.fullmatch(name) is not None


def _near(path: Path, real: Sequence[str]) -> str:
    """Return the file of ours that has nearly the same name; that they are of one kind tells nothing."""
    stems = {Path(name).stem: name for name in real if Path(name).suffix == path.suffix}
    near = get_close_matches(path.stem, stems, 1, _NEAR)
    return stems[near[0]] if near else ""


def _is_named(name: str, written: Sequence[Path]) -> bool:
    texts = (path for folder in written for path in folder.rglob("*") if path.suffix in _WRITTEN)
    return any(name.encode() in path.read_bytes() for path in texts if path.is_file())


def _colours(own: Sequence[Files], ours: Files) -> Iterator[Diagnostic]:
    """Yield the custom properties that a stylesheet sets and no stylesheet uses."""
    sheets = [path for files in (*own, ours) for name, path in files.items() if name.endswith(".css")]
    texts = {path: _COMMENT.sub(_blank, path.read_text("utf-8", "replace")) for path in sheets}
    used = {name for text in texts.values() for name in _ASKED.findall(text)}
    for path in (path for files in own for name, path in files.items() if name in SHEETS):
        text = texts[path]
        for found in _SAID.finditer(text):
            if found[1] not in used:
                at = found.start()
                place = Location(path.as_posix(), text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
                hint = did_you_mean(found[1], tuple(sorted(used)))
                yield _told("unused-colour", place, f"no stylesheet uses {found[1]}", hint)


def _blank(comment: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", comment[0])


def _told(code: str, place: Path | Location, message: str, hint: str) -> Diagnostic:
    location = Location(place.as_posix()) if isinstance(place, Path) else place
    return Diagnostic(location, Severity.WARNING, code, message, hint)
