"""What holds of transcripts, whatever is said in them: made of turns of our own."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest.clean import clean
from generator.ingest.open.documents import document_of
from generator.ingest.write import article_of
from generator.model.article import FrontMatter, Media, Source
from generator.model.settings import ReadSettings
from generator.stages import read

PEOPLE = ("Ada Berg", "Otto Quell", "Liina Karo")
SAID = (
    "We have looked at the dam for three weeks.",
    "I do not know what “safe” means, and you do not either.",
    "The engineers say: wait. I say the same.",
    "It’s our road (and our lake), isn’t it so.",
    "They told us that 3-4 * 5 boats [of ours] would come.",
)
FORMS = ("{caps}: {said}", "**{name}:** {said}", "**{last}**: {said}", "{name}: {said}")
PARAGRAPHS = st.lists(st.sampled_from(SAID), min_size=1, max_size=3, unique=True)
TURNS = st.lists(PARAGRAPHS, min_size=4, max_size=8)


@given(TURNS, st.sampled_from(FORMS))
@settings(max_examples=40, deadline=None)
def test_each_paragraph_of_a_turn_is_its_speakers(turns: list[list[str]], form: str) -> None:
    body, expected = [f"{', '.join(PEOPLE)} met on Tuesday."], []
    for n, (first, *more) in enumerate(turns):
        name = PEOPLE[n % 2]
        last = name.split()[1]
        body += [form.format(name=name, caps=name.upper(), last=last, said=first), *more]
        expected += [(name, words) for words in (first, *more)]
    told = read(document_of(_source("\n\n".join(body))), ReadSettings())
    found = [
        (q.speaker.name, told.text[q.parts[0].start : q.parts[-1].end]) for q in told.quotes if q.speaker
    ]
    # Below the last label a paragraph is the speaker's where somebody says "I" or "we" in it.
    closing = len(turns[-1]) - 1
    assert found[: len(found) - closing or None] == expected[: len(found) - closing or None]
    assert len(found) >= len(expected) - closing
    assert set(found) <= set(expected)


@given(st.lists(st.sampled_from(SAID[:3]), min_size=4, max_size=8))
@settings(max_examples=25, deadline=None)
def test_an_article_made_of_a_page_says_what_the_page_says(said: list[str]) -> None:
    turns = "".join(f"<p><b>{PEOPLE[n % 2]}</b> {words}</p>" for n, words in enumerate(said))
    opening = "<p>Ada Berg and Otto Quell met on Tuesday in Sunholm to talk of the dam above the town.</p>"
    html = f"<html><body><article><h1>Two voices</h1>{opening}{turns}</article></body></html>"
    page = Source("s", "sources/s.html", Media.HTML, html, "0", FrontMatter())
    made = article_of(page, clean(document_of(page), ReadSettings()))
    first, second = (read(document_of(source), ReadSettings()) for source in (page, made))
    lines = [[(q.form, q.text, q.speaker and q.speaker.name) for q in r.quotes] for r in (first, second)]
    assert lines[0] == lines[1]
    assert len(lines[0]) == len(said)


def _source(body: str) -> Source:
    return Source("s", "articles/s.md", Media.MARKDOWN, body, "0", FrontMatter(title="Three voices"))
