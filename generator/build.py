"""The whole of a build, on one page: open, read, merge, link, plan, render, publish.

Two crossings to workers (CLEAN and READ, then RENDER), one barrier (link), no way back. Between CLEAN and
READ the saved reports of an outlet are laid side by side, for what they repeat is seldom of the story.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.engine.executors import open_executor
from generator.engine.store import Store
from generator.folders import site_yaml
from generator.ingest.open.sources import bytes_of, saved_file
from generator.model.diagnostic import BuildFailed, Diagnostic, Severity, in_order
from generator.model.settings import RenderSettings, Settings
from generator.placing import with_lines
from generator.publish.address.hosting import SEARCH, headers
from generator.publish.dress.theme import card_settings, static_files, theme_digest
from generator.publish.pdf import papers, pdf_settings
from generator.publish.plan import plan
from generator.publish.syndicate.admin import FOLDER, FONT, admin_files, admin_headers, no_script
from generator.publish.syndicate.word_index import BUNDLE, index_settings
from generator.publish.write import Report, publish
from generator.stages import Engine, Progress
from generator.understood import Options, Understood, understand

if TYPE_CHECKING:
    from generator.model.site import Site

HOST = "_headers"  # what hosts read
File = tuple[str, bytes]  # its path from the site's top, and what is in it
__all__ = ["Built", "File", "Options", "admin_page", "build", "pages_and_files"]


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build; quotes and statements are those that the site shows.

    ``without`` says why nothing was kept for the next one, where that is so.
    """

    diagnostics: tuple[Diagnostic, ...]
    articles: int
    quotes: int
    statements: int
    pages: int
    themes: tuple[Path, ...]  # the folders of the theme
    report: Report
    without: str | None = None


def build(options: Options, progress: Progress | None = None) -> Built:
    """Make the site of ``options.content``.

    Content that cannot be used is told and left out, and the rest is built; under ``strict`` anything
    told but information is BuildFailed, and nothing is written.
    """
    site_yaml(options.content)  # where there is no briefing, nothing is made
    with ExitStack() as stack:
        store = stack.enter_context(Store(options.cache)) if options.cache else None
        engine = Engine(store, stack.enter_context(open_executor(options.executor)), progress)
        understood = understand(options, engine)
        site = plan(understood.corpus, understood.settings, understood.beside)
        files = pages_and_files(site, understood, engine)
        cards = engine.draw(site.cards, card_settings(understood.themes)) if site.cards else []
        files += zip((c.path for c in site.cards), cards, strict=True)
        dossiers = papers(site.pages, dict(files))
        printed = engine.print(dossiers, pdf_settings(understood.themes)) if dossiers else []
        files += zip((d.path for d in dossiers), printed, strict=True)
        files += engine.index(site.records, index_settings()).files if site.records else ()
        added, without = admin_page(understood.settings, options.content)
        files = with_policies([*files, *added], understood.settings)
        diagnostics = in_order([*understood.told(dict(files), options), *with_lines(list(without))])
        if options.strict and any(d.severity is not Severity.INFO for d in diagnostics):
            raise BuildFailed("nothing was written, since --strict allows no errors or warnings", diagnostics)
        report = publish(files, options.output, options.touched)
        if store is not None:
            store.sweep()
    return Built(
        diagnostics=diagnostics,
        articles=len(understood.corpus.articles),
        quotes=site.counts.quotes,
        statements=site.counts.statements,
        pages=len(site.pages),
        themes=understood.themes,
        report=report,
        without=store.without if store else None,
    )


def pages_and_files(site: Site, understood: Understood, engine: Engine) -> list[File]:
    """Return the pages rendered, and what stands beside them, without pictures."""
    folders, language = understood.themes, understood.settings.language
    render = RenderSettings(theme_digest(folders), tuple(map(str, folders)), language)
    pages = zip((p.path for p in site.pages), engine.render(site.pages, render), strict=True)
    return [*pages, *((a.path, a.data) for a in (*site.assets, *static_files(folders)))]


def admin_page(settings: Settings, content: Path) -> tuple[list[File], tuple[Diagnostic, ...]]:
    """Return the page for editors where site.yaml asks for one."""
    admin = settings.admin
    if admin is None:
        return [], ()
    path = saved_file(content, admin.script)
    script = bytes_of(path) if path else None
    if not isinstance(script, bytes):
        return [], (script or no_script(admin, content.as_posix()),)
    fonts = {font.name: bytes_of(font) for font in sorted(path.parent.glob(f"*{FONT}"))} if path else {}
    given = {path.name: script, **fonts} if path else {}
    read = {name: data for name, data in given.items() if isinstance(data, bytes)}
    return [(asset.path, asset.data) for asset in admin_files(settings, admin, read)], ()


def with_policies(files: list[File], settings: Settings) -> list[File]:
    """Say to the host which policies hold where, if some pages have one of their own."""
    paths = [path for path, _ in files]
    own = {"search": SEARCH} if any(path.startswith(BUNDLE) for path in paths) else {}
    if settings.admin and any(path.startswith(f"{FOLDER}/") for path in paths):
        own = {**own, FOLDER: admin_headers(settings.admin)}
    if not own:
        return files
    told = headers(own, paths).encode()
    return [(path, told if path == HOST else data) for path, data in files]
