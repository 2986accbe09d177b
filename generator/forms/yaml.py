"""Strict YAML: a tree of texts with their places, nothing guessed from how a word looks.

The tree is built from libyaml's events (14 µs for a head of six keys, where composing takes 20 and
loading 34), so no word is turned into a number, a day or a truth value on the way: a field knows what
it wants (``fields``). Where the whole cannot be read, each key at the margin is read by itself, so a
fault in one does not lose the others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from generator.forms.plain import NOTHING

if TYPE_CHECKING:
    from generator.forms.sheet import Sheet

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # PyYAML may be built without libyaml


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as it stands; ``plain`` if it has no quotes. ``at`` is an index into the sheet's text."""

    at: int
    text: str
    plain: bool

    @property
    def empty(self) -> bool:
        """Tell whether nothing is said: no text, "~" or "null"."""
        return self.plain and self.text in NOTHING


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    at: int
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """A mapping in the order it was written; of keys that were given ``twice`` the first."""

    at: int
    pairs: tuple[tuple[Scalar, Node], ...]
    twice: frozenset[str] = frozenset()


Node: TypeAlias = Scalar | Items | Pairs

DEEPEST = 100  # lists and mappings in one another: our forms have four, and libyaml looks through all at each
_TOO_DEEP = f"lists and keys stand in one another more than {DEEPEST} deep here"
_KEY_AT_MARGIN = re.compile(r"""^["']?\w[\w -]*["']?\ *:(?=\s|$)""", re.MULTILINE)
_INDENTED_KEY = re.compile(r"\s+[\w-]+\s*")
_UNPRINTABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # YAML 1.1, 5.1
_NO_TEXT = Scalar(0, "", plain=True)

# What libyaml or PyYAML say -> what is wrong, what to do. "{}" is the character at the place.
_WORDS = (
    (
        "indented too far",
        "this key is indented, so YAML takes it for the end of the text above",
        "begin it where the key above begins",
    ),
    (
        "mapping values are not allowed",
        'a ":" followed by a space stands inside the text',
        'put the whole text in quotes, as in title: "Talks: the first day"',
    ),
    ("found a tab", "a tab stands where YAML wants spaces", "use spaces to indent"),
    ("cannot start any token", 'a text cannot begin with "{}" in YAML', "put the text in quotes"),
    ("unexpected end of stream", "the quotation mark that opens here is not closed", "close it"),
    ("found unexpected document", "the quotation mark that opens here is not closed", "close it"),
    ("expected ',' or ']'", 'the list that opens here is not closed, or a "," is missing', 'end it with "]"'),
    ("expected ',' or '}'", 'the braces that open here are not closed, or a "," is missing', 'end with "}"'),
    (
        "did not find expected key",
        "this does not fit here: a new line with a key and a colon was expected",
        "put a text that holds quotation marks into quotes as a whole; check the indentation",
    ),
    ("expected '-' indicator", "this does not fit here: a list and a key stand side by side", ""),
    ("expected <block end>", "this does not fit here: a new line with a key and a colon was expected", ""),
    ("nested too deeply", _TOO_DEEP, ""),
    ("maximum nesting depth", _TOO_DEEP, ""),  # libyaml's own limit, 1,000, since PyYAML 6.0.4
    ("node content", "a value is missing here", ""),
    ("could not find expected ':'", 'a key without ":" after it', 'write key: value, with ":" and a space'),
)
# Faults that lie where the thing began, not where it was given up.
_BEGAN = ("unexpected end of stream", "unexpected document", "expected ',' or", "expected ':'")


def parse(sheet: Sheet) -> Node | None:
    """Read the sheet's text as one YAML document; None where it says nothing that can be used.

    Errors: ``yaml-syntax``, ``yaml-duplicate-key``, ``yaml-unsupported``.
    """
    said = len(sheet.diagnostics)
    try:
        return _tree(sheet, sheet.text, 0)
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        del sheet.diagnostics[said:]  # they will be said again, key by key
        return _key_by_key(sheet, error)


def _key_by_key(sheet: Sheet, fault: Exception) -> Node | None:
    starts = [m.start() for m in _KEY_AT_MARGIN.finditer(sheet.text)]
    if starts and sheet.text[: starts[0]].strip():
        starts.insert(0, 0)
    pairs: list[tuple[Scalar, Node]] = []
    readable = True
    for start, end in pairwise([*starts, len(sheet.text)]):
        try:
            node = _tree(sheet, sheet.text[start:end], start)
        except (yaml.YAMLError, UnicodeEncodeError) as error:
            _explain(sheet, error, (start, end))
            readable = False
            continue
        if isinstance(node, Pairs):
            pairs.extend(node.pairs)
    if readable:  # each key by itself is sound: what is wrong is how they stand together
        _explain(sheet, fault, (0, len(sheet.text)))
    return _unique(sheet, starts[0], pairs) if pairs else None


def _tree(sheet: Sheet, text: str, shift: int) -> Node | None:
    loader = LOADER(text)
    try:
        return _grow(sheet, loader, shift)
    finally:
        loader.dispose()


def _grow(sheet: Sheet, loader: Any, shift: int) -> Node | None:  # noqa: ANN401 - PyYAML's C loader has no type
    open_: list[tuple[int, bool, list[Node]]] = [(0, False, [])]
    documents = 0
    while (event := loader.get_event()) is not None:
        if isinstance(event, yaml.ScalarEvent):
            at = _at(event, shift)
            open_[-1][2].append(Scalar(at, event.value, plain=event.implicit[0]))
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(open_) > DEEPEST:
                raise yaml.MarkedYAMLError(problem="nested too deeply", problem_mark=_mark(event))
            is_mapping = isinstance(event, yaml.MappingStartEvent)
            open_.append((_at(event, shift), is_mapping, []))
        elif isinstance(event, yaml.CollectionEndEvent):
            node = _closed(sheet, open_.pop())
            open_[-1][2].append(node)
            continue
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                sheet.error("yaml-syntax", _at(event, shift), "a second document begins here")
                break
            continue
        if isinstance(event, yaml.NodeEvent):
            _check_plainness(sheet, event, shift)
            if isinstance(event, yaml.AliasEvent):
                open_[-1][2].append(replace(_NO_TEXT, at=_at(event, shift)))
    return open_[0][2][0] if open_[0][2] else None


def _mark(event: yaml.Event) -> Any:  # noqa: ANN401 - PyYAML and libyaml have each their own type
    return event.start_mark


def _at(event: yaml.Event, shift: int) -> int:
    return shift + (event.start_mark.index if event.start_mark else 0)


def _closed(sheet: Sheet, opened: tuple[int, bool, list[Node]]) -> Node:
    at, is_mapping, children = opened
    if not is_mapping:
        return Items(at, tuple(children))
    pairs = []
    for key, value in zip(children[::2], children[1::2], strict=True):
        if isinstance(key, Scalar):
            pairs.append((key, value))
        else:
            sheet.error("yaml-unsupported", key.at, "a key must be a word, not a list or a mapping")
    return _unique(sheet, at, pairs)


def _unique(sheet: Sheet, at: int, pairs: list[tuple[Scalar, Node]]) -> Pairs:
    twice = set()
    first: dict[str, tuple[Scalar, Node]] = {}
    for key, value in pairs:
        before = first.setdefault(key.text, (key, value))[0]
        if before is not key:
            line = sheet.location(before.at).line
            message = f'"{key.text}" is given twice, first on line {line}; the first is used'
            sheet.error("yaml-duplicate-key", key.at, message, "keep one of the two")
            twice.add(key.text)
    return Pairs(at, tuple(first.values()), frozenset(twice))


def _check_plainness(sheet: Sheet, event: yaml.NodeEvent, shift: int) -> None:
    at = _at(event, shift)
    tag = getattr(event, "tag", None)
    if event.anchor is not None:
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
        message = f'"{sign}{event.anchor}" is an anchor or alias to YAML, which are not read here'
        sheet.error("yaml-unsupported", at, message, "if it is text, put it in quotes")
    elif tag is not None and tag != "tag:yaml.org,2002:str":
        message = 'a word that begins with "!" is a tag to YAML, which are not read here'
        sheet.error("yaml-unsupported", at, message, "if it is text, put it in quotes")


def _explain(sheet: Sheet, fault: Exception, stretch: tuple[int, int]) -> None:
    start, end = stretch
    unprintable = _UNPRINTABLE.search(sheet.text, start, end)
    if not isinstance(fault, yaml.MarkedYAMLError):
        at = unprintable.start() if unprintable else start
        code = f"U+{ord(sheet.text[at]):04X}" if at < len(sheet.text) else "a character"
        message = f"{code} is a control character, which YAML does not allow"
        sheet.error("yaml-syntax", at, message, "delete it")
        return
    problem = fault.problem or fault.context or "this is not YAML"
    mark = fault.problem_mark or fault.context_mark
    if fault.context_mark is not None and any(words in problem for words in _BEGAN):
        mark = fault.context_mark
    at = start + mark.index if mark is not None else start
    message, hint = _in_our_words(problem, sheet.text, at)
    sheet.error("yaml-syntax", at, message, hint)


def _in_our_words(problem: str, text: str, at: int) -> tuple[str, str]:
    character = text[at : at + 1]
    line = text[text.rfind("\n", 0, at) + 1 : at]
    if character == "\t":
        problem = "found a tab"
    elif "mapping values" in problem and _INDENTED_KEY.fullmatch(line):
        problem = "indented too far"
    for words, message, hint in _WORDS:
        if words in problem:
            return message.format(character), hint
    return problem, ""
