"""Look through the templates of a site for what Jinja passes over without a word.

A block that no template above has is never shown, and a page is then as if nobody had written it: a
misspelt name would be looked for in the browser, for long.
"""

from __future__ import annotations

from contextlib import suppress
from difflib import get_close_matches
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound, TemplateSyntaxError, nodes

from generator.model.diagnostic import ThemeError
from generator.publish.address.theme_files import own_templates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jinja2 import Environment


def check_blocks(environment: Environment, folders: tuple[Path, ...]) -> None:
    """Raise ThemeError, with file and line, at a block that is in none of the templates it extends.

    What is no template, or extends what is not there, is left to rendering, which says for which page.
    """
    for name, path in own_templates(folders):
        text = _text(path)
        with suppress(TemplateNotFound, TemplateSyntaxError):
            tree = environment.parse(text, name, str(path))
            known = _above(environment, tree, frozenset((name,)))
            for block in _outermost(tree) if known else ():
                if block.name not in known:
                    raise ThemeError(f"{path}:{block.lineno}: {_unknown(block.name, known)}")


def _text(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ThemeError(f"{path}:{line}: this is not in UTF-8; save it as UTF-8") from error


def _above(environment: Environment, tree: nodes.Template, seen: frozenset[str]) -> frozenset[str]:
    """Return the blocks of all templates above; none where it extends none, or one named by a variable.

    ``seen`` keeps what extends itself, which rendering tells, from being followed for ever.
    """
    extended = next(tree.find_all(nodes.Extends), None)
    named = extended.template if extended else None
    if not isinstance(named, nodes.Const) or named.value in seen or environment.loader is None:
        return frozenset()
    text, path, _ = environment.loader.get_source(environment, named.value)
    above = environment.parse(text, named.value, path)
    blocks = frozenset(block.name for block in above.find_all(nodes.Block))
    return blocks | _above(environment, above, seen | {named.value})


def _outermost(node: nodes.Node) -> Iterator[nodes.Block]:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block):
            yield child
        else:
            yield from _outermost(child)


def _unknown(name: str, known: frozenset[str]) -> str:
    near = get_close_matches(name, sorted(known), n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(sorted(known))}"
    return f"there is no block {name!r} in what this template extends; {hint}"
