from __future__ import annotations

import gzip
import json
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from cbor2 import loads

from generator.model.diagnostic import EngineError
from generator.model.site import Record, WordIndex
from generator.publish.syndicate import word_index
from generator.publish.syndicate.word_index import BUNDLE, index_settings, index_words

if TYPE_CHECKING:
    from collections.abc import Sequence

MARK = b"pagefind_dcd"
RECORDS = tuple(
    Record(
        path=f"articles/pier-{n}/index.html",
        kind="article" if n % 3 else "page",
        language="en",
        title=f"Pier {n} & <b>harbour</b>",
        words=(f"The lighthouse{n} is dark.", "“Nobody” went out."),
        by="Mia Holt" if n % 4 == 0 else "",
        actors=("northland",) if n % 2 else ("northland", "coastal-union"),
        outlets=(f"outlet-{n % 5}",),
        days=(f"2024-05-{n % 9 + 1:02}",),
    )
    for n in range(40)
)
NOTE = Record("articles/pier/index.html", "note", "en", "A pier", ("Pier",), anchor="n-three")


def table(data: bytes) -> Any:  # noqa: ANN401 - of any form
    return loads(gzip.decompress(data).removeprefix(MARK))


def fragments(made: WordIndex) -> list[dict[str, Any]]:
    found = (gzip.decompress(data) for path, data in made.files if "/fragment/" in path)
    return [json.loads(data.removeprefix(MARK)) for data in found]


def test_the_same_records_make_the_same_bytes_however_often() -> None:
    """Pagefind itself orders its filters anew each time: of five runs two are alike by chance alone."""
    made = {
        index_words(given, index_settings()) for given in (RECORDS, RECORDS[::-1], RECORDS, RECORDS, RECORDS)
    }
    assert len(made) == 1


def test_words_of_another_language_are_known_by_it() -> None:
    told = replace(NOTE, title_language="fr", words_language="ar")
    (made,) = fragments(index_words((told,), index_settings()))
    assert (made["meta"]["lang"], made["meta"]["of"]) == ("fr", "ar")
    (plain,) = fragments(index_words((NOTE,), index_settings()))
    assert not {"lang", "of"} & set(plain["meta"])


def test_tables_name_each_other_and_hold_what_the_records_say() -> None:
    found = dict(index_words((*RECORDS, NOTE), index_settings()).files)
    entry = json.loads(found[f"{BUNDLE}pagefind-entry.json"])
    (about,) = entry["languages"].values()
    tables = table(found[f"{BUNDLE}pagefind.{about['hash']}.pf_meta"])
    filters = {name: dict(table(found[f"{BUNDLE}filter/{key}.pf_filter"])[1]) for name, key in tables[3]}
    assert list(filters) == ["actor", "day", "kind", "outlet"]
    assert len(filters["actor"]["northland"]) == 40
    assert len(filters["kind"]["note"]) == 1
    assert about["page_count"] == 41
    for _, _, chunk in tables[2]:
        assert f"{BUNDLE}index/{chunk}.pf_index" in found
    for key, _ in tables[1]:
        assert f"{BUNDLE}fragment/{key}.pf_fragment" in found
    assert not [path for path in found if path.endswith(".css") or "ui" in path]


def test_a_record_is_told_as_it_is() -> None:
    made = fragments(index_words((*RECORDS[:1], NOTE), index_settings()))
    by_url = {one["url"]: one for one in made}
    assert set(by_url) == {"/articles/pier-0/index.html", "/articles/pier/n-three.html"}
    found = by_url["/articles/pier-0/index.html"]
    assert found["meta"] == {"title": "Pier 0 & <b>harbour</b>", "by": "Mia Holt"}
    assert found["content"] == "Pier 0 & <b>harbour</b> The lighthouse0 is dark. “Nobody” went out."
    assert found["filters"]["actor"] == ["northland", "coastal-union"]


def test_a_language_without_rules_of_its_own_is_searched_too() -> None:
    made = dict(index_words([replace(NOTE, language="mt")], index_settings()).files)
    assert f"{BUNDLE}wasm.unknown.pagefind" in made


def test_what_goes_wrong_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(command: Sequence[str], **_how: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess(command, 3, b"", b"no room\n")

    def missing(*_: object, **_how: object) -> None:
        raise FileNotFoundError("pagefind")

    monkeypatch.setattr(subprocess, "run", fails)
    with pytest.raises(EngineError, match="status 3: no room"):
        index_words(RECORDS[:1], index_settings())
    monkeypatch.setattr(subprocess, "run", missing)
    with pytest.raises(EngineError, match="cannot be run: pagefind"):
        index_words(RECORDS[:1], index_settings())


def test_a_table_of_another_form_is_told() -> None:
    with pytest.raises(EngineError, match="another form"):
        word_index._read(gzip.compress(b"other"))  # noqa: SLF001 - no Pagefind that is known writes it
