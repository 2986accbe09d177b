from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.link.former import former_ids
from generator.link.variants import clusters
from generator.model.corpus import Person, Verdicts
from tests.unit.link.articles import article, quote, speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.article import Article

ADA, TOM = speaker("Ada Quill"), speaker("Tom Vale")
LONG = "We are ready to go out and look for every boat that is missing"
OTHER = "Nobody has asked the pilots of the strait for one single word"


def moved(
    now: Sequence[Article],
    found: Sequence[Article] | None = None,
    verdicts: Verdicts = Verdicts(),  # noqa: B008 - it is frozen
    people: tuple[Person, ...] = (),
) -> dict[str, str]:
    made = clusters(now, verdicts)
    return dict(former_ids({"found": found or now, "joined": now}, people, made, verdicts))


def ids(*articles: Article) -> list[str]:
    return [c.id for c in clusters(articles)]


def test_what_nobody_touched_has_the_address_that_it_had() -> None:
    assert moved([article("a", quote(LONG, ADA)), article("b", quote(LONG, ADA))]) == {}


def test_a_statement_of_another_speaker_is_found_under_the_old_one() -> None:
    found = article("a", quote(LONG, ADA))
    (said,) = found.quotes
    now = replace(
        found, quotes=(replace(said, speaker=replace(TOM, rule="editor"), found=ADA, said_by_editor=True),)
    )
    assert moved([now]) == {ids(found)[0]: ids(now)[0]}


def test_a_wording_that_was_joined_leads_to_the_whole() -> None:
    a, b = article("a", quote(LONG, ADA)), article("b", quote(OTHER, ADA))
    said = Verdicts(same=((a.quotes[0].id, b.quotes[0].id),))
    (new,) = (c.id for c in clusters([a, b], said))
    assert moved([a, b], verdicts=said) == {old: new for old in ids(a, b) if old != new}


def test_what_somebody_said_under_an_old_name_is_found_under_the_new() -> None:
    found = article("a", quote(LONG, TOM))
    now = replace(found, quotes=tuple(replace(q, speaker=ADA) for q in found.quotes))
    assert moved([now], [found]) == {}
    ada = Person("ada-quill", "Ada Quill", same_as=("tom-vale",))
    assert moved([now], [found], people=(ada,)) == {ids(found)[0]: ids(now)[0]}


def test_a_quotation_of_other_words_is_found_under_those_that_were_found() -> None:
    found = article("a", quote(LONG, ADA))
    (said,) = found.quotes
    now = replace(
        found, quotes=(replace(said, text="We are ready to go", found_text=said.text, said_by_editor=True),)
    )
    assert moved([now])[ids(found)[0]] == ids(now)[0]


def test_who_is_named_by_an_office_was_found_under_what_speaks_with_no_name() -> None:
    found = article("a", quote(LONG, speaker("the pilot", "pier", person=False)))
    (said,) = found.quotes
    now = replace(found, quotes=(replace(said, speaker=replace(ADA, described="the pilot")),))
    assert moved([now], [found]) == {ids(found)[0]: ids(now)[0]}
