"""``ingest``: saved reports -> content/articles/*.md, without touching what an editor wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands.bringing import Work, as_given, bring_all, reports_in
from generator.commands.renewing import UNKNOWN, make
from generator.config import read_settings
from generator.engine.executors import Inline
from generator.folders import site_yaml
from generator.forms.plain import iso
from generator.forms.standards import address_fault
from generator.ingest.compare.changes import what_changed
from generator.ingest.compare.duplicates import saving_of
from generator.ingest.compare.savings import Chosen, changed_at, newer
from generator.ingest.label.remarks import told_of
from generator.ingest.open.sources import MEDIA, id_of, open_source, saved_file, survey
from generator.ingest.write import article_of
from generator.model.article import CleanText, FrontMatter, Media, RawDocument, Source
from generator.model.diagnostic import ConfigError, Severity, in_order
from generator.placing import placed_in
from generator.reports import clean_saved, reports_of, saved_reports
from generator.stages import Engine
from generator.telling import progress, tame, tell

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from generator.model.settings import ReadSettings


def ingest_command(arguments: argparse.Namespace) -> int:
    """Bring reports in, and make an article of each that has none; 1 where one could not be read."""
    text, path = site_yaml(arguments.content)
    settings, told = read_settings(text, path)
    work = Work(arguments.content, _given(arguments), settings, progress())
    work.notes.extend(d for d in told if d.code != "no-base-url")
    made = renewed = count = 0
    try:
        for state in _ingest(work, arguments.paths):
            made += state == "made"
            renewed += state.startswith("updated")
            count += 1
    finally:
        for line in work.lines:
            print(line)
    tell(in_order(work.notes))
    updated = f"{renewed} updated, " if renewed else ""
    print(f"{made} made, {updated}{count - made - renewed} left as they were.{_next(work, count)}")
    return int(any(d.severity is Severity.ERROR for d in work.notes))


def _ingest(work: Work, paths: Sequence[Path]) -> Iterator[str]:
    """Bring everything first: only then is it known what recurs, and what was saved twice."""
    work.known |= {id_of(path).lower(): path for path in reversed(reports_in(work.sources, "*"))}
    found = survey(work.content)
    if not paths:
        work.notes.extend(d for d in found.diagnostics if d.code != "duplicate-id")
        paths = [work.sources] if work.known else []
    else:
        for path in (*found.articles, *found.sources):
            _register(work, path)
    brought = [_opened(work, path) for path in bring_all(work, paths)]
    ours = {source.path: source for source in brought if source is not None}
    yield from _made(work, ours, _told_all(work, ours))


def _register(work: Work, path: Path) -> None:
    """Take up what lies in content/; what cannot be read is told when it is ingested, or built."""
    opened = open_source(path, work.content).value
    if opened is None:
        return
    if opened.path.startswith("sources/"):
        cleaned = work.clean(opened)
        work.register.add(saving_of(article_of(opened, cleaned), cleaned))
        return
    saved = saved_file(work.content, opened.front.source) if opened.front.source else None
    page = saved is not None and MEDIA.get(saved.suffix.lower()) is Media.HTML
    behind = open_source(saved, work.content).value if saved and page else None
    # A page's own address is in the head of its article, unless an address was given beside it.
    hidden = behind is not None and behind.front.url
    work.register.add(saving_of(opened, work.clean(behind) if behind and hidden else None))


@dataclass(frozen=True, slots=True)
class _All:
    """All that a build looks at: texts, articles by path, ``shown`` those of the site, and other savings."""

    cleaned: Mapping[str, CleanText]
    saved: Mapping[str, Source]
    articles: Mapping[str, Source]
    chosen: Chosen
    shown: Mapping[str, Source]


@dataclass(slots=True)
class _Remembering(Engine):
    """An engine that knows the texts of what has just been brought."""

    texts: Mapping[RawDocument, CleanText] = field(default_factory=dict)

    def clean(self, documents: Sequence[RawDocument], settings: ReadSettings) -> list[CleanText]:
        """Label the blocks of saved sources."""
        rest = [document for document in documents if document not in self.texts]
        fresh = dict(zip(rest, Engine.clean(self, rest, settings), strict=True))
        return [self.texts.get(document) or fresh[document] for document in documents]


def _told_all(work: Work, ours: Mapping[str, Source]) -> _All:
    """Look at everything as ``build`` does, with what the command line says of ``ours``."""
    sources, found = saved_reports(work.content)
    saved = {path: ours.get(path, source) for path, source in found.items()}
    cleaned = clean_saved(saved, work.settings, _Remembering(None, Inline(), work.progress, texts=work.texts))
    reports = reports_of([ours.get(s.path, s) for s in sources], saved, cleaned)
    chosen = reports.chosen
    # That what is new can be taken into the article is told where it is not taken just now.
    here = (d for d in chosen.diagnostics if d.location.path in ours)
    told = (d for d in here if not chosen.left_out.get(d.location.path, "").startswith("articles/"))
    work.notes.extend(placed_in(d, work.content) for d in told)
    every, shown = ({a.path: a for a in articles} for articles in (reports.every, reports.shown))
    return _All(cleaned, saved, every, chosen, shown)


def _made(work: Work, ours: Mapping[str, Source], everything: _All) -> Iterator[str]:
    """Make the articles of saved reports, and renew those that are there; yield what became of each."""
    there = {id_of(path).lower(): path for path in work.articles.glob("*.md")}
    made_of = {
        a.front.source: a.path for a in everything.articles.values() if not a.path.startswith("sources/")
    }
    for path, source in ours.items():
        own, first = made_of.get(path), everything.chosen.left_out.get(path)
        if own is None and first is not None:
            if not _tell_saving(work, path, first, everything):
                yield "left out"
                continue
            own = first
        found = everything.cleaned.get(path) or work.clean(source)
        work.notes.extend(placed_in(d, work.content) for d in told_of(source, found))
        article = article_of(source, found)
        if own is not None:
            article = replace(article, id=id_of(Path(own)))
        elif path in everything.shown:
            shown = everything.shown[path]
            article = replace(article, id=shown.id, front=replace(article.front, seed=shown.front.seed))
        target = there.setdefault(article.id.lower(), work.articles / f"{article.id}.md")
        at = len(work.lines)
        state = make(work, article, target) if own or not target.exists() else _kept(target, everything)
        work.lines.insert(at, f"{tame(target.as_posix())}: {state}")
        yield state


def _kept(target: Path, everything: _All) -> str:
    """Say why an article stays that has the name of a report, but is not made of that."""
    there = everything.articles.get(f"articles/{target.name}")
    of = there.front.source if there else None
    return f"left as it is: it is made of {tame(of)}" if of and of in everything.saved else UNKNOWN


def _tell_saving(work: Work, path: str, first: str, everything: _All) -> bool:
    """Tell of a saving that makes no article of its own, and what the newer of the two has otherwise.

    True where it is newer than what an article was made of, which is then to be renewed.
    """
    places = (tame((work.content / each).as_posix()) for each in (path, first))
    work.lines.append("{}: kept as another saving of {}".format(*places))
    (old, then), (new, now) = (_saving(each, everything) for each in (first, path))
    if newer(then, now):
        old, new = new, old
    work.lines += [f"    {tame(line)}" for line in what_changed(old, new)]
    return first.startswith("articles/") and newer(now, then) is True


def _saving(path: str, everything: _All) -> tuple[str, str | None]:
    """Return the story of a report as it was saved, and when it says that it was changed."""
    article = everything.articles[path]
    name = article.front.source or path
    behind = everything.saved.get(name)
    if behind is None:
        return article.body, article.front.published
    made = article_of(behind, everything.cleaned[name])
    return made.body, changed_at(behind) or made.front.published


def _next(work: Work, count: int) -> str:
    if count:
        return f" Next: look through {work.articles.as_posix()}/, then python -m generator build"
    where = work.sources.as_posix()
    return f" Put saved reports into {where}/, or name them: python -m generator ingest FILE"


def _given(arguments: argparse.Namespace) -> FrontMatter:
    """Return what the command line says of the reports; ConfigError where it cannot be meant."""
    url = arguments.url
    published, saved = (_day(name, getattr(arguments, name)) for name in ("published", "saved"))
    if url is not None and (fault := address_fault(url)):
        raise ConfigError(f"--url {url!r} {fault}; write https://…")
    return FrontMatter(outlet=arguments.outlet or None, published=published, url=url, saved=saved)


def _day(option: str, words: str | None) -> str | None:
    day = iso(words, moment=True) if words is not None else None
    if words is not None and day is None:
        raise ConfigError(f"--{option} {words!r} is no date; write it as 2015-10-08")
    return day


def _opened(work: Work, saved: Path) -> Source | None:
    outcome = open_source(saved, work.content)
    work.notes.extend(outcome.diagnostics)
    if outcome.value is None:
        return None
    return as_given(outcome.value, work.given)
