"""The whole of a build, on one page: open, read, merge, link, plan, render, publish.

Two crossings to workers (CLEAN and READ, then RENDER), one barrier (link), no way back. Between CLEAN and
READ the saved reports of an outlet are laid side by side, for what they repeat is seldom of the story.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.config import read_settings
from generator.edit.merge import merge
from generator.edit.notes import body_note_faults, place_notes, without_desk_notes
from generator.edit.references import actor_faults
from generator.edit.withdrawn import Everything, without_hidden
from generator.engine.executors import open_executor
from generator.engine.memory import once, settled
from generator.engine.store import Store
from generator.folders import open_desk, place_in, site_yaml
from generator.forms.standards import address_fault
from generator.ingest.documents import is_saved, seeded, seeds
from generator.ingest.history import histories
from generator.ingest.remarks import told_of
from generator.ingest.sources import bytes_of, saved_file
from generator.ingest.trace import trace
from generator.link.corpus import link
from generator.link.sameness import person_faults
from generator.link.unnamed import unnamed_speakers
from generator.link.unstated import unstated_facts
from generator.link.verdicts import verdicts
from generator.model.corpus import Corpus
from generator.model.diagnostic import BuildFailed, ConfigError, Diagnostic, Severity, in_order
from generator.model.settings import RenderSettings, Settings
from generator.placing import all_placed, placed_in, with_lines
from generator.publish.addresses import Files, Standing, dead_addresses
from generator.publish.admin import FONT, admin_files, headers, no_script
from generator.publish.faces import can_draw
from generator.publish.frame import Beside
from generator.publish.links import dead_links
from generator.publish.pins import pin_faults
from generator.publish.plan import plan
from generator.publish.theme import card_settings, find_theme, static_files, theme_digest
from generator.publish.write import Report, lies_beside, publish
from generator.reports import articles_of, clean_saved, open_reports, saved_of
from generator.stages import Engine, Progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.article import Article, CleanText, Reading, Source
    from generator.model.site import Site
    from generator.model.text import Location


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says of a build.

    ``touched`` are files of the site that may not be as they were written, as paths from its top: they are
    read and compared, the others known by their size. A ``preview`` shows what is the desk's alone.
    """

    content: Path
    output: Path
    theme: str | None = None
    base_url: str | None = None
    executor: str = "inline"
    strict: bool = False
    cache: Path | None = None
    touched: frozenset[str] = frozenset()
    preview: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build; quotes and statements are those that the site shows.

    ``without`` says why nothing was kept for the next one, where that is so; ``asides`` are for who asks
    what could be better, and are told where nothing was to be written.
    """

    diagnostics: tuple[Diagnostic, ...]
    articles: int
    quotes: int
    statements: int
    pages: int
    themes: tuple[Path, ...]  # the folders of the theme
    report: Report | None = None
    without: str | None = None
    asides: tuple[Diagnostic, ...] = ()


def build(options: Options, progress: Progress | None = None, *, write: bool = True) -> Built:
    """Make the site of ``options.content``; with ``write`` False do all of it but the writing.

    Content that cannot be used is told and left out, and the rest is built; under ``strict`` anything
    told but information is BuildFailed, and nothing is written.
    """
    with ExitStack() as stack:
        store = stack.enter_context(Store(options.cache)) if options.cache else None
        engine = Engine(store, stack.enter_context(open_executor(options.executor)), progress)
        understood = understand(options, engine)
        corpus, folders = understood.corpus, understood.themes
        site = plan(corpus, understood.settings, understood.beside)
        files = _files(site, folders, engine, pictures=write)
        files, without = _with_admin(files, understood.settings, options.content)
        diagnostics = in_order([*understood.told(dict(files), options), *with_lines(list(without))])
        if options.strict and any(d.severity is not Severity.INFO for d in diagnostics):
            raise BuildFailed("nothing was written, since --strict allows no errors or warnings", diagnostics)
        report = publish(files, options.output, options.touched) if write else None
        if store is not None and write:
            store.sweep()
    return Built(
        diagnostics=diagnostics,
        asides=() if write else understood.asides(options),
        articles=len(corpus.articles),
        quotes=site.counts.quotes,
        statements=site.counts.statements,
        pages=len(site.pages),
        themes=folders,
        report=report,
        without=store.without if store else None,
    )


@dataclass(frozen=True, slots=True)
class Understood:
    """All that content says, before any page is made of it, and what is wrong with it."""

    corpus: Corpus
    settings: Settings
    beside: Beside
    themes: tuple[Path, ...]
    faults: tuple[Diagnostic, ...]

    def told(self, files: Files, options: Options) -> tuple[Diagnostic, ...]:
        """Return what is wrong, in order, also with links: to nothing in ``files`` nor beside them."""
        standing = Standing(files, self.settings.base_url, lambda path: lies_beside(options.output, path))
        dead = dead_addresses(self.corpus, standing)
        return with_lines([*self.faults, *all_placed(dead, self.corpus.articles, options.content)])

    def asides(self, options: Options) -> tuple[Diagnostic, ...]:
        """Return what could be better."""
        better = (*unnamed_speakers(self.corpus), *unstated_facts(self.corpus))
        return with_lines(all_placed(better, self.corpus.articles, options.content))


def understand(options: Options, engine: Engine) -> Understood:
    """Open and read everything, and join what is to be shown."""
    text, path = site_yaml(options.content)
    settings, told = _settings(options, text, path)
    leading = [(ident, place_in(text, path, ident, after="actors:")) for ident in settings.actors]
    themes = theme_folders(options.content, settings.theme)
    corpus, beside, more = _corpus(options, settings, leading, engine)
    pins = [("lead:", settings.lead)] if settings.lead else []
    pins += [("pinned:", ident) for ident in settings.pinned]
    placed = [(ident, place_in(text, path, ident, after=key)) for key, ident in pins]
    return Understood(corpus, settings, beside, themes, (*told, *more, *pin_faults(corpus, placed)))


def _settings(options: Options, text: str, path: str) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Return what site.yaml says, but for what the command line says."""
    settings, told = read_settings(text, path)
    settings = replace(settings, read=settled("read settings", settings.read))
    base_url = options.base_url
    if base_url is None:
        return replace(settings, theme=options.theme or settings.theme), told
    if fault := address_fault(base_url, folder=True):
        raise ConfigError(f"the address of the site, {base_url!r}, {fault}; write https://…")
    settings = replace(settings, theme=options.theme or settings.theme, base_url=f"{base_url.rstrip('/')}/")
    return settings, tuple(d for d in told if d.code != "no-base-url")


def _corpus(
    options: Options, settings: Settings, leading: Sequence[tuple[str, Location]], engine: Engine
) -> tuple[Corpus, Beside, tuple[Diagnostic, ...]]:
    """Open and read everything, and join what is to be shown."""
    content = options.content
    told: list[Diagnostic] = []
    sources, unread = open_reports(content, told)
    saved = saved_of(sources, content)
    by_path = clean_saved(saved, settings, engine)
    articles, chosen = articles_of(sources, saved, by_path)
    made_of = {a.front.source for a in articles if not is_saved(a)}
    told += [placed_in(d, content) for d in chosen.diagnostics if d.location.path not in made_of]
    articles = [a for a in articles if a.path not in chosen.left_out]
    versions = histories(articles, chosen.left_out, saved, by_path)
    kept = [s for s in sources if is_saved(s) and s.path not in chosen.left_out]
    cuts = [d for s in kept for d in told_of(s, by_path[s.path])]
    documents = [once(seeded, a, seed) for a, seed in zip(articles, seeds(articles), strict=True)]
    readings = engine.read(documents, settings.read)
    placed: list[Diagnostic] = cuts  # with paths from the top of content/
    merged = [_merged(a, r, placed) for a, r in zip(articles, readings, strict=True)]
    lines: dict[str, int] = {}
    traced = [_traced(a, by_path, lines) for a in merged]
    desk, faults = open_desk(content)
    told += [*faults, *actor_faults(desk, articles, leading)]
    notes, faults = place_notes(desk.notes, {a.id: a for a in traced})
    told += faults
    drafts = set() if options.preview else {a.id for a in traced if a.front.draft}
    cleared, faults = without_hidden(Everything(tuple(traced), desk, notes, versions), drafts)
    placed += faults
    every, desk, notes = cleared.articles, cleared.desk, cleared.notes
    traced = list(every)
    placed += body_note_faults(every)
    if not options.preview:
        traced = [without_desk_notes(a) for a in traced if not a.front.draft]
        notes = tuple(n for n in notes if n.public)
    shown = {a.id for a in traced}
    said, faults = verdicts(every, shown)
    placed += faults
    told += person_faults(every, desk)
    desk = replace(desk, verdicts=said)
    corpus = link(traced, desk, settings, [n for n in notes if n.article in shown])
    placed += dead_links(corpus)
    told += all_placed(placed, articles, content)
    return corpus, Beside(tuple(unread), lines, cleared.versions, can_draw()), tuple(told)


def _merged(source: Source, reading: Reading, told: list[Diagnostic]) -> Article:
    article, faults = once(merge, source, reading)
    told += faults
    return article


def _traced(article: Article, cleaned: dict[str, CleanText], lines: dict[str, int]) -> Article:
    behind = cleaned.get(article.front.source or "")
    if behind is None:
        return article
    found = once(trace, article, behind)
    lines.update(found.lines)
    return found.article


def _files(
    site: Site, folders: tuple[Path, ...], engine: Engine, *, pictures: bool
) -> list[tuple[str, bytes]]:
    """Return every file of the site: the pages rendered, and what stands beside them.

    Without ``pictures`` those have their names alone: 300 take ten seconds, and nothing is wrong in one.
    """
    render = RenderSettings(theme_digest(folders), tuple(map(str, folders)))
    pages = zip((p.path for p in site.pages), engine.render(site.pages, render), strict=True)
    wanted = site.cards if pictures else ()
    drawn = engine.draw(wanted, card_settings(folders)) if wanted else [b""] * len(site.cards)
    cards = zip((c.path for c in site.cards), drawn, strict=True)
    return [*pages, *cards, *((a.path, a.data) for a in (*site.assets, *static_files(folders)))]


def _with_admin(
    files: list[tuple[str, bytes]], settings: Settings, content: Path
) -> tuple[list[tuple[str, bytes]], tuple[Diagnostic, ...]]:
    """Add the page for editors where site.yaml asks for one, and headers under which it works."""
    admin = settings.admin
    if admin is None:
        return files, ()
    path = saved_file(content, admin.script)
    script = bytes_of(path) if path else None
    if not isinstance(script, bytes):
        return files, (script or no_script(admin, content.as_posix()),)
    fonts = {font.name: bytes_of(font) for font in sorted(path.parent.glob(f"*{FONT}"))} if path else {}
    given = {path.name: script, **fonts} if path else {}
    read = {name: data for name, data in given.items() if isinstance(data, bytes)}
    added = [(asset.path, asset.data) for asset in admin_files(settings, admin, read)]
    host = {"_headers": headers(admin, [path for path, _ in (*files, *added)]).encode()}
    return [*((path, host.get(path, data)) for path, data in files), *added], ()


def theme_folders(content: Path, theme: str) -> tuple[Path, ...]:
    """Return where templates are looked for: the site's own first, then the theme's."""
    return (content / "theme", find_theme(theme))
