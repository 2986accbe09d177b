"""Which extras are installed; nothing is loaded to tell it, since an unchanged build asks, too."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from generator.model.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from generator.model.text import Location

_SEARCH = ("pagefind_bin", "cbor2")  # the extra [search]


def can_index() -> bool:
    """Tell whether the index of all words can be made."""
    return all(find_spec(name) for name in _SEARCH)


def no_search(place: Location) -> Diagnostic:
    """Say that all words cannot be searched, and what is to be installed."""
    message = "the search of all words needs an extra that is not installed; the index is made without it"
    return Diagnostic(place, Severity.WARNING, "search-extra", message, "pip install '.[search]'")
