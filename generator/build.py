"""The whole of a build, on one page: open, read, merge, link, plan, render, publish.

Two crossings to workers (CLEAN and READ, then RENDER), one barrier (link), no way back. Between CLEAN and
READ the saved reports of an outlet are laid side by side, for what they repeat is seldom of the story.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from generator.analyse.article import analyse
from generator.analyse.attribution import Court
from generator.config import read_settings
from generator.edit.merge import merge
from generator.edit.notes import body_note_faults, place_notes, without_desk_notes
from generator.edit.references import actor_faults
from generator.edit.withdrawn import Everything, without_hidden
from generator.engine.code import code_version
from generator.engine.executors import open_executor
from generator.engine.memory import at_hand, once, settled
from generator.engine.stage import Stage, run
from generator.engine.store import Store
from generator.folders import open_desk, place_in, site_yaml
from generator.forms.standards import address_fault
from generator.ingest.clean import clean
from generator.ingest.duplicates import saving_of
from generator.ingest.history import histories
from generator.ingest.limits import MOST_BYTES
from generator.ingest.opened import opened
from generator.ingest.remarks import told_of
from generator.ingest.repetition import label_repeated
from generator.ingest.savings import Chosen, changed_at, choose_savings
from generator.ingest.sources import MEDIA, bytes_of, id_of, saved_file, survey
from generator.ingest.trace import trace
from generator.ingest.versions import Saved
from generator.ingest.write import article_of
from generator.link.corpus import link
from generator.link.outlets import outlet_of, outlets_by_name
from generator.link.sameness import person_faults
from generator.link.unnamed import unnamed_speakers
from generator.link.verdicts import verdicts
from generator.model.article import Article, CleanText, Media, RawDocument, Reading, Source
from generator.model.corpus import Corpus
from generator.model.diagnostic import BuildFailed, ConfigError, Diagnostic, Severity, in_order
from generator.model.settings import ReadSettings, RenderSettings, Settings
from generator.publish.addresses import Files, Standing, dead_addresses
from generator.publish.admin import FONT, admin_files, headers, no_script
from generator.publish.frame import Beside
from generator.publish.links import dead_links
from generator.publish.pins import pin_faults
from generator.publish.plan import plan
from generator.publish.theme import find_theme, render_page, static_files, theme_digest
from generator.publish.write import Report, lies_beside, publish

if TYPE_CHECKING:
    from generator.analyse.cast import Cast
    from generator.model.site import Page, Site
    from generator.model.text import Location

Item = TypeVar("Item")
Given = TypeVar("Given")
Made = TypeVar("Made")
Progress = Callable[[str], Callable[[int, int], None]]
LONGEST = 400  # letters of a line that is shown below a diagnostic
SEED = 6  # hex digits of a document's digest that begin the ids of its quotes


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
    """What came of a build.

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
        return self._run(stage, documents, "Cleaning")

    def read(self, documents: Sequence[RawDocument], settings: ReadSettings) -> list[Reading]:
        """Find who says what in articles."""
        stage = Stage("read", self.version, read, settings, Reading)
        return self._run(stage, documents, "Reading")

    def render(self, pages: Sequence[Page], settings: RenderSettings) -> list[bytes]:
        """Render pages."""
        stage = Stage("render", self.version, render_page, settings, bytes)
        return self._run(stage, pages, "Rendering")

    def _run(self, stage: Stage[Item, Given, Made], items: Sequence[Item], what: str) -> list[Made]:
        """Run a stage, in a preview on what no round before had."""
        told = self.progress(what) if self.progress else None

        def work(missing: Sequence[Item]) -> list[Made]:
            return run(stage, missing, self.store, self.executor, progress=told)

        memory = at_hand()
        return memory.each(stage.name, stage.settings, items, work) if memory else work(items)


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
        files = _files(site, folders, engine)
        files, without = _with_admin(files, understood.settings, options.content)
        diagnostics = in_order([*understood.told(dict(files), options), *_with_lines(list(without))])
        if options.strict and any(d.severity is not Severity.INFO for d in diagnostics):
            raise BuildFailed("nothing was written, since --strict allows no errors or warnings", diagnostics)
        report = publish(files, options.output, options.touched) if write else None
        if store is not None and write:
            store.sweep()
    return Built(
        diagnostics=diagnostics,
        asides=() if write else understood.asides(options),
        articles=len(corpus.articles),
        quotes=sum(len(a.quotes) for a in corpus.articles),
        statements=len(corpus.clusters),
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
        return _with_lines([*self.faults, *_placed(dead, self.corpus.articles, options.content)])

    def asides(self, options: Options) -> tuple[Diagnostic, ...]:
        """Return what could be better."""
        unnamed = unnamed_speakers(self.corpus)
        return _with_lines(_placed(unnamed, self.corpus.articles, options.content))


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


def read(document: RawDocument, settings: ReadSettings, judge: Callable[[Cast], Court] = Court) -> Reading:
    """Read one document: all that depends on nothing but itself. ``judge`` may write down how it decides."""
    cleaned = clean(document, settings)
    reading = analyse(cleaned, document, judge)
    return replace(reading, remarks=(*cleaned.remarks, *reading.remarks))


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
        clean=not _is_article(source),
    )


def _document(source: Source, seed: str) -> RawDocument:
    return replace(document_of(source), seed=seed)


def _is_article(source: Source) -> bool:
    """Tell whether a body is an editor's word, or made of a clean text: nothing is cut from it any more."""
    named = source.path.startswith("articles/") or source.front.source is not None
    return source.media is Media.MARKDOWN and named


def seed_of(source: Source) -> str:
    """Return what the ids of its quotes begin with: of what was first saved, else of the article's id."""
    digest = (
        source.front.seed or source.front.digest or ("" if source.media is Media.MARKDOWN else source.digest)
    )
    return digest[:SEED] or blake2b(source.id.encode(), digest_size=16).hexdigest()[:SEED]


def seeds(articles: Sequence[Source]) -> list[str]:
    """Return the seed of each article; of several with one, as of a report saved twice, the first has it."""
    taken: set[str] = set()
    found = []
    for article in articles:
        seed = seed_of(article)
        while seed in taken:
            seed = blake2b(f"{seed}\0{article.id}".encode(), digest_size=16).hexdigest()[:SEED]
        taken.add(seed)
        found.append(seed)
    return found


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
    sources, unread = _open(content, told)
    saved = _saved(sources, content)
    by_path = clean_saved(saved, settings, engine)
    articles, chosen = articles_of(sources, saved, by_path)
    made_of = {a.front.source for a in articles if not _is_saved(a)}
    told += [placed_in(d, content) for d in chosen.diagnostics if d.location.path not in made_of]
    articles = [a for a in articles if a.path not in chosen.left_out]
    versions = histories(articles, chosen.left_out, saved, by_path)
    kept = [s for s in sources if _is_saved(s) and s.path not in chosen.left_out]
    cuts = [d for s in kept for d in told_of(s, by_path[s.path])]
    documents = [once(_document, a, seed) for a, seed in zip(articles, seeds(articles), strict=True)]
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
    told += _placed(placed, articles, content)
    return corpus, Beside(tuple(unread), lines, cleared.versions), tuple(told)


def _open(content: Path, told: list[Diagnostic]) -> tuple[list[Source], list[str]]:
    found = survey(content)
    told += found.diagnostics
    sources, unread = [], []
    for path in sorted((*found.articles, *found.sources)):
        outcome = opened(path, content)
        told += outcome.diagnostics
        if outcome.value is None:
            unread.append(path.relative_to(content).as_posix().encode("utf-8", "replace").decode())
        else:
            sources.append(outcome.value)
    return sources, unread


def _saved(sources: Iterable[Source], content: Path) -> dict[str, Source]:
    """Return the saved reports by path: those without an article, and those that one was or is made of."""
    saved: dict[str, Source] = {}
    for source in sources:
        if _is_saved(source):
            saved[source.path] = source
            continue
        for name in dict.fromkeys(filter(None, (source.front.source, *_of_its_name(source, content)))):
            path = saved_file(content, name)
            behind = opened(path, content).value if path else None
            if behind is not None:
                saved[name] = once(_as_told, behind, source)
    return saved


def _of_its_name(article: Source, content: Path) -> Iterator[str]:
    """Yield the saved file of an article's name, of which it may have been made before it was of another."""
    own = article.front.source
    if own and id_of(Path(own)) != article.id:
        names = (f"sources/{article.id}{suffix}" for suffix in MEDIA)
        yield from (name for name in names if saved_file(content, name))


def _as_told(behind: Source, article: Source) -> Source:
    """Return a saved report as of the outlet that its article says, and saved when that says."""
    front = article.front
    outlet, url = front.outlet or behind.front.outlet, front.url or behind.front.url
    saved = behind.front.saved or (front.saved if behind.path == front.source else None)
    return replace(behind, front=replace(behind.front, outlet=outlet, url=url, saved=saved))


def saved_reports(content: Path) -> tuple[list[Source], dict[str, Source]]:
    """Return what a build of ``content`` makes articles of, and the saved reports it looks at, by path."""
    sources, _ = _open(content, [])
    return sources, _saved(sources, content)


def clean_saved(saved: Mapping[str, Source], settings: Settings, engine: Engine) -> dict[str, CleanText]:
    """Return the clean text of each report by its path, with what recurs in its outlet labelled."""
    cleaned = engine.clean([once(document_of, s) for s in saved.values()], settings.read)
    said = [
        (s.front.outlet or c.facts.outlet, s.front.url or c.facts.url)
        for s, c in zip(saved.values(), cleaned, strict=True)
    ]
    outlets = outlets_by_name(settings.outlets, [name for name, _ in said])
    found = [outlet_of(name, url, outlets) for name, url in said]
    reports = [Saved(o.name if o else None, c) for o, c in zip(found, cleaned, strict=True)]
    labelled = label_repeated(reports, settings.read)
    return {path: settled(f"clean {path}", c) for path, c in zip(saved, labelled, strict=True)}


def _is_saved(source: Source) -> bool:
    """Tell whether a file is as it was saved, and not an article that an editor took over."""
    return source.path.startswith("sources/")


def _article(source: Source, saved: Mapping[str, Source], cleaned: Mapping[str, CleanText]) -> Source:
    """Return the article: the editor's where one stands, else what ingesting the source would make."""
    if _is_saved(source):
        return once(article_of, source, cleaned[source.path])
    behind = saved.get(source.front.source or "")
    if behind is None or source.front.digest:
        return source
    return once(_with_digest, source, behind.digest)


def _with_digest(source: Source, digest: str) -> Source:
    return replace(source, front=replace(source.front, digest=digest))


def articles_of(
    sources: Iterable[Source], saved: Mapping[str, Source], cleaned: Mapping[str, CleanText]
) -> tuple[list[Source], Chosen]:
    """Return the articles of what was opened, and which of them are other savings of one report.

    ``saved`` are the saved reports by path, ``cleaned`` their texts.
    """
    articles = [_article(source, saved, cleaned) for source in sources]
    by_path = {a.path: a for a in articles}

    def changed(path: str) -> str | None:
        article = by_path[path]
        return changed_at(saved.get(article.front.source or path, article)) or article.front.published

    savings = [once(saving_of, a, cleaned.get(a.front.source or "")) for a in articles]
    return articles, choose_savings(savings, changed)


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


def _placed(
    found: Iterable[Diagnostic], articles: Iterable[Source | Article], content: Path
) -> list[Diagnostic]:
    """Give those about reports, whose paths begin in content/, their paths as a person would type them."""
    paths = {a.path for a in articles}
    return [placed_in(d, content) if d.location.path in paths else d for d in found]


def placed_in(found: Diagnostic, content: Path) -> Diagnostic:
    """Give a diagnostic its path as a person would type it."""
    path = (content / found.location.path).as_posix()
    return replace(found, location=replace(found.location, path=path))


def _with_lines(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Put diagnostics in order, each with the line it is about where that is fit to be shown."""
    lines_of = lru_cache(maxsize=1)(_lines)  # in order they come file by file
    return in_order([d if d.excerpt else _with_line(d, lines_of) for d in in_order(diagnostics)])


def _with_line(found: Diagnostic, lines_of: Callable[[str], list[str]]) -> Diagnostic:
    lines, at = lines_of(found.location.path), found.location.line - 1
    line = lines[at] if at < len(lines) and len(lines[at]) <= LONGEST else ""
    return replace(found, excerpt=line)


def _lines(path: str) -> list[str]:
    """Return the lines of a file, none where it cannot be read or is too large to be shown."""
    try:
        file = Path(path)
        return [] if file.stat().st_size > MOST_BYTES else file.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return []


def _files(site: Site, folders: tuple[Path, ...], engine: Engine) -> list[tuple[str, bytes]]:
    """Return every file of the site: the pages rendered, and what stands beside them."""
    render = RenderSettings(theme_digest(folders), tuple(map(str, folders)))
    pages = zip((p.path for p in site.pages), engine.render(site.pages, render), strict=True)
    return [*pages, *((a.path, a.data) for a in (*site.assets, *static_files(folders)))]


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
