"""The whole of a build, on one page: open, read, merge, link, plan, render, publish.

Two crossings to workers (CLEAN and READ, then RENDER), one barrier (link), no way back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path

from generator.analyse.article import analyse
from generator.config import read_settings
from generator.edit.merge import merge
from generator.edit.notes import place_notes
from generator.edit.references import actor_faults
from generator.engine.code import code_version
from generator.engine.executors import open_executor
from generator.engine.stage import Stage, run
from generator.engine.store import Store
from generator.folders import open_desk, place_in, site_yaml
from generator.ingest.clean import clean
from generator.ingest.sources import open_source, survey
from generator.ingest.trace import trace
from generator.ingest.write import article_of
from generator.link.corpus import link
from generator.model.article import Article, CleanText, Media, RawDocument, Source
from generator.model.corpus import Corpus
from generator.model.diagnostic import BuildFailed, Diagnostic, Severity, in_order
from generator.model.findings import Reading
from generator.model.settings import ReadSettings, RenderSettings, Settings
from generator.model.site import Asset, Page, Site
from generator.model.text import Location
from generator.publish.frame import Beside
from generator.publish.links import dead_links
from generator.publish.plan import plan
from generator.publish.theme import find_theme, render_page, static_files, theme_digest
from generator.publish.write import Report, publish

Progress = Callable[[str], Callable[[int, int], None]]
SEED = 6  # hex digits of a document's digest that begin the ids of its quotes


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says of a build."""

    content: Path
    output: Path
    theme: str | None = None
    base_url: str | None = None
    executor: str = "inline"
    strict: bool = False
    cache: Path | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build."""

    diagnostics: tuple[Diagnostic, ...]
    articles: int
    quotes: int
    statements: int
    pages: int
    report: Report | None = None


@dataclass(slots=True)
class Engine:
    """Where work is kept and sent, and who is told how far it is."""

    store: Store | None
    executor: Executor
    progress: Progress | None = None
    version: int = field(default_factory=code_version)

    def clean(self, documents: Sequence[RawDocument], settings: ReadSettings) -> list[CleanText]:
        """Label the blocks of saved sources."""
        stage = Stage("clean", self.version, clean, settings, CleanText)
        return run(stage, documents, self.store, self.executor, progress=self._told("Cleaning"))

    def read(self, documents: Sequence[RawDocument], settings: ReadSettings) -> list[Reading]:
        """Find who says what in articles."""
        stage = Stage("read", self.version, read, settings, Reading)
        return run(stage, documents, self.store, self.executor, progress=self._told("Reading"))

    def render(self, pages: Sequence[Page], settings: RenderSettings) -> list[str]:
        """Render pages."""
        stage = Stage("render", self.version, render_page, settings, str)
        return run(stage, pages, self.store, self.executor, progress=self._told("Rendering"))

    def _told(self, what: str) -> Callable[[int, int], None] | None:
        return self.progress(what) if self.progress else None


def build(options: Options, progress: Progress | None = None, *, write: bool = True) -> Built:
    """Make the site of ``options.content``; with ``write`` False only say what is wrong.

    Content that cannot be used is told and left out, and the rest is built; under ``strict`` anything
    told but information is BuildFailed, and nothing is written.
    """
    with ExitStack() as stack:
        store = stack.enter_context(Store(options.cache)) if options.cache else None
        engine = Engine(store, stack.enter_context(open_executor(options.executor)), progress)
        settings, told = _settings(options)
        corpus, beside, more = _corpus(options, settings, engine)
        diagnostics = in_order([*told, *more])
        if options.strict and any(d.severity is not Severity.INFO for d in diagnostics):
            raise BuildFailed("nothing was written, since --strict allows no errors or warnings", diagnostics)
        site = plan(corpus, settings, beside)
        report = _publish(options, settings, site, engine) if write else None
        if store is not None and write:
            store.sweep()
    quotes = sum(len(a.quotes) for a in corpus.articles)
    return Built(diagnostics, len(corpus.articles), quotes, len(corpus.clusters), len(site.pages), report)


def read(document: RawDocument, settings: ReadSettings) -> Reading:
    """Read one document: all that depends on nothing but itself."""
    return analyse(clean(document, settings), document)


def document_of(source: Source) -> RawDocument:
    """Return what reading ``source`` depends on."""
    front = source.front
    return RawDocument(
        body=source.body,
        media=source.media,
        seed=seed_of(source),
        title=front.title,
        dek=front.dek,
        language=front.language,
        published=front.published,
    )


def seed_of(source: Source) -> str:
    """Return what the ids of its quotes begin with: of the saved bytes, else of the article's own id."""
    digest = source.front.digest or ("" if source.media is Media.MARKDOWN else source.digest)
    return digest[:SEED] or blake2b(source.id.encode(), digest_size=16).hexdigest()[:SEED]


def _settings(options: Options) -> tuple[Settings, tuple[Diagnostic, ...]]:
    text, path = site_yaml(options.content)
    settings, told = read_settings(text, path)
    theme, base_url = options.theme or settings.theme, options.base_url or settings.base_url
    return replace(settings, theme=theme, base_url=base_url), told


def _corpus(
    options: Options, settings: Settings, engine: Engine
) -> tuple[Corpus, Beside, tuple[Diagnostic, ...]]:
    """Open and read everything, and join it."""
    told: list[Diagnostic] = []
    sources, unread = _open(options.content, told)
    saved = _saved(sources, options.content)
    cleaned = dict(zip(saved, engine.clean([document_of(s) for s in saved.values()], settings.read), strict=True))
    articles = [_article(source, saved, cleaned) for source in sources]
    readings = engine.read([document_of(a) for a in articles], settings.read)
    merged = [_merged(a, r, told) for a, r in zip(articles, readings, strict=True)]
    lines: dict[str, int] = {}
    traced = [_traced(a, cleaned, lines) for a in merged]
    desk, faults = open_desk(options.content)
    told += [*faults, *actor_faults(desk, articles, _leading(options.content, settings))]
    shown = [a for a in traced if not a.front.draft]
    notes, faults = place_notes(desk.notes, {a.id: a for a in traced})
    known = {a.id for a in shown}
    corpus = link(shown, desk, settings, [n for n in notes if n.article in known])
    told += [*faults, *dead_links(corpus)]
    content = options.content
    return corpus, Beside(tuple(unread), lines), tuple(_placed(d, content) for d in told)


def _open(content: Path, told: list[Diagnostic]) -> tuple[list[Source], list[str]]:
    found = survey(content)
    told += found.diagnostics
    sources, unread = [], []
    for path in sorted((*found.articles, *found.sources)):
        outcome = open_source(path, content)
        told += outcome.diagnostics
        if outcome.value is None:
            unread.append(path.relative_to(content).as_posix())
        else:
            sources.append(outcome.value)
    return sources, unread


def _saved(sources: Iterable[Source], content: Path) -> dict[str, Source]:
    """Return the saved reports by path: those without an article, and those that an article names."""
    saved: dict[str, Source] = {}
    for source in sources:
        if source.media is not Media.MARKDOWN:
            saved[source.path] = source
        elif source.front.source and (path := content / source.front.source).is_file():
            behind = open_source(path, content).value
            if behind is not None and behind.media is not Media.MARKDOWN:
                saved[source.front.source] = behind
    return saved


def _article(source: Source, saved: dict[str, Source], cleaned: dict[str, CleanText]) -> Source:
    """Return the article: the editor's where one stands, else what ingesting the source would make."""
    if source.media is not Media.MARKDOWN:
        return article_of(source, cleaned[source.path])
    behind = saved.get(source.front.source or "")
    if behind is None or source.front.digest:
        return source
    return replace(source, front=replace(source.front, digest=behind.digest))


def _merged(source: Source, reading: Reading, told: list[Diagnostic]) -> Article:
    article, faults = merge(source, reading)
    told += faults
    return article


def _traced(article: Article, cleaned: dict[str, CleanText], lines: dict[str, int]) -> Article:
    behind = cleaned.get(article.front.source or "")
    if behind is None:
        return article
    found = trace(article, behind)
    lines.update(found.lines)
    return found.article


def _leading(content: Path, settings: Settings) -> list[tuple[str, Location]]:
    text, path = site_yaml(content)
    return [(ident, place_in(text, path, ident, after="actors:")) for ident in settings.actors]


def _placed(found: Diagnostic, content: Path) -> Diagnostic:
    """Give a diagnostic its path as a person would type it."""
    path = found.location.path
    if not path.startswith(("sources/", "articles/")):
        return found
    return replace(found, location=replace(found.location, path=(content / path).as_posix()))


def _publish(options: Options, settings: Settings, site: Site, engine: Engine) -> Report:
    folders = theme_folders(options.content, settings.theme)
    render = RenderSettings(theme_digest(folders), tuple(map(str, folders)))
    texts = engine.render(site.pages, render)
    files = [(p.path, t.encode()) for p, t in zip(site.pages, texts, strict=True)]
    assets: list[Asset] = [*site.assets, *static_files(folders)]
    return publish([*files, *((a.path, a.data) for a in assets)], options.output)


def theme_folders(content: Path, theme: str) -> tuple[Path, ...]:
    """Return where templates are looked for: the site's own first, then the theme's."""
    return (content / "theme", find_theme(theme))
