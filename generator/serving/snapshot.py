"""The site as it would be, of which a file is made when it is asked for."""

from __future__ import annotations

from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING

from generator.model.settings import RenderSettings
from generator.publish.address import urls
from generator.publish.dress.theme import render_page, static_files, theme_digest
from generator.publish.plan import assets, open_frame, pages_beside

if TYPE_CHECKING:
    from generator.model.site import Page
    from generator.understood import Understood

_PAGE = ".html"
_STATIC = "static/"


class Snapshot:
    """The files of a site by their paths; several threads may ask.

    Most of 1,300 pages are never looked at: all of them take two seconds, one a hundredth of that.
    """

    def __init__(self, understood: Understood) -> None:
        """Look up what all pages share, and make none."""
        self.base = urls.base_path(understood.settings.base_url)
        self.language = understood.settings.language
        themes = understood.themes
        self._frame = open_frame(understood.corpus, understood.settings, understood.beside)
        self._render = RenderSettings(theme_digest(themes), tuple(map(str, themes)), self.language)
        self._themes = themes
        self._pages: dict[str, Page | None] = {}
        self._made: dict[str, bytes] = {}
        self._lock = RLock()

    def __contains__(self, path: object, /) -> bool:
        """Tell whether there is a file at a path from the site's top."""
        with self._lock:
            if not isinstance(path, str):
                return False
            return self._page(path) is not None or self._file(path) is not None

    def __getitem__(self, path: str, /) -> bytes:
        """Return a file that is there."""
        found = self.get(path)
        if found is None:
            raise KeyError(path)
        return found

    def get(self, path: str) -> bytes | None:
        """Return a file, None where there is none; ThemeError where a template is at fault."""
        with self._lock:
            page = self._page(path)
            if page is None:
                return self._file(path)
            if path not in self._made:
                self._made[path] = render_page(page, self._render)
            return self._made[path]

    def _page(self, path: str) -> Page | None:
        if path not in self._pages and path.endswith(_PAGE):
            self._pages.update((page.path, page) for page in pages_beside(self._frame, path))
            self._pages.setdefault(path, None)
        return self._pages.get(path)

    def _file(self, path: str) -> bytes | None:
        """Return what is no page: the theme's own file, or data and feeds, which need to know every page."""
        if path.endswith(_PAGE):
            return None
        found = self._static.get(path)
        return self._assets.get(path) if found is None and not path.startswith(_STATIC) else found

    @cached_property
    def _static(self) -> dict[str, bytes]:
        return {a.path: a.data for a in static_files(self._themes)}

    @cached_property
    def _assets(self) -> dict[str, bytes]:
        return {a.path: a.data for a in assets(self._frame)}
