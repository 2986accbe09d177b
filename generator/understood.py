"""All that content/ says, before any page is made of it: open, read, merge, link.

Apart from ``build``, so that ``check`` need not load what makes pages, nor make any.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.config import read_settings
from generator.edit.merge import merge
from generator.edit.notes import body_note_faults, place_notes, without_desk_notes
from generator.edit.outspoken import outspoken
from generator.edit.references import actor_faults
from generator.edit.withdrawn import Everything, without_hidden
from generator.engine.memory import once, settled
from generator.folders import open_desk, place_in, site_yaml
from generator.forms.standards import address_fault
from generator.ingest.compare.trace import trace
from generator.ingest.label.remarks import told_of
from generator.ingest.open.documents import is_saved, seeded, seeds
from generator.link.corpus import link
from generator.link.sameness import person_faults
from generator.link.unnamed import unnamed_speakers
from generator.link.unstated import unstated_facts
from generator.link.verdicts import verdicts
from generator.model.corpus import Corpus, Unpublished
from generator.model.diagnostic import ConfigError, Diagnostic
from generator.model.settings import Settings
from generator.placing import all_placed, placed_in, with_lines
from generator.publish.address.theme_files import find_theme
from generator.publish.address.theme_names import no_files, unused_names
from generator.publish.draw.faces import can_draw
from generator.publish.extras import can_index, no_search
from generator.publish.phrase.languages import open_tongue
from generator.publish.tally.beside import Beside
from generator.publish.weave.addresses import Files, Standing, dead_addresses, pages_of
from generator.publish.weave.links import dead_links
from generator.publish.write import lies_beside
from generator.reports import clean_saved, open_reports, reports_of, saved_of
from generator.sayings import said_by_the_desk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.article import Article, CleanText, Reading, Source
    from generator.model.text import Location
    from generator.stages import Engine


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says of a build.

    ``touched`` are files of the site that may not be as they were written, as paths from its top: they are
    read and compared, the others known by their size. A ``preview`` shows what is the desk's alone. With
    ``pdf`` dossiers are made as files, too, whatever site.yaml says.
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
    pdf: bool = False


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
        beside, drafts = partial(lies_beside, options.output), pages_of(self.corpus.drafts)
        standing = Standing(files, self.settings.base_url, beside, drafts)
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
    settings, unmade = _with_pdf(options, settings, place_in(text, path, "true", after="pdf:"))
    leading = [(ident, place_in(text, path, ident, after="actors:")) for ident in settings.actors]
    themes = theme_folders(options.content, settings.theme)
    place = place_in(text, path, settings.language, after="language:")
    tongue, faults = open_tongue(settings.language, themes, place)
    faults = (*faults, *no_files(themes), *unused_names(themes))
    corpus, beside, more = _corpus(options, settings, leading, engine)
    pins = [("lead:", settings.lead)] if settings.lead else []
    pins += [("pinned:", ident) for ident in settings.pinned]
    if pins:
        from generator.publish.show.pins import pin_faults  # noqa: PLC0415 - start-up: it knows the pages

        placed = [(ident, place_in(text, path, ident, after=key)) for key, ident in pins]
        more = (*more, *pin_faults(corpus, placed))
    said = {settings.text, *(o.text for o in corpus.outlets), *(a.front.text for a in corpus.articles)}
    if "excerpt" in said:
        from generator.publish.tally.sparing import share_faults  # noqa: PLC0415 - start-up: few need it

        more = (*more, *all_placed(share_faults(corpus, settings), corpus.articles, options.content))
    words = settings.search == "full"
    if words and not can_index():
        more = (*more, no_search(place_in(text, path, "full", after="search:")))
    beside = replace(beside, words=words and can_index() and not options.preview, tongue=tongue)
    return Understood(corpus, settings, beside, themes, (*told, *unmade, *faults, *more))


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


def _with_pdf(
    options: Options, settings: Settings, place: Location
) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Return whether files are made of the dossiers, and why not where they are asked for; in no preview."""
    if options.preview or not (settings.pdf or options.pdf):
        return replace(settings, pdf=False), ()
    from generator.publish.pdf import no_pdf, why_not  # noqa: PLC0415 - start-up: few ask for them

    reason = why_not()
    return replace(settings, pdf=not reason), (no_pdf(place, reason),) if reason else ()


def _corpus(
    options: Options, settings: Settings, leading: Sequence[tuple[str, Location]], engine: Engine
) -> tuple[Corpus, Beside, tuple[Diagnostic, ...]]:
    """Open and read everything, and join what is to be shown."""
    content = options.content
    told: list[Diagnostic] = []
    sources, unread = open_reports(content, told)
    saved = saved_of(sources, content)
    by_path = clean_saved(saved, settings, engine)
    reports = reports_of(sources, saved, by_path)
    articles, chosen = reports.shown, reports.chosen
    made_of = {a.front.source for a in reports.every if not is_saved(a)}
    told += [placed_in(d, content) for d in chosen.diagnostics if d.location.path not in made_of]
    kept = [s for s in sources if is_saved(s) and s.path not in chosen.left_out]
    cuts = [d for s in kept for d in told_of(s, by_path[s.path])]
    documents = [once(seeded, a, seed) for a, seed in zip(articles, seeds(articles), strict=True)]
    readings = engine.read(documents, settings.read)
    placed: list[Diagnostic] = cuts  # with paths from the top of content/
    merged = [_merged(a, r, placed) for a, r in zip(articles, readings, strict=True)]
    lines: dict[str, int] = {}
    traced = [_traced(a, by_path, lines) for a in merged]
    desk, faults = open_desk(content, drafts=options.preview)
    told += [*faults, *actor_faults(desk, articles, leading)]
    notes, faults = place_notes(desk.notes, {a.id: a for a in traced})
    told += faults
    drafts = set() if options.preview else {a.id for a in traced if a.front.draft}
    cleared, faults = without_hidden(Everything(tuple(traced), desk, notes, reports.versions), drafts)
    placed += faults
    said_beside = said_by_the_desk(content, settings, theme_folders(content, settings.theme))
    placed += outspoken([a for a in traced if a.id not in drafts], desk, said_beside)
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
    unpublished = (
        Unpublished("report", a.id, (content / a.path).as_posix()) for a in every if a.id in drafts
    )
    desk = replace(desk, verdicts=said, drafts=(*desk.drafts, *unpublished))
    corpus = link(traced, desk, settings, [n for n in notes if n.article in shown])
    placed += dead_links(corpus)
    told += all_placed(placed, articles, content)
    return corpus, Beside(tuple(unread), lines, cleared.versions, can_draw(), settings.pdf), tuple(told)


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


def theme_folders(content: Path, theme: str) -> tuple[Path, ...]:
    """Return where templates are looked for: the site's own first, then the theme's."""
    return (content / "theme", find_theme(theme))
