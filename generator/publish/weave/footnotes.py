"""Footnotes of what editors write, ``[^1]`` and ``[^1]: …``: links both ways, ids that no other note has.

mdit-py-plugins parses them. Its own HTML is not used: it counts each text from 1, with the same ids in every
note of a page, and sets an arrow in brackets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mdit_py_plugins.footnote import footnote_plugin

from generator.publish.weave.marks import attribute, escape

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

CLASSES: Final = ("fn", "fns", "fnback")


def use_footnotes(parser: MarkdownIt) -> None:
    """Let a parser know footnotes; ``env["weave"].key`` is what the ids of a text begin with."""
    parser.use(footnote_plugin, inline=False, always_match_refs=False)
    for name in ("ref", "block_open", "block_close", "open", "close", "anchor"):
        parser.add_render_rule(f"footnote_{name}", _RULES[name])
    parser.core.ruler.after("footnote_tail", "footnotes_within", _within)


def _within(state: StateCore) -> None:
    """Set the footnotes of a note in a body inside its border."""
    tokens = state.tokens
    ends = [n for n, token in enumerate(tokens) if token.type == "container_note_close"]
    if ends and tokens[0].type == "container_note_open":
        end = ends[-1]
        state.tokens = [*tokens[:end], *tokens[end + 1 :], tokens[end]]


def _name(token: Token, env: EnvType, *, call: bool) -> str:
    """Return the id of a footnote, or of the place that calls it: it may be called more than once."""
    key, number = env["weave"].key, token.meta["id"] + 1
    again = f".{token.meta['subId'] + 1}" if call and token.meta.get("subId") else ""
    return attribute(f"{'fnref' if call else 'fn'}-{key}{'-' if key else ''}{number}{again}")


def _ref(_: object, tokens: Sequence[Token], idx: int, _options: OptionsDict, env: EnvType) -> str:
    token = tokens[idx]
    link = f'<a href="#{_name(token, env, call=False)}">{token.meta["id"] + 1}</a>'
    return f'<sup class="fn"><span id="{_name(token, env, call=True)}">{link}</span></sup>'


def _anchor(_: object, tokens: Sequence[Token], idx: int, _options: OptionsDict, env: EnvType) -> str:
    to, around = _name(tokens[idx], env, call=True), env["around"]
    back = escape(around.tongue.say("article.back"))
    return f' <a class="fnback" href="#{to}" title="{back}"{around.ours}>↩\ufe0e</a>'


def _open(_: object, tokens: Sequence[Token], idx: int, _options: OptionsDict, env: EnvType) -> str:
    return f'<li><span id="{_name(tokens[idx], env, call=False)}"></span>'


def _close(*_: object) -> str:
    return "</li>\n"


def _block_open(*_: object) -> str:
    return '<ol class="fns">\n'


def _block_close(*_: object) -> str:
    return "</ol>\n"


_RULES: Final[dict[str, Callable[..., str]]] = {
    "ref": _ref,
    "anchor": _anchor,
    "open": _open,
    "close": _close,
    "block_open": _block_open,
    "block_close": _block_close,
}
