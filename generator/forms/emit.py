"""Write YAML as a person would: plain where that is safe, in quotes where it is not, one line each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.forms.plain import NOTHING, TRUTHS

if TYPE_CHECKING:
    from collections.abc import Iterable

# Safe without quotes: begins with a letter, a digit or a sign that YAML gives no meaning to.
_INDICATOR = re.compile(r"""[-?:,\[\]{}#&*!|>'"%@`=<~.+\s]""")
_LIKE_A_NUMBER = re.compile(r"[0-9][0-9A-Za-z_.:+-]*|[0-9]{4}-[0-9][0-9Tt:. +-]*Z?")
_BREAKS_PLAIN = re.compile(r":(?:\s|$)|\s#|\s$")
_BREAKS_FLOW = re.compile(r"[,\[\]{}:?]")
# What YAML lets stand as it is, less the line breaks of YAML 1.1, the byte order mark and private sentinels.
_NEEDS_ESCAPE = re.compile("[^ -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_SHORT = {"\n": r"\n", "\t": r"\t", "\r": r"\r", "\0": r"\0"}


def scalar(text: str, *, flow: bool = False) -> str:
    """Write a text so that every reader of YAML sees that text; ``flow``: within brackets or braces."""
    if _NEEDS_ESCAPE.search(text):
        return _escaped(text)
    if _is_plain(text) and not (flow and _BREAKS_FLOW.search(text)):
        return text
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return f"'{text}'" if "'" not in text else _escaped(text)


def sequence(texts: Iterable[str]) -> str:
    """Write a list on one line: ``[a, b]``."""
    return f"[{', '.join(scalar(text, flow=True) for text in texts)}]"


def mapping(pairs: Iterable[tuple[str, str]]) -> str:
    """Write a mapping on one line; the values are already YAML: ``{a: 1, b: 2}``."""
    return f"{{{', '.join(f'{key}: {value}' for key, value in pairs)}}}"


def _is_plain(text: str) -> bool:
    if not text or text in NOTHING or text.lower() in TRUTHS or text.lower() in {"y", "n"}:
        return False
    if _INDICATOR.match(text) or _BREAKS_PLAIN.search(text):
        return False
    return _LIKE_A_NUMBER.fullmatch(text) is None


def _escaped(text: str) -> str:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_NEEDS_ESCAPE.sub(_escape, quoted)}"'


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    return _SHORT.get(character) or f"\\u{ord(character):04x}"
