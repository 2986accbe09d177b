"""The index of all words, made by Pagefind of the records of a site: an extra, ``[search]``.

Pagefind reads pages, so each record becomes one, which holds nothing else. What it writes differs from run
to run in the order of its filters and of their values, and with it some digests and names (Pagefind 1.5,
which keeps them in hash maps; its issue 638). So these tables, CBOR in gzip, are put in order here.
"""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from html import escape
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from generator.model.diagnostic import EngineError
from generator.model.settings import IndexSettings
from generator.model.site import WordIndex
from generator.publish.address import urls

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.site import Record

BUNDLE: Final = "search/pagefind/"
_OURS: Final = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")  # beside the index; the rest is a
_MARK: Final = b"pagefind_dcd"  # interface that the site does not use. Every table begins so
_DIGEST: Final = 5  # bytes of a digest in a name, as Pagefind has them
_FILTERS: Final = 3  # where the filters stand among the tables: after version, pages and chunks of words
_PATIENCE: Final = 600  # seconds; 5,000 records take two


def index_settings() -> IndexSettings:
    """Return what an index depends on beside its records."""
    return IndexSettings(" ".join(version(name) for name in ("pagefind_bin", "cbor2")))


def index_words(records: Sequence[Record], settings: IndexSettings) -> WordIndex:  # noqa: ARG001 - of a stage
    """Make the index of all words of a site."""
    with TemporaryDirectory(prefix="briefing-search-") as folder:
        pages, made = Path(folder, "pages"), Path(folder, "made")
        for record in records:
            path = pages / _place(record)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_page(record), encoding="utf-8")
        pages.mkdir(exist_ok=True)
        _run(pages, made)
        found = {p.relative_to(made).as_posix(): p.read_bytes() for p in made.rglob("*") if p.is_file()}
    return WordIndex(tuple((BUNDLE + path, data) for path, data in sorted(_in_order(found).items())))


def _place(record: Record) -> str:
    """Return where the page of a record lies; the script of the search makes its address of it."""
    return f"{urls.folder(record.path)}{record.anchor}.html" if record.anchor else record.path


def _page(record: Record) -> str:
    """Return a record as the page that Pagefind reads."""
    filters = (
        *(("kind", record.kind),),
        *(("actor", ident) for ident in record.actors),
        *(("outlet", ident) for ident in record.outlets),
        *(("day", iso) for iso in record.days),
    )
    narrowed = "".join(
        f'<p data-pagefind-filter="{name}[content]" content="{escape(value)}"></p>' for name, value in filters
    )
    told = {"by": record.by, "lang": record.title_language, "of": record.words_language}
    about = "".join(
        f'<p data-pagefind-meta="{name}[content]" content="{escape(value)}"></p>'
        for name, value in told.items()
        if value
    )
    words = "".join(f"<p>{escape(words)}</p>" for words in record.words)
    return (
        f'<!doctype html><html lang="{escape(record.language)}"><body data-pagefind-body>{narrowed}{about}'
        f'<h1 data-pagefind-meta="title">{escape(record.title)}</h1>{words}</body></html>'
    )


def _run(pages: Path, made: Path) -> None:
    from pagefind_bin import get_executable  # noqa: PLC0415 - an extra

    command = [str(get_executable()), "--site", str(pages), "--output-path", str(made), "--keep-index-url"]
    try:
        done = subprocess.run(  # noqa: S603 - its own words, and paths of ours
            [*command, "--silent"], cwd=pages, capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise EngineError(f"Pagefind cannot be run: {error}") from error
    if done.returncode:
        said = (done.stderr or done.stdout).decode("utf-8", "replace").strip()
        raise EngineError(f"Pagefind failed with status {done.returncode}: {said}")


def _in_order(found: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of an index that the site needs, their tables in order and named by what they hold."""
    entry = json.loads(found["pagefind-entry.json"])
    order = _Order(found)
    for about in entry["languages"].values():
        about["hash"] = order.tables(about["hash"])
    modules = {f"wasm.{about['wasm'] or 'unknown'}.pagefind" for about in entry["languages"].values()}
    whole = {path: found[path] for path in sorted({*_OURS, *modules} & set(found))}
    whole |= {path: data for path, data in found.items() if path.startswith(("fragment/", "index/"))}
    told = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return {**whole, **order.made, "pagefind-entry.json": told.encode()}


@dataclass(slots=True)
class _Order:
    """The tables of an index, in order."""

    found: Mapping[str, bytes]
    made: dict[str, bytes] = field(default_factory=dict)

    def tables(self, name: str) -> str:
        """Put the tables of one language in order, and return their name."""
        tables = _read(self.found[f"pagefind.{name}.pf_meta"])
        tables[_FILTERS] = sorted(self._filters(tables[_FILTERS]))
        return self._keep(name, tables, "pagefind.{}.pf_meta", _DIGEST)

    def _filters(self, named: Sequence[Sequence[str]]) -> Iterator[list[str]]:
        for title, name in named:
            _, values = _read(self.found[f"filter/{name}.pf_filter"])
            yield [title, self._keep(name, [title, sorted(values)], "filter/{}.pf_filter", _DIGEST)]

    def _keep(self, old: str, table: list[Any], path: str, length: int) -> str:
        from cbor2 import dumps  # noqa: PLC0415 - an extra

        whole = _MARK + dumps(table)
        digest = blake2b(whole, digest_size=length).hexdigest()
        name = f"{old.rpartition('_')[0]}_{digest}"
        self.made[path.format(name)] = gzip.compress(whole, mtime=0)
        return name


def _read(data: bytes) -> list[Any]:
    from cbor2 import loads  # noqa: PLC0415 - an extra

    whole = gzip.decompress(data)
    table = loads(whole.removeprefix(_MARK)) if whole.startswith(_MARK) else None
    if not isinstance(table, list):
        raise EngineError(
            "Pagefind wrote a table of another form; the extra [search] names the versions known"
        )
    return table
