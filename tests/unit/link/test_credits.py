from __future__ import annotations

import pytest

from generator.knowledge.tables import rows
from generator.link.credits import _WORD, _credit, _first_words, _forms, credited, credited_for
from generator.model.article import Article, Block, FrontMatter, Role
from generator.model.findings import Form, Quote, Speaker
from generator.model.text import Span

SAID = "We sail at dawn"
MORE = "We sail again at dusk"


@pytest.mark.parametrize(
    ("byline", "text", "wires"),
    [
        (("By Jo Low", "Agence France-Presse"), "", {"AFP"}),
        (("Jo Low and Reuters",), "", {"Reuters"}),
        (("Jo Low / AP",), "", {"AP"}),
        (("Jo Low",), "PORT QUILL, May 4 (Reuters) - The pilots", {"Reuters"}),
        (("Jo Low",), "PORT QUILL (AP) — The pilots", {"AP"}),
        (("Jo Low",), "The pilots (Reuters) sail", set()),
        (("Jo Low",), "Told Reuters", set()),
        ((), "", set()),
    ],
)
def test_credits(byline: tuple[str, ...], text: str, wires: set[str]) -> None:
    block = Block(Role.PARAGRAPH, Span(0, len(text)), 1)
    made = Article("a", "articles/a.md", FrontMatter(byline=byline), text, (block,), (), (), ())
    assert credited(made) == wires


def told(text: str, rule: str = "") -> Article:
    """Make a report of one block that quotes SAID and MORE; by ``rule`` the speaker of MORE is found."""
    whole = text.replace("{}", SAID).replace("{more}", MORE)
    quotes: list[Quote] = []
    for words in (SAID, MORE):
        if words in whole:
            span = Span(whole.index(words), whole.index(words) + len(words))
            speaker = Speaker("Ada Quill", None, None, None, 0.9, rule if words == MORE else "quote-cue")
            quotes.append(Quote(f"q-{len(quotes)}", (span,), words, Form.DIRECT, speaker))
    block = Block(Role.PARAGRAPH, Span(0, len(whole)), 1)
    return Article("a", "articles/a.md", FrontMatter(), whole, (block,), tuple(quotes), (), ())


@pytest.mark.parametrize(
    ("text", "wires"),
    [
        ("“{},” Quill told Reuters on Monday.", {"Reuters"}),
        ("“{},” Quill told the Interfax news agency.", {"Interfax"}),
        ("“{},” Quill told the Russian state news agency TASS.", {"TASS"}),
        ("“{},” Quill said in an interview with The Associated Press.", {"AP"}),
        ("“{},” Quill said, according to Turkey’s Anadolu Agency.", {"Anadolu"}),
        ("She called it “{}”, Reuters reported, and left.", {"Reuters"}),
        ("“{},” said Quill, Reuters reports.", {"Reuters"}),
        ("AFP quoted her as saying: “{}.”", {"AFP"}),
        ("“{},” she was quoted by the news agency PTI as saying.", {"PTI"}),
        ("“{},” said a paper seen by Reuters and by AFP.", {"Reuters"}),
        ("“{},” Quill told Bloomberg News.", {"Bloomberg"}),
        ("“{},” Quill told the PA news agency.", {"PA"}),
        ("“{},” Quill told the Harbour Post.", set()),
    ],
)
def test_a_sentence_credits_an_agency(text: str, wires: set[str]) -> None:
    made = told(text)
    assert credited_for(made, made.quotes[0]) == wires


@pytest.mark.parametrize(
    "text",
    [
        "“{},” said Quill. Reuters reported that the port was shut.",
        "Bo Ek told Reuters of the fog. “{},” said Quill.",
        "Bo Ek told Reuters of the fog.\n“{},” said Quill.",
    ],
)
def test_an_agency_in_another_sentence_has_other_words(text: str) -> None:
    made = told(text)
    assert credited_for(made, made.quotes[0]) == set()


@pytest.mark.parametrize(
    "text",
    [
        "“{},” said Quill after Reuters reported that the port was shut.",
        "“{},” said Quill to Bo Ek, who had told Reuters that the port was shut.",
        "“{},” she said and denied Reuters reports of fog.",
    ],
)
def test_what_the_words_answer_is_no_credit(text: str) -> None:
    made = told(text)
    assert credited_for(made, made.quotes[0]) == set()


@pytest.mark.parametrize(
    "text", ["“{},” Reuters said.", "“{},” Quill told Bloomberg.", "“{},” Quill told the PA.", "Ask: “{}”"]
)
def test_neither_an_agency_that_speaks_itself_nor_a_name_that_others_bear(text: str) -> None:
    made = told(text)
    assert credited_for(made, made.quotes[0]) == set()


def test_what_carries_a_quotation_on_was_told_with_it() -> None:
    text = "“{},” Quill told Reuters. “{more}.”"
    for rule, wires in (("carried on", {"Reuters"}), ("quote-cue", set())):
        made = told(text, rule)
        assert credited_for(made, made.quotes[1]) == wires
    apart = told("“{},” Quill told Reuters.\n“{more}.”", "carried on")
    assert credited_for(apart, apart.quotes[1]) == set()
    alone = told("Quill told Reuters of the fog. “{more}.”", "carried on")
    assert credited_for(alone, alone.quotes[0]) == set()


def test_shared_names_are_names_of_their_agency() -> None:
    for wire, forms, shared in rows("wires"):
        assert set(filter(None, shared.split("; "))) <= {wire, *forms.split("; ")}


def test_every_agency_is_looked_for() -> None:
    for form in _forms():
        told = f"“We sail,” she told {form}."
        assert _credit().search(told), form
        assert not _first_words().isdisjoint(_WORD.findall(told)), form
