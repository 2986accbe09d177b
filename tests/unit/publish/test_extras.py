from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.text import Location
from generator.publish import extras

if TYPE_CHECKING:
    import pytest


def test_the_index_of_all_words_needs_both_of_its_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda name: name)
    assert extras.can_index()
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name == "cbor2" else name)
    assert not extras.can_index()


def test_without_the_extra_it_is_told_what_to_install() -> None:
    at = Location("content/site.yaml", 3, 9)
    fault = extras.no_search(at)
    assert fault.location == at
    assert fault.code == "search-extra"
    assert fault.hint == "pip install '.[search]'"
