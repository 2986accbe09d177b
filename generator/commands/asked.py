"""The files that a build would make, as far as somebody asks: ``check`` makes none that nobody links to."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from generator.publish.address.theme_files import has_own_templates

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.diagnostic import Diagnostic
    from generator.model.site import Site
    from generator.serving.snapshot import Snapshot
    from generator.stages import Engine
    from generator.understood import Understood

# What makes pages is loaded where one is asked for: start-up is a sixth of what 200 reports take.


class Asked:
    """The site as it would be: a page is made when a link leads to a place in it."""

    def __init__(self, understood: Understood, content: Path) -> None:
        """Make nothing yet."""
        self._understood = understood
        self._content = content

    def __contains__(self, path: object, /) -> bool:
        """Tell whether there would be a file at a path from the site's top."""
        return path in self._snapshot or path in self._beside

    def __getitem__(self, path: str, /) -> bytes:
        """Return a file that would be there."""
        return self._snapshot[path] if path in self._snapshot else self._beside[path]

    @property
    def without(self) -> tuple[Diagnostic, ...]:
        """Say why a page for editors that was asked for would not be there."""
        return self._admin[1]

    def try_templates(self, engine: Engine) -> None:
        """Render every page where a template is not ours; ThemeError where one is at fault."""
        if has_own_templates(self._understood.themes):
            from generator.build import pages_and_files  # noqa: PLC0415 - start-up

            pages_and_files(self._site, self._understood, engine)

    @cached_property
    def _snapshot(self) -> Snapshot:
        from generator.serving.snapshot import Snapshot  # noqa: PLC0415 - start-up

        return Snapshot(self._understood)

    @cached_property
    def _site(self) -> Site:
        from generator.publish.plan import plan  # noqa: PLC0415 - start-up

        return plan(self._understood.corpus, self._understood.settings, self._understood.beside)

    @cached_property
    def _beside(self) -> dict[str, bytes]:
        """Return what a preview goes without: pictures and PDF files, as names, and the page for editors."""
        from generator.publish.pdf import papers  # noqa: PLC0415 - start-up

        made = [card.path for card in self._site.cards]
        made += [paper.path for paper in papers(self._site.pages, {})]
        return {**dict.fromkeys(made, b""), **self._admin[0]}

    @cached_property
    def _admin(self) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
        if self._understood.settings.admin is None:
            return {}, ()
        from generator.build import admin_page  # noqa: PLC0415 - start-up

        added, without = admin_page(self._understood.settings, self._content)
        return dict(added), without
