"""What ``ingest`` is given -> files in content/sources/: files, folders, globs, the pages of archives."""

from __future__ import annotations

import glob
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

from generator.commands.init import write_new
from generator.ingest.clean import clean
from generator.ingest.compare.duplicates import Likeness, Register, saving_of
from generator.ingest.compare.reports import no_report, report_id
from generator.ingest.open.archives import Broken, NoReader, Other, Page, read_archive
from generator.ingest.open.documents import document_of
from generator.ingest.open.frontmatter import write_front_matter
from generator.ingest.open.sources import ARCHIVES, MEDIA, id_of, open_source, read_source
from generator.ingest.write import article_of
from generator.model.article import CleanText, FrontMatter, RawDocument, Source
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.settings import Settings
from generator.model.text import Location
from generator.publish.write import RECORD
from generator.stages import Progress
from generator.telling import tame

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


_WITH_A_PAGE = "_files"  # the ending of the folder that a browser saves beside a page
_READ = ", ".join((*MEDIA, *ARCHIVES))
_REMEMBERED = 1_000  # clean texts, of some 10 kB each


@dataclass(slots=True)
class Work:
    """What is ingested where; ``given`` is what the command line says of the reports.

    ``known`` are the files of content/sources/ by id; ``lines`` is what is told of each report.
    """

    content: Path
    given: FrontMatter
    settings: Settings
    progress: Progress | None = None
    register: Register = field(default_factory=Register)
    known: dict[str, Path] = field(default_factory=dict)
    notes: list[Diagnostic] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    texts: dict[RawDocument, CleanText] = field(default_factory=dict)

    @property
    def sources(self) -> Path:
        """Return where saved reports lie."""
        return self.content / "sources"

    @property
    def articles(self) -> Path:
        """Return where articles lie."""
        return self.content / "articles"

    def clean(self, source: Source) -> CleanText:
        """Return the clean text of a report: the first thousand are remembered, being asked for twice."""
        document = document_of(source)
        found = self.texts.get(document) or clean(document, self.settings.read)
        if len(self.texts) < _REMEMBERED:
            self.texts[document] = found
        return found

    def say(self, path: Path, severity: Severity, code: str, *words: str) -> None:
        """Note something about a file: a message and, if there is one, what to do."""
        self.notes.append(Diagnostic(Location(path.as_posix()), severity, code, *words))

    def fault(self, path: Path, code: str, *words: str) -> None:
        """Note an error about a file."""
        self.say(path, Severity.ERROR, code, *words)


@dataclass(frozen=True, slots=True)
class _Arrival:
    """A report that comes from elsewhere: the name it is to have, its bytes, what is said of it beside."""

    shown: Path
    name: str
    data: bytes
    source: Source
    beside: bytes | None
    url: str | None = None  # that its name was made of


def bring_all(work: Work, paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the saved files in content/sources/, those that lie there and those that are brought there."""
    files = list(_files(work, paths))
    step = work.progress("Ingesting") if work.progress else None
    for done, path in enumerate(files):
        if step:
            step(done, len(files))
        if path.name.lower().endswith(ARCHIVES):
            yield from _from_archive(work, path)
        elif (brought := _from_file(work, path)) is not None:
            yield brought
    if step:
        step(len(files), len(files))


def reports_in(folder: Path, pattern: str) -> list[Path]:
    """Return the files that may be reports, sorted; none that is hidden or was saved along with a page."""
    found = (path for path in folder.glob(pattern) if _may_be_read(path) and path.is_file())
    return sorted(path for path in found if not _is_aside(path.relative_to(folder).parts))


def _files(work: Work, paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files that are named or meant by a pattern, and the reports in the folders that are."""
    for named in paths:
        for path in _meant(work, named):
            if _is_the_desks(work, path):
                message = "it is not a saved report but of the briefing"
                work.fault(path, "unread-file", message, f"read are reports in {work.sources.as_posix()}/")
            elif not path.is_dir():
                yield path
            elif found := [p for p in reports_in(path, "**/*") if not _is_made(work, p, path)]:
                yield from found
            else:
                work.fault(path, "unread-file", f"there is no report in this folder ({_READ})")


def _is_the_desks(work: Work, path: Path) -> bool:
    """Tell whether a file or a folder is of content/, and neither of reports nor of articles."""
    inside, content = path.resolve(), work.content.resolve()
    if not inside.is_relative_to(content) or inside == content:
        return False
    return inside.relative_to(content).parts[0] not in {work.sources.name, work.articles.name}


def _is_made(work: Work, path: Path, top: Path) -> bool:
    """Tell whether a file below a folder is the desk's, or of a site that was built there."""
    folders = path.relative_to(top).parents
    return _is_the_desks(work, path) or any((top / folder / RECORD).is_file() for folder in folders)


def _meant(work: Work, named: Path) -> list[Path]:
    """Return what a pattern stands for, where the shell has left that to us; a path stands for itself."""
    words = str(named)
    with suppress(OSError):
        if not glob.has_magic(words) or named.exists():
            return [named]
    found = [Path(name) for name in sorted(glob.glob(words, recursive=True))]  # noqa: PTH207 - a whole path
    beside = "**" in words
    found = [path for path in found if path.is_dir() or _may_be_read(path)]
    kept = [p for p in found if not (beside and p.is_dir()) and not _is_aside((*p.parts[1:],))]
    if not kept:
        work.fault(named, "unread-file", "no report has a name of this pattern", f"read are {_READ}")
    return kept


def _may_be_read(path: Path) -> bool:
    return path.suffix.lower() in MEDIA or path.name.lower().endswith(ARCHIVES)


def _is_aside(names: Sequence[str]) -> bool:
    hidden = any(name.startswith(".") and name.strip(".") for name in names)
    return hidden or any(n.endswith(_WITH_A_PAGE) for n in names[:-1])


def _from_file(work: Work, path: Path) -> Path | None:
    twin = work.known.get(id_of(path).lower())
    if path.resolve().parent == work.articles.resolve():
        work.lines.append(f"{tame(path.as_posix())}: left as it is, for it is an article already")
        return None
    if path.resolve().parent == work.sources.resolve():
        if twin is None or twin.name == path.name:
            return work.sources / path.name  # however the way to it was written
        message = f"{twin.name} and {path.name} would be one article, {id_of(path).lower()}"
        work.fault(path, "duplicate-id", message, "rename one of the two or delete it")
        return None
    outcome = open_source(path, path.parent)
    if outcome.value is None:
        work.notes.extend(outcome.diagnostics)
        return None
    if path.suffix.lower() not in MEDIA:
        message = f"files of the kind {path.suffix or 'that has no ending'} are not read"
        work.fault(path, "unread-file", message, f"read are {_READ}")
        return None
    beside = path.with_suffix(".yaml")
    data = beside.read_bytes() if beside.is_file() else _beside(work.given)
    source = as_given(outcome.value, work.given)
    return _bring(work, _Arrival(path, path.name, path.read_bytes(), source, data))


def as_given(source: Source, given: FrontMatter) -> Source:
    """Return a report of which the command line says something: that prevails."""
    front = source.front
    front = replace(
        front,
        outlet=given.outlet or front.outlet,
        published=given.published or front.published,
        url=given.url or front.url,
        saved=given.saved or front.saved,
    )
    return replace(source, front=front)


def _from_archive(work: Work, path: Path) -> Iterator[Path]:
    """Bring every report of an archive, and tell of the rest by its kind."""
    others: Counter[str] = Counter()
    try:
        for entry in _entries(work, path):
            if isinstance(entry, Other):
                others[entry.kind] += 1
                continue
            arrival = _page(work, path, entry)
            if isinstance(arrival, str):
                others[arrival] += 1
            elif (brought := _bring(work, arrival)) is not None:
                yield brought
    except NoReader:
        hint = "python -m pip install 'briefing-generator[archive]', or: python -m pip install warcio"
        work.fault(path, "unreadable-file", "what reads archives is not installed", hint)
    if others:
        counts = ", ".join(f"{n:,} {kind}" for kind, n in sorted(others.items()))
        work.say(path, Severity.INFO, "skipped-pages", f"left out, for they are no reports: {counts}")


def _entries(work: Work, path: Path) -> Iterator[Page | Other]:
    """Yield what an archive holds, and tell of what cannot be read of it and how far it is."""
    step = work.progress(path.name) if work.progress else None
    empty, size = True, 0
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):  # a pipe would be waited on for ever
            work.fault(path, "unreadable-file", "it is no file", "put a file there, or take it away")
            return
        size = status.st_size
        for entry in read_archive(path):
            empty = False
            if step:
                step(entry.offset, size)
            if isinstance(entry, Broken):
                message = f"at byte {entry.offset:,}: {entry.why}; what can be read behind it is read"
                work.fault(path, "broken-archive", message)
            else:
                yield entry
        if empty:
            work.fault(path, "broken-archive", "there is no record in it")
    except OSError as error:
        work.fault(path, "unreadable-file", f"it cannot be opened: {error.strerror or error}")
    finally:
        if step:
            step(size, size)


def _page(work: Work, path: Path, page: Page) -> _Arrival | str:
    """Return a report of an archive, or what the page is if it is none."""
    name = f"{report_id(page.url)}.html"
    outcome = read_source(page.data, work.sources / name, work.content)
    if outcome.value is None:
        return "pages that cannot be read"
    front = replace(work.given, url=page.url)
    source = replace(outcome.value, front=front)
    kind = no_report(page.url, source.body, work.clean(source))
    return kind or _Arrival(path, name, page.data, source, _beside(front), page.url)


def _beside(front: FrontMatter) -> bytes | None:
    """Return what is written beside a report that says less of itself."""
    return write_front_matter(front).encode() or None


def _bring(work: Work, arrival: _Arrival) -> Path | None:
    """Copy a report into content/sources/ byte for byte; another file of that name is never replaced."""
    target = work.sources / arrival.name
    if arrival.url and target.exists() and _another_address(target, arrival, work):
        target = work.sources / f"{report_id(arrival.url, told_apart=True)}.html"
    if target.is_file() and target.read_bytes() == arrival.data:
        return target
    cleaned = work.clean(arrival.source)
    saving = saving_of(article_of(arrival.source, cleaned), cleaned)
    found = work.register.alike(saving)
    if found is not None and found[1] is Likeness.SAME:
        other = (work.content / found[0].path).as_posix()
        if saving.says_the_same(found[0]):
            message = f"the same report as {other}, word for word; it is not brought in"
            what = f" ({arrival.url})" if arrival.url else ""
            work.say(arrival.shown, Severity.INFO, "same-report", f"{message}{what}")
            return None
        if (there := _same_bytes(arrival.data, work)) is not None:  # the article may have other words by now
            return there
        target = _free(target, work)
    elif (twin := work.known.get(id_of(target).lower())) is not None or target.exists():
        message = (
            f"another report of that name, {(twin or target).name}, is in {work.sources.as_posix()}/ already"
        )
        work.fault(arrival.shown, "duplicate-id", message, "rename one of the two")
        return None
    write_new(target, arrival.data)
    sidecar = target.with_suffix(".yaml")
    if arrival.beside and not sidecar.exists():
        write_new(sidecar, arrival.beside)
    work.known[id_of(target).lower()] = target
    work.register.add(replace(saving, path=target.relative_to(work.content).as_posix()))
    return target


def _same_bytes(data: bytes, work: Work) -> Path | None:
    """Return a saved report that is this one byte for byte."""
    alike = (path for path in work.known.values() if path.stat().st_size == len(data))
    return next((path for path in alike if path.read_bytes() == data), None)


def _another_address(target: Path, arrival: _Arrival, work: Work) -> bool:
    """Tell whether the file of that name was saved from an address that is not the arrival's."""
    there = open_source(target, work.content).value
    url = there.front.url if there else None
    return (
        url is not None
        and arrival.url is not None
        and report_id(url, told_apart=True) != report_id(arrival.url, told_apart=True)
    )


def _free(target: Path, work: Work) -> Path:
    """Return a name that no file and no article has yet: story-2.html for another story.html."""
    path, n = target, 1
    while path.exists() or id_of(path).lower() in work.known:
        n += 1
        path = target.with_name(f"{target.stem}-{n}{target.suffix}")
    return path
