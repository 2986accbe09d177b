"""Written YAML: what a person would write, and what every reader reads back."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.forms import emit


@pytest.mark.parametrize(
    ("text", "block", "flow"),
    [
        ("Ships wait", "Ships wait", "Ships wait"),
        ("Ships, waiting", "Ships, waiting", '"Ships, waiting"'),
        ("https://a.example/b", "https://a.example/b", '"https://a.example/b"'),
        ("Talks: day one", '"Talks: day one"', '"Talks: day one"'),
        ("it's", "it's", "it's"),
        ('"No"', "'\"No\"'", "'\"No\"'"),
        ('"It\'s"', '"\\"It\'s\\""', '"\\"It\'s\\""'),
        ("a\\b: c", "'a\\b: c'", "'a\\b: c'"),
        ("“No”", "“No”", "“No”"),
        ("NO", '"NO"', '"NO"'),
        ("1984", '"1984"', '"1984"'),
        ("2015-10-08", '"2015-10-08"', '"2015-10-08"'),
        ("57 ships", "57 ships", "57 ships"),
        ("one\ntwo\u2028three\x07", '"one\\ntwo\\u2028three\\u0007"', '"one\\ntwo\\u2028three\\u0007"'),
        ("", '""', '""'),
        ("a #b", '"a #b"', '"a #b"'),
        ("#b", '"#b"', '"#b"'),
        ("0?", "0?", '"0?"'),  # the readers do not agree on a question mark within brackets
    ],
)
def test_scalars(text: str, block: str, flow: str) -> None:
    assert emit.scalar(text) == block
    assert emit.scalar(text, flow=True) == flow


_any = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.text(
    "ab01.:-_ ,[]{}'\"#&\\\n~eE", max_size=8
)


@given(_any, st.sampled_from([yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]))
def test_every_reader_reads_the_same_text(text: str, loader: type[yaml.SafeLoader]) -> None:
    inner = emit.mapping([("e", emit.scalar(text, flow=True))])
    written = f"a: {emit.scalar(text)}\nb: {emit.sequence([text, 'c'])}\nd: {inner}\n"
    assert "\n" not in emit.scalar(text)
    assert yaml.load(written, Loader=loader) == {"a": text, "b": [text, "c"], "d": {"e": text}}  # noqa: S506 - a safe one
