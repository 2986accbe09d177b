from __future__ import annotations

from dataclasses import replace

from generator.edit.notes import body_note_faults, place_notes, without_desk_notes
from generator.ingest.label.markdown import read_markdown
from generator.model.article import Article, FrontMatter, Media, Picture, RawDocument
from generator.model.corpus import Note
from generator.model.diagnostic import Severity
from generator.model.text import Location, Selector, Span

TEXT = "In March the tug was sunk. Since then the tug was never raised, and nobody knows who sank it."
ARTICLES = {"tug": Article("tug", "articles/tug.md", FrontMatter(), TEXT, (), (), (), ())}
WHERE = Location("content/notes/one.md", 3, 5)


def note(at: Selector, article: str = "tug") -> Note:
    return Note("one", article, at, "Words.", WHERE)


def test_a_note_finds_its_passage() -> None:
    placed, told = place_notes([note(Selector("never raised"))], ARTICLES)
    assert [n.span for n in placed] == [Span(TEXT.index("never"), TEXT.index("raised") + 6)]
    assert told == ()


def test_of_a_report_that_is_not_there() -> None:
    placed, (told,) = place_notes([note(Selector("x"), "boat")], ARTICLES)
    assert placed == ()
    assert (told.location, told.severity, told.code) == (WHERE, Severity.ERROR, "unknown-article")
    assert told.message == 'there is no report "boat"'
    assert "without its ending" in told.hint


def test_a_report_that_is_not_there_is_told_where_it_is_named() -> None:
    named = Location("content/notes/one.md", 2, 10)
    _, (told,) = place_notes([replace(note(Selector("x"), "boat"), article_at=named)], ARTICLES)
    assert told.location == named


def test_of_words_that_stand_in_the_caption() -> None:
    front = FrontMatter(image=Picture("The tug on the mole"))
    article = replace(ARTICLES["tug"], front=front)
    placed, (told,) = place_notes([note(Selector("tug on the mole"))], {"tug": article})
    assert placed == ()
    assert (told.code, told.location) == ("anchor-lost", WHERE)
    assert told.message == (
        'the words "tug on the mole" stand in the caption of the picture of tug; the note is left out'
    )
    assert told.hint == "a note is about words of the story, its headline or the line below it"


def test_of_words_that_are_gone() -> None:
    placed, (told,) = place_notes([note(Selector("nobody can know who sank it"))], ARTICLES)
    assert placed == ()
    assert (told.code, told.location) == ("anchor-lost", WHERE)
    assert told.hint == "Meant is perhaps line 1: “nobody knows who sank it.” (88 % alike)."


def test_of_words_that_never_were() -> None:
    _, (told,) = place_notes(
        [note(Selector("Quite another thing altogether, by the hundred " * 3))], ARTICLES
    )
    assert told.code == "anchor-lost"
    assert told.hint == "Give the words as they stand in the text."
    assert len(told.message) < 140


def test_of_words_that_stand_twice() -> None:
    _, (told,) = place_notes([note(Selector("the tug was"))], ARTICLES)
    assert told.code == "anchor-ambiguous"
    assert told.hint.startswith("Say which: line 1 (100 % alike): prefix “In March”, suffix “sunk.")
    placed, told_ = place_notes([note(Selector("the tug was", suffix=" never"))], ARTICLES)
    assert [n.span for n in placed] == [Span(38, 49)]
    assert told_ == ()


def test_what_is_for_the_desk_leaves_the_body() -> None:
    notes = [
        '::: note {by="Desk" audience="desk"}\nAsk Bo.\n:::',
        '::: note {by="audience"}\nBo was asked.\n:::',
    ]
    text = "\n\n".join(["The tug sank.", *notes])
    clean = read_markdown(RawDocument(text, Media.MARKDOWN, "seed"))
    article = Article("tug", "articles/tug.md", FrontMatter(), clean.text, clean.blocks, (), (), ())
    left = without_desk_notes(article)
    assert [b.span.of(text) for b in left.blocks] == ["The tug sank.", notes[1].removesuffix("\n:::")]
    assert without_desk_notes(left) is left


def faults_of(text: str) -> list[str]:
    clean = read_markdown(RawDocument(text, Media.MARKDOWN, "seed"))
    article = Article(
        "tug", "articles/tug.md", FrontMatter(), clean.text, clean.blocks, (), (), (), body_line=4
    )
    return [
        f"{d.location.line}:{d.location.column} {d.severity}[{d.code}]" for d in body_note_faults([article])
    ]


def test_what_is_wrong_with_a_note_in_a_body_is_told_at_its_place() -> None:
    sound = '::: note {by="Bo"}\nIt sank.\n:::'
    assert faults_of(f"The tug.\n\n{sound}\n\nMore.") == []
    text = "The tug.\n\n::: note {kind=odd by=B on=deck}\nIt sank.\n\nMore."
    assert faults_of(text) == [
        "6:11 error[bad-value]",
        "6:25 warning[unknown-key]",
        "6:1 error[unclosed-note]",
    ]
    assert faults_of(f"> {sound}".replace("\n", "\n> ")) == []
    assert faults_of("- x\n\n  " + sound.replace("\n", "\n  ") + "\n") == []


def test_a_note_that_has_no_end_before_the_next_is_told_and_what_is_for_the_desk_in_it_kept_back() -> None:
    text = "The tug.\n\n:::note\nIt sank.\n\n::: note {audience=desk}\nAsk Bo.\n:::\n\nMore."
    assert faults_of(text) == ["6:1 error[unclosed-note]"]
    clean = read_markdown(RawDocument(text, Media.MARKDOWN, "seed"))
    article = Article("tug", "articles/tug.md", FrontMatter(), clean.text, clean.blocks, (), (), ())
    assert [b.span.of(text) for b in without_desk_notes(article).blocks] == ["The tug.", "More."]
