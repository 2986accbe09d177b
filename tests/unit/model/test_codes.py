"""Every code that is said is explained."""

from __future__ import annotations

import ast
from pathlib import Path

import generator.model.codes
from generator.model.codes import CODES

PACKAGE = Path(generator.model.codes.__file__).parent.parent
SAYING = {"error", "warn", "_said", "Diagnostic", "_at_line"}


def said_in(path: Path) -> set[str]:
    """Return the texts that look like codes among the arguments of the calls that say something."""
    words = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            if name in SAYING and texts and texts[0] == texts[0].lower() and " " not in texts[0]:
                words.add(texts[0])
    return words


def test_the_codes_of_what_editors_write_are_explained() -> None:
    ours = ("forms/*.py", "config.py", "ingest/open/sources.py", "ingest/open/frontmatter.py", "edit/desk.py")
    said = {word for pattern in ours for path in PACKAGE.glob(pattern) for word in said_in(path)}
    assert len(said) >= 20
    assert said <= set(CODES)


def test_explanations_are_sentences() -> None:
    for code, words in CODES.items():
        assert code == code.lower().replace("_", "-")
        assert words[0].isupper()
        assert words.endswith(".")
