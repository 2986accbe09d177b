"""Time and memory grow with the length of a text, whatever stands in it."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator.analyse.article import analyse
from generator.analyse.cue.passages import passages
from generator.edit.anchors import sentences
from generator.edit.wordings import shown_words
from generator.forms.front import split_front
from generator.forms.remarks import without_remarks
from generator.ingest.compare.trace import trace
from generator.ingest.label.markdown import read_markdown
from generator.ingest.label.plaintext import read_plain
from generator.ingest.label.savedmarkdown import read_saved_markdown
from generator.ingest.open.frontmatter import read_head
from generator.ingest.open.limits import too_long
from generator.model.article import Article, Block, CleanText, Facts, FrontMatter, Media, RawDocument, Role
from generator.model.settings import ReadSettings
from generator.model.text import Span
from generator.publish.weave import excerpt
from generator.publish.weave.body import body_html
from generator.publish.weave.marks import Mark, MarkKind
from tests.pace import is_linear


def document(text: str) -> RawDocument:
    return RawDocument(text, Media.MARKDOWN, "abcdef", None, None, "en", "2015-10-05")


def one_block(text: str) -> CleanText:
    return CleanText(text, (Block(Role.PARAGRAPH, Span(0, len(text)), 1),), Facts())


def paragraphs(text: str) -> CleanText:
    blocks, at = [], 0
    for words in text.split("\n\n"):
        if words.strip():
            blocks.append(Block(Role.PARAGRAPH, Span(at, at + len(words)), 1))
        at += len(words) + 2
    return CleanText(text, tuple(blocks), Facts())


SIGNS = [*"“”„«»‘’\"'`.!?…,:;-—()[]*_#><|\\&aA1中\n", "\u0301", "\u200b", "\u202e"]
PHRASES = (
    "“”",
    "“a” ",
    "“a",
    "‘a ",
    "'a ",
    "‘a’ ",
    "‘“a” ",
    '"a" ',
    '"a ',
    "“a” he said ",
    "“A b c,” he said, “",
    "“Who?” Ada asked. ",
    "Berg: “a” ",
    "he said ",
    "said Ada said ",
    "he said that ",
    "saying ",
    "and said ",
    "Ada, ",
    "Ada Berg, who ",
    "Ada Berg said. He said. ",
    "Minister ",
    "ministry ",
    "Norwegian ",
    "minister of ",
    "de la ",
    "A. ",
    "a.",
    "Mr. ",
    "Oct. 3-4 ",
    "2015-10-05 ",
    "http://example.org/ ",
    "a\n",
    "a\n\n",
    "Ada Berg said so.\n\n",
    "1,",
)
MARKDOWN = (
    "[",
    "![",
    "[a](",
    "](",
    "[a](b) ",
    "[a]: b\n",
    "[a]: b\n\n*c\n\n",
    "**a ",
    "*a_ ",
    "`a",
    "``a ",
    "\\",
    "&amp;",
    "<a ",
    "<!--",
    "- a\n",
    "> ",
    "# a\n",
    "::: note\n",
    "```\n",
    "a\n\n",
    "“a” `b",
)
HEADS = ("[", "{", "a: {", "- ", "? ", "a: [b]\n", "a: &a [*a]\n", "k: 1\nj: 2\n", "!a ", '"')


@pytest.mark.parametrize("unit", [*SIGNS, *PHRASES])
def test_reading_a_line(unit: str) -> None:
    assert is_linear(lambda text: analyse(one_block(text), document(text)), unit)


@pytest.mark.parametrize(
    "unit",
    [
        "“a\n\n",
        "a\n\n",
        "Ada said “so”.\n\n",
        "“So.”\n\n",
        "Ada: a.\n\nHe said so.\n\n",
        "ADA BERG: I go.\n\nBO EK: You go with us.\n\nWe do.\n\n",
        "ADA BERG\n\nI have to go now.\n\nBO EK\n\nYou may not go.\n\n",
        "**Why do you go?**\n\nI go.\n\n",
    ],
)
def test_reading_paragraphs(unit: str) -> None:
    assert is_linear(lambda text: analyse(paragraphs(text), document(text)), unit)


@pytest.mark.parametrize(
    "words", ["{} Berg said so. He did. ", "Minister Ada {} left. The minister left. ", "“{},” said Ada. "]
)
def test_reading_many_people(words: str) -> None:
    names = ("".join(chr(97 + n // 26**k % 26) for k in range(3)).title() for n in range(5000))
    unit = "".join(words.format(name) for name in names)
    assert is_linear(lambda text: analyse(one_block(text), document(text)), unit)


@pytest.mark.parametrize("unit", MARKDOWN)
def test_cleaning_and_rendering_markdown(unit: str) -> None:
    def work(text: str) -> str:
        clean = read_markdown(document(text))
        return body_html(clean.text, clean.blocks, ())

    assert is_linear(work, unit)


@pytest.mark.parametrize(
    "unit",
    [
        *SIGNS,
        "Sign up now\n",
        "Gulls on a pier. Ada Quill/Reuters\n",
        "Spain (Group F): first\n",
        "Harbour pilots refuse night shifts\n",
        "Home\nComments\nAda says:\nThe pilots have refused to work at night since a tug was sunk there.\n",
        "the tug was sunk by nobody, as far as anybody on the quay has known it\n",
        "It is over.Nobody came.",
        " 'a",
        " (",
        "Ada Quill ",
    ],
)
def test_cleaning_a_text(unit: str) -> None:
    plain = RawDocument("", Media.TEXT, "abcdef")
    assert is_linear(lambda text: read_plain(replace(plain, body=text), ReadSettings()), unit)


@pytest.mark.parametrize("unit", [*MARKDOWN, "- a\n", "# a\n\n", "Related\n\n", "![a](b)\n\n"])
def test_cleaning_reports_saved_as_markdown(unit: str) -> None:
    assert is_linear(lambda text: read_saved_markdown(document(text), ReadSettings()), unit)


@pytest.mark.parametrize("unit", ["a *b* c ", "a `b` ", "> ", "\\\\", "- a `b`\n"])
def test_rendering_many_marks(unit: str) -> None:
    def work(text: str) -> str:
        marks = [Mark(f"q-{n}", MarkKind.QUOTE, (Span(n, n + 4),), "1") for n in range(0, len(text) - 4, 8)]
        return body_html(text, one_block(text).blocks, marks)

    assert is_linear(work, unit)


@pytest.mark.parametrize("unit", HEADS)
def test_reading_a_head(unit: str) -> None:
    assert is_linear(lambda text: read_head(split_front(f"---\n{text}\n---\n").head or "", "a.md"), unit)


@pytest.mark.parametrize("unit", [".", "…", "!)", ". ", "A. ", "\n", "\n "])
def test_finding_sentences(unit: str) -> None:
    assert is_linear(lambda text: list(sentences(text)), unit)
    assert is_linear(lambda text: list(excerpt.sentences(text, Span(0, len(text)))), unit)


@pytest.mark.parametrize(
    "unit", ["](", "](()", "](a ", "](a\t'", "[", "<a ", "&", "&a;", "*", "][", "](a(b)"]
)
def test_reading_words_as_they_are_shown(unit: str) -> None:
    assert is_linear(shown_words, unit)


@pytest.mark.parametrize("unit", ["<!--", "<!---->", "`<!--", "```\n<!--"])
def test_leaving_out_comments(unit: str) -> None:
    assert is_linear(lambda text: without_remarks(f"{text}-->"), unit)


def test_choosing_an_excerpt() -> None:
    def work(text: str) -> object:
        parts = [(Span(n, n + 3),) for n in range(0, len(text), 12)]
        blocks = one_block(text).blocks
        (chosen,) = excerpt.opened([excerpt.Wanted(text, blocks, parts)], excerpt.Limits(5, 80))
        return excerpt.excerpt(text, blocks, chosen.spans)

    assert is_linear(work, "Ab c. Ef gh ij. ")


def test_tracing_quotations() -> None:
    def work(text: str) -> object:
        saved = one_block(f"{text[:-1]} !")
        reading = analyse(one_block(text), document(text))
        article = Article("a", "a.md", FrontMatter(), text, reading.blocks, reading.quotes, (), ())
        return trace(article, saved)

    assert is_linear(work, "“A b c d,” ")


@pytest.mark.parametrize("unit", ["<p ", "<!--", "<script>", '<a b="', "<p>a", "<", "</", "a<br>"])
def test_measuring_a_page(unit: str) -> None:
    assert is_linear(lambda text: too_long(text, "a.html"), unit)


def test_long_sentences_are_read_in_pieces() -> None:
    text = "“a b” and more " * 500
    found = [s for p in passages(one_block(text)) for s in p.sentences]
    assert len(found) > 20
    assert sum(len(s.clause.quotes) for s in found) == 500


MEASURED = """
import sys
from pathlib import Path
from time import process_time
from generator.cli import main
code = main(["inspect", sys.argv[1]])
lines = Path("/proc/self/status").read_text().splitlines()
print(code, *[line.split()[1] for line in lines if line.startswith("VmHWM")], process_time())
"""


def test_ten_megabytes_end_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("He said “so” ' - Ada\n" * 500_000, encoding="utf-8")
    if not Path("/proc/self/status").exists():
        pytest.skip("only Linux tells how much memory a process had at most")
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(tmp_path / "a.txt")], capture_output=True, text=True, check=True
    )
    code, kilobytes, seconds = done.stdout.split()[-3:]
    assert "error[too-long]" in done.stderr
    assert code == "1"
    assert int(kilobytes) < 500_000
    assert float(seconds) < 10
