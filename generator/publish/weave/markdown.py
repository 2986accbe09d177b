"""markdown-it-py as this project uses it: no raw HTML, marked passages, desk's notes, links by id.

One inline rule takes marks out again (see ``marking``). A mark whose characters end up where no inline rule
runs (code, an address) is still counted.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.parser_inline import ParserInline
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline, entity
from mdit_py_plugins.container import container_plugin

from generator.forms.asides import attributes, opens_note
from generator.forms.plain import iso
from generator.forms.tables import NOTE_KINDS
from generator.model.text import legible
from generator.publish.phrase.tongue import turned
from generator.publish.weave.footnotes import CLASSES, use_footnotes
from generator.publish.weave.links import WIKI, Around
from generator.publish.weave.marking import FIRST, MARK, MARKED, marked
from generator.publish.weave.marks import Event, Weave, escape

if TYPE_CHECKING:
    from collections.abc import MutableMapping, Sequence

    from markdown_it.rules_inline.state_inline import Scanned
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict


_NESTED = 20  # brackets in brackets that are looked into, as in the parser's own "commonmark"
_DISGUISED = re.compile(r"(?:\w+:)?//[^/?#]*@")  # what stands before "@" is not the host, and looks like it
_OURS = re.compile(
    rf"q|indirect|hue-\d|noted|ref|note|withheld|gap|wiki|by|{'|'.join((*NOTE_KINDS, *CLASSES))}"
)

_TAGS = {
    *("a", "abbr", "aside", "blockquote", "br", "cite", "code", "dd", "del", "dl", "dt", "em", "figcaption"),
    *("figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "q", "s", "small", "span"),
    *("strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
}
_ATTRIBUTES = {
    "*": {"class", "lang", "dir"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "aside": {"role"},
    "ol": {"start"},
    "span": {"id"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}


class _State(StateInline):
    """An inline state that judges a run of stars by what stands around it without marks.

    ``last`` is the place up to which a bracket may belong to a link.
    """

    last = 0

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: FBT001, N802, N803 - the parser's own
        if MARK not in self.src:
            return super().scanDelims(start, canSplitWord)
        end = start
        while end < self.posMax and self.src[end] == self.src[start]:
            end += 1
        before, after = start, end
        while before > 1 and self.src[before - 2] == MARK:
            before -= 2
        while after < self.posMax and self.src[after] == MARK:
            after += 2
        last, following = self.src[:before][-1:], self.src[after : self.posMax][:1]
        if following == self.src[start]:  # a run of its own: any other sign stands for it
            following = "."
        bare = StateInline(f"{last}{self.src[start:end]}{following}", self.md, self.env, [])
        return bare.scanDelims(len(last), canSplitWord)


class _Inline(ParserInline):
    """The inline parser over such states."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _State(src, md, env, tokens)
        state.last = len(src) if env.get("references") else src.rfind("](")
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's own
    """Take a mark's two characters out of the text."""
    if state.src[state.pos] != MARK or state.pos + 1 >= state.posMax:
        return False
    if not silent:
        state.push("mark", "", 0).content = state.src[state.pos : state.pos + 2]
    state.pos += 2
    return True


def _bracket(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's own
    """Take a bracket that can begin no link for a plain sign: the parser looks far ahead from each."""
    if state.src[state.pos] not in "![" or not isinstance(state, _State) or state.pos < state.last:
        return False
    if state.src.startswith("[^", state.pos) and state.env.get("footnotes"):
        return False
    if not silent:
        state.pending += state.src[state.pos]
    state.pos += 1
    return True


def _entity(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's own
    """Take an entity for its sign, but for one that nobody sees: one of ours, one that turns a line."""
    found = entity(state, silent)
    if found and not silent and state.tokens[-1].type == "text_special":
        state.tokens[-1].content = legible(state.tokens[-1].content)
    return found


def _wiki(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's own
    """Take a link by id; one that leads nowhere is its words."""
    match = WIKI.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        key, words = (MARKED.sub("", g or "").strip() for g in match.groups())
        around = state.env.get("around", Around())
        link = None if state.linkLevel else around.resolve(key)
        if link:
            told = {} if words else turned(link.language, around.language or around.tongue.tag)
            state.push("link_open", "a", 1).attrs = {"href": link.href, "class": "wiki", **told}
        state.push("text", "", 0).content = words or (link.text if link else key)
        if link:
            state.push("link_close", "a", -1)
    state.pos = match.end()
    return True


class _Renderer(RendererHTML):
    """A renderer whose leaves go through the weave of the page."""

    def renderInline(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:  # noqa: N802 - the parser's own
        weave: Weave = env["weave"]
        for i, token in enumerate(tokens):
            if token.type == "mark":
                self._turn(token.content, env)
            elif token.nesting:
                weave.element(MARKED.sub("", self.renderToken(tokens, i, options, env)))
            elif token.type == "text":
                self._words(token.content, env)
            elif token.type == "image":
                words = self.renderInlineAsText(token.children, options, env)
                weave.leaf(escape(MARKED.sub("", words)))
                self._turn("".join(t.content for t in token.children or () if t.type == "mark"), env)
            else:
                html = self.rules[token.type](tokens, i, options, env)
                weave.leaf(MARKED.sub("", html))
                self._turn(token.content, env)
        return weave.taken()

    def renderToken(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: N802 - the parser's own
        token = tokens[idx]
        if token.tag == "h1":  # the page has its own
            token.tag = "h2"
        if title := token.attrs.get("title"):
            token.attrs["title"] = legible(str(title))
        return super().renderToken(tokens, idx, options, env)

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Render code without its language, which would be a class that nobody uses."""
        return self.code_block(tokens, idx, options, env)

    def code_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Render code; a mark inside is counted and not shown."""
        self._turn(tokens[idx].content, env)
        tokens[idx].content = MARKED.sub("", tokens[idx].content)
        return super().code_block(tokens, idx, options, env)

    def _words(self, content: str, env: EnvType) -> None:
        # A backslash that escapes nothing takes the character after it with it, a mark's too.
        for n, piece in enumerate(MARKED.split(content)):
            if n % 2:
                self._turn(MARK + piece, env)
            else:
                env["weave"].leaf(escape(piece))

    def _turn(self, content: str, env: EnvType) -> None:
        for match in MARKED.finditer(content):
            env["weave"].turn(env["turns"][ord(match.group(1)) - FIRST])


def _note(_: object, tokens: Sequence[Token], idx: int, _options: OptionsDict, env: EnvType) -> str:
    """Render the borders of a desk's own note in the body."""
    token = tokens[idx]
    if token.nesting < 0:
        return "</aside>\n"
    given = attributes(token.info)
    kind = given.get("kind", "")
    kind = kind if kind in NOTE_KINDS else "context"
    day = iso(given.get("date", ""), moment=False)
    around = env["around"]
    tongue = around.tongue
    name = given.get("by") or tongue.say("desk")
    name = tongue.say("note.for-desk", name=name) if given.get("audience") == "desk" else name
    told = (tongue.say(f"note.{kind}"), tongue.isolated(name), tongue.day(day) if day else "")
    by = escape(" · ".join(filter(None, told)))
    own = tongue.attributes(around.language)
    return f'<aside class="note {kind}" role="note"{own}>\n<p class="by"{around.ours}>{by}</p>\n'


class Machine:
    """The parser, made once in each process; one for reports, and one with footnotes for the desk."""

    def __init__(self, *, footnotes: bool = False) -> None:
        options = {"html": False, "linkify": False, "maxNesting": _NESTED}
        parser = MarkdownIt("js-default", options, renderer_cls=_Renderer)
        parser.inline = _Inline()
        parser.inline.add_terminator_char(MARK)
        parser.inline.ruler.before("link", "wiki", _wiki)
        parser.inline.ruler.before("link", "bracket", _bracket)
        parser.inline.ruler.push("mark", _mark)
        parser.inline.ruler.at("entity", _entity)
        parser.use(container_plugin, name="note", validate=opens_note, render=_note)
        if footnotes:
            use_footnotes(parser)
        given = parser.normalizeLink
        parser.normalizeLink = lambda url: given(MARKED.sub("", url))  # type: ignore[method-assign]
        valid = parser.validateLink
        parser.validateLink = lambda url: valid(url) and not _DISGUISED.match(url)  # type: ignore[method-assign]
        self._parser = parser
        self._cleaner = nh3.Cleaner(
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            attribute_filter=_only_ours,
            url_schemes={"http", "https", "mailto"},
            link_rel=None,
        )

    def html(self, source: str, turns: Sequence[Event], weave: Weave, around: Around) -> str:
        """Render Markdown, with the turns of marks counted in ``source``, as safe HTML."""
        env: MutableMapping[str, Any] = {"weave": weave, "turns": turns, "around": around}
        html = self._parser.render(marked(source, turns), env)
        weave.wanted.clear()
        return self.safe(html)

    def safe(self, html: str) -> str:
        """Drop everything from HTML that is not on the list of what may stand."""
        return self._cleaner.clean(html)

    def links(self, source: str) -> frozenset[str]:
        """Return the addresses that the links of Markdown lead to."""
        tokens = [t for outer in self._parser.parse(source) for t in (outer, *(outer.children or ()))]
        opened = (t.attrs for t in tokens if t.type == "link_open")
        return frozenset(str(attrs["href"]) for attrs in opened if attrs.get("class") != "wiki")

    def normal(self, address: str) -> str:
        """Return an address as a link on a page has it."""
        return self._parser.normalizeLink(unescapeAll(address))

    def words(self, source: str) -> str:
        """Return the words of inline Markdown."""
        inline = self._parser.parseInline(source, {})
        renderer = RendererHTML()
        return "".join(renderer.renderInlineAsText(t.children, self._parser.options, {}) for t in inline)


def _only_ours(_tag: str, name: str, value: str) -> str | None:
    if name != "class":
        return value
    return " ".join(word for word in value.split() if _OURS.fullmatch(word)) or None


@cache
def machine(*, footnotes: bool = False) -> Machine:
    """Return this process's parser."""
    return Machine(footnotes=footnotes)
