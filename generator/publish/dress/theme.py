"""Render pages with a theme: the site's own templates, then the theme's, then ours.

A template is called with one variable, ``view``, and says what it says in the language of the site,
``say("front.newest")`` (see ``tongue``). To change a part of a page, a site's ``article.html``
extends ``theme/article.html``, the one of whatever theme is in use, and says one block anew;
``<theme>/<template>`` always means that theme's own, so that nothing extends itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import safe_range

from generator.model.diagnostic import ThemeError
from generator.publish.address.theme_files import (
    BRIEFING,
    card_settings,
    find_theme,
    search_path,
    static_files,
    stylesheets,
    theme_digest,
    themes_folder,
)
from generator.publish.draw.drawing import drawing
from generator.publish.draw.upright import upright
from generator.publish.dress.environment import PlainEnvironment, remembering
from generator.publish.dress.theme_checks import check_blocks
from generator.publish.phrase.languages import ENGLISH, open_tongue
from generator.publish.show.hearing import bars
from generator.publish.weave.passages import margin

if TYPE_CHECKING:
    from types import TracebackType

    from generator.model.settings import RenderSettings
    from generator.model.site import Page


__all__ = [
    "Theme",
    "card_settings",
    "find_theme",
    "open_theme",
    "render",
    "render_page",
    "static_files",
    "theme_digest",
]

BEHIND = "theme"  # before a template's name: that of the theme, whichever it is

# What a faulty expression in a template raises beside the engine's own errors.
FAULTS = (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme that is ready to render; ``folders`` is the path on which templates are looked for."""

    environment: Environment
    folders: tuple[Path, ...]


def open_theme(folders: tuple[Path, ...], language: str = ENGLISH) -> Theme:
    """Make ready the theme of ``folders``, the first to prevail; the packaged one stands behind them.

    The first is the site's own: ``theme/`` means all behind it. It speaks ``language``, in the words of
    these folders. ThemeError where a template has a block that is nowhere shown.
    """
    tongue, _ = open_tongue(language, folders)
    path = search_path(folders)
    named: dict[str, BaseLoader] = {folder.name: FileSystemLoader(folder) for folder in reversed(path)}
    named[BRIEFING] = FileSystemLoader(themes_folder() / BRIEFING)
    named[BEHIND] = ChoiceLoader([FileSystemLoader(folder) for folder in search_path(folders[1:])])
    environment = PlainEnvironment(
        loader=ChoiceLoader([*(FileSystemLoader(folder) for folder in path), PrefixLoader(named)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.filters.update(
        margin=margin,
        bars=bars,
        drawing=partial(drawing, tongue=tongue),
        upright=partial(upright, tongue=tongue),
        bdi=tongue.bdi,
        number=tongue.number,
        listed=tongue.row,
        capital=tongue.capital,
        tagged=tongue.tagged,
    )
    environment.globals.update(say=tongue.say, tongue=tongue, lang=tongue.attributes)
    environment.globals["desk"] = tongue.attributes(language)
    environment.globals["once"] = remembering()
    environment.globals["range"] = safe_range  # a slip in a number would be counted out for days
    environment.globals["stylesheets"] = stylesheets(folders)
    check_blocks(environment, folders)
    return Theme(environment, path)


def render(page: Page, theme: Theme) -> str:
    """Return the HTML of ``page``; ThemeError with template and line where a template is at fault."""
    try:
        template = theme.environment.get_template(page.template)
        return template.render(view=page.view)
    except FAULTS as error:
        raise ThemeError(_said(error, page, theme)) from error


def render_page(page: Page, settings: RenderSettings) -> bytes:
    """Render ``page`` in a worker, which opens each theme once.

    As bytes from the start: one curly quotation mark makes Python keep two bytes for every letter of a page.
    """
    return render(page, _opened(settings)).encode()


@lru_cache(maxsize=4)
def _opened(settings: RenderSettings) -> Theme:
    return open_theme(tuple(Path(folder) for folder in settings.folders), settings.language)


def _said(error: Exception, page: Page, theme: Theme) -> str:
    place = _place(error, theme) or page.template
    if isinstance(error, TemplateNotFound):
        return f"{place}: there is no template {error.name or error.message!r} (for {page.path})"
    if isinstance(error, RecursionError):
        return f"{place}: this leads back to itself without end (for {page.path})"
    return f"{place}: {error} (for {page.path})"


def _place(error: Exception, theme: Theme) -> str:
    """Return ``file:line`` of the template at fault, the innermost if one uses another; "" if none."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}"
    found = ""
    step: TracebackType | None = error.__traceback__
    while step is not None:
        name = step.tb_frame.f_code.co_filename
        if any(Path(name).is_relative_to(folder) for folder in theme.folders):
            found = f"{name}:{step.tb_lineno}"
        step = step.tb_next
    return found
