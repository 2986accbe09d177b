"""The text of a web page as a reader sees it: blocks with their lines, no furniture, nothing hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.article import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement  # noqa: TC004 - start-up: no value of these types leaves its process


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a page's text that stands by itself.

    ``element`` is the innermost that holds its beginning; ``linked`` the share of its letters that stand in
    links, 0 to 1; ``lead`` the words at its beginning that are set off, in bold or as a question.
    """

    role: Role
    text: str
    line: int
    element: HtmlElement
    linked: float = 0.0
    lead: str = ""

    def path(self) -> tuple[HtmlElement, ...]:
        """Return the elements around it, from the innermost outwards."""
        return (self.element, *self.element.iterancestors())


NEVER = frozenset(
    {
        "nav",
        "aside",
        "footer",
        "form",
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "svg",
        "button",
        "select",
        "textarea",
        "object",
        "embed",
        "video",
        "audio",
        "canvas",
        "dialog",
        "head",
        "map",
        "math",
        "datalist",
    }
)
BLOCKS = frozenset(
    {
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    }
)
_ROLES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Role.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), Role.ITEM),
    "blockquote": Role.QUOTE,
    "figcaption": Role.CAPTION,
    "figure": None,
}
_HIDDEN = frozenset(
    {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader-only", "a11y-hidden"}
)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_CREDITS = frozenset({"credit", "credits", "copyright", "photographer", "photocredit"})
_STRESS = frozenset({"b", "strong", "em", "i", "dt"})
_QUESTIONS = frozenset({"question", "questions"})
_PAGE = 4  # paragraphs: more than a sign-up box has
_SPACE = re.compile(r"[ \t\n\r\f]+")
_EMPTY_LINE = re.compile(r"\v(?:[ \t\n\r\f]*\v)+")  # made of <br>, which ends a block
_WORDS = re.compile(r"[\s_-]+")


def pieces_of(outer: HtmlElement) -> Iterator[Piece]:
    """Yield the text of an element piece by piece, without what no reader sees."""
    from lxml.etree import iterwalk  # noqa: PLC0415 - only where a page is read

    flow = _Flow(outer)
    walker = iterwalk(outer, events=("start", "end"))
    skipped: HtmlElement = None
    for event, el in walker:
        if event == "start":
            if el is not outer and is_skipped(el):
                walker.skip_subtree()
                skipped = el
                continue
            yield from flow.enter(el)
            continue
        if el is not skipped:
            yield from flow.leave(el)
        elif el.tag in BLOCKS or el.tag in NEVER:
            yield from flow.cut()
        skipped = None
        if el is not outer:
            flow.add(el.tail, outer if (parent := el.getparent()) is None else parent)
    yield from flow.cut()


class _Flow:
    """Gather running text into pieces while the tree is walked."""

    def __init__(self, outer: HtmlElement) -> None:
        self._roles: list[Role | None] = [Role.PARAGRAPH]
        self._texts: list[str] = []
        self._line = outer.sourceline or 1  # of the file, at this point of the walk
        self._begun = self._line
        self._holder = outer
        self._blank = True
        self._links = 0  # open links around this point of the walk
        self._linked = 0  # letters of the piece that stand in links
        self._stress = 0  # elements around this point of the walk that set off what they hold
        self._lead: int | None = None  # texts of the piece that are set off, None while all are

    def enter(self, el: HtmlElement) -> Iterator[Piece]:
        self._line = max(self._line, el.sourceline or 0)
        if el.tag == "br":
            self._texts.append("\v")
        elif is_block(el):
            yield from self.cut()
            self._roles.append(_role(el, self._roles[-1]))
        elif el.tag == "q":
            self.add("“", el)
        self._links += el.tag == "a"
        self._stress += _sets_off(el)
        self.add(el.text, el)

    def leave(self, el: HtmlElement) -> Iterator[Piece]:
        self._links -= el.tag == "a"
        if is_block(el):
            yield from self.cut()
            self._roles.pop()
        elif el.tag == "q":
            self.add("”", el)
        self._stress -= _sets_off(el)

    def add(self, text: str | None, holder: HtmlElement) -> None:
        if not text:
            return
        if self._roles[-1] is not None:
            if self._blank and not text.isspace():
                self._begun = self._line + text[: len(text) - len(text.lstrip())].count("\n")
                self._holder, self._blank = holder, False
            if not self._stress and self._lead is None and not text.isspace():
                self._lead = len(self._texts)
            self._texts.append(text)
            if self._links:
                self._linked += len(text.strip())
        self._line += text.count("\n")

    def cut(self) -> Iterator[Piece]:
        role, whole, linked = self._roles[-1], "".join(self._texts), self._linked
        lead = _SPACE.sub(" ", "".join(self._texts[: self._lead]).replace("\v", " ")).strip()
        blank, self._texts, self._linked, self._blank, self._lead = self._blank, [], 0, True, None
        if role is None or blank:
            return
        share = min(1.0, linked / len(whole.strip()))
        at, counted, line = 0, len(whole) - len(whole.lstrip()), self._begun
        for part in _EMPTY_LINE.split(whole):
            text = "\n".join(filter(None, (_SPACE.sub(" ", p).strip() for p in part.split("\v"))))
            if text:
                at = whole.index(part, at)
                first = at + len(part) - len(part.lstrip())
                line += whole.count("\n", counted, first)
                at, counted = at + len(part), first
                yield Piece(role, text, line, self._holder, share, lead)
                lead = ""


def _sets_off(el: HtmlElement) -> bool:
    """Tell whether an element sets its text off from what follows, as bold does, or says it is a question."""
    if el.tag in _STRESS:
        return True
    named = el.get("class", "") if el.attrib else ""  # asked of every element, so the letters first
    return "uestion" in named and not _QUESTIONS.isdisjoint(class_words(el))


def is_block(el: HtmlElement) -> bool:
    """Tell whether an element ends the line of text it stands in."""
    return el.tag in BLOCKS or (el.tag in {"span", "cite", "small", "em", "i"} and _is_credit(el))


def is_skipped(el: HtmlElement) -> bool:
    """Tell whether an element never belongs to a story, or is not to be seen."""
    if el.tag in NEVER:
        return el.tag not in {"form", "aside"} or not _holds_a_page(el)
    if not el.attrib:
        return False
    return (
        "hidden" in el.attrib
        or bool(_HIDING.search(el.get("style", "")))
        or not _HIDDEN.isdisjoint(el.get("class", "").split())
        or (el.get("role") in {"navigation", "complementary", "contentinfo", "search"})
    )


def _holds_a_page(el: HtmlElement) -> bool:
    """Tell whether a form or an aside is wrapped around a whole page, by design or for want of an end tag."""
    if el.find(".//h1") is not None:
        return True
    stories = [el] if el.tag == "form" else el.iter("article")
    return any(len(story.findall(".//p")) >= _PAGE for story in stories)


def visible(root: HtmlElement) -> Iterator[HtmlElement]:
    """Yield ``root`` and what stands in it, in the order of the page, without what is skipped."""
    waiting = [root]
    while waiting:
        el = waiting.pop()
        if not is_skipped(el):
            yield el
            waiting.extend(reversed(el))


def class_words(el: HtmlElement) -> frozenset[str]:
    """Return the words of an element's class and itemprop, lower case, whole and taken apart at hyphens."""
    if not el.attrib:  # most have none, and this is asked of every element
        return frozenset()
    names = f"{el.get('class', '')} {el.get('itemprop', '')}".lower()
    return frozenset((*_WORDS.split(names), *names.replace("-", "").replace("_", "").split()))


def text_of(el: HtmlElement) -> str:
    """Return an element's text on one line, as it is read."""
    return _SPACE.sub(" ", " ".join(piece.text for piece in pieces_of(el))).strip()


def _role(el: HtmlElement, outer: Role | None) -> Role | None:
    """Say what an element's text is; None: of no use, as what stands in a figure beside its caption."""
    if el.tag in _ROLES:
        return _ROLES[el.tag]
    if _is_credit(el):
        return Role.CREDIT
    if el.tag in {"p", "div"} and "caption" in class_words(el):
        return Role.CAPTION
    return outer


def _is_credit(el: HtmlElement) -> bool:
    return bool(el.attrib) and not _CREDITS.isdisjoint(class_words(el))
