from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.link import verdicts as module
from generator.link.variants import clusters
from generator.model.article import Article, Correction, FrontMatter
from generator.model.corpus import Verdicts
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.findings import Form, Quote
from generator.model.text import Location, Selector
from tests.unit.link.articles import article, quote, speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = "We are willing and free to sail at night with all of our boats"
OTHER = "Nobody has asked the pilots of this port what they think of it"
ADA = speaker("Ada Quill", "pier")


def said(name: str, *quotes: Quote, draft: bool = False) -> Article:
    """Make an article; what its quotes say of others stands in the corrections on lines 11, 12 and so on."""
    given = [(n, q) for n, q in enumerate(quotes, 11) if q.same_statement or q.not_same_statement]
    corrections = tuple(
        Correction(
            Selector(q.text),
            Location(f"articles/{name}.md", n, 5),
            same_statement=q.same_statement,
            not_same_statement=q.not_same_statement,
        )
        for n, q in given
    )
    return article(name, *quotes, front=FrontMatter(corrections=corrections, draft=draft))


def same(words: str, *others: str, form: Form = Form.DIRECT, hidden: bool = False) -> Quote:
    return replace(quote(words, ADA, form, hidden=hidden), same_statement=others)


def other(words: str, *others: str) -> Quote:
    return replace(quote(words, ADA), not_same_statement=others)


def verdicts(articles: Sequence[Article]) -> tuple[Verdicts, tuple[Diagnostic, ...]]:
    return module.verdicts(articles, {a.id for a in articles if not a.front.draft})


def together(*articles: Article) -> set[frozenset[str]]:
    held, _ = verdicts(articles)
    shown = [a for a in articles if not a.front.draft]
    return {frozenset(m.quote for m in c.members) for c in clusters(shown, held)}


def told(*articles: Article) -> list[str]:
    return [f"{f} / {f.hint}" for f in verdicts(articles)[1]]


def test_where_nothing_is_said_nothing_is_held() -> None:
    assert verdicts([said("a", quote(WORDS, ADA))]) == (Verdicts(), ())


def test_what_the_machine_does_not_see_an_editor_joins() -> None:
    one, two = said("a", same(WORDS, "q-b-0")), said("b", quote(OTHER, ADA))
    assert together(said("a", quote(WORDS, ADA)), two) == {frozenset({"q-a-0"}), frozenset({"q-b-0"})}
    assert together(one, two) == {frozenset({"q-a-0", "q-b-0"})}


def test_what_the_machine_joins_an_editor_parts_also_from_a_third() -> None:
    lot = [said("a", other(WORDS, "q-b-0")), said("b", quote(WORDS, ADA)), said("c", quote(WORDS, ADA))]
    assert not any(group >= {"q-a-0", "q-b-0"} for group in together(*lot))


def test_what_is_said_on_either_side_is_said_once() -> None:
    lot = said("a", same(WORDS, "q-b-0")), said("b", same(OTHER, "q-a-0"))
    assert verdicts(lot) == (Verdicts(same=(("q-a-0", "q-b-0"),)), ())


@pytest.mark.parametrize("draft", [True, False])
def test_a_third_that_is_not_shown_joins_and_parts_all_the_same(*, draft: bool) -> None:
    third = same(OTHER, "q-a-0", "q-b-0", hidden=not draft)
    joined = [said("a", quote(WORDS, ADA)), said("b", quote(OTHER, ADA)), said("c", third, draft=draft)]
    assert frozenset({"q-a-0", "q-b-0"}) in together(*joined)
    third = replace(same(WORDS, "q-a-0", hidden=not draft), not_same_statement=("q-b-0",))
    parted = [said("a", quote(WORDS, ADA)), said("b", quote(WORDS, ADA)), said("c", third, draft=draft)]
    assert not any(group >= {"q-a-0", "q-b-0"} for group in together(*parted))


def test_an_id_that_no_quotation_has_is_told_at_its_place_with_one_that_is_like_it() -> None:
    ids = ["q-a1b2c3-00ff00ff", "q-a1b2c3-00ff00fe", "q-d4e5f6-12345678"]
    a = said("a", same(WORDS, *ids))
    known = said("b", quote(OTHER, ADA))
    b = replace(known, quotes=(replace(known.quotes[0], id="q-a1b2c4-00ff00ff"),))
    assert told(a, b) == [
        (
            'articles/a.md:11:5: error[unknown-quotation]: there is no quotation "q-a1b2c3-00ff00ff" / '
            'did you mean "q-a1b2c4-00ff00ff"?'
        ),
        (
            'articles/a.md:11:5: error[unknown-quotation]: there is no quotation "q-a1b2c3-00ff00fe" / '
            'an id stands behind the "#" of the address of a quotation in its report'
        ),
        (
            'articles/a.md:11:5: error[unknown-quotation]: there is no quotation "q-d4e5f6-12345678" / '
            'an id stands behind the "#" of the address of a quotation in its report'
        ),
    ]


def test_both_said_of_one_pair_is_an_error_and_they_stay_apart() -> None:
    lot = said("a", same(WORDS, "q-b-0")), said("b", other(WORDS, "q-a-0"))
    assert told(*lot) == [
        (
            'articles/b.md:11:5: error[contradicting-verdicts]: "q-a-0" and "q-b-0" are one statement by '
            "other corrections / remove this, or what joins them in articles/a.md:11"
        )
    ]
    assert together(*lot) == {frozenset({"q-a-0"}), frozenset({"q-b-0"})}


def test_a_contradiction_by_way_of_others_names_the_whole_chain() -> None:
    lot = [
        said("a", other(WORDS, "q-d-0")),
        said("b", same(WORDS, "q-a-0")),
        said("c", quote(WORDS, ADA), same(OTHER, "q-b-0", "q-d-0")),
        said("d", quote(OTHER, ADA)),
    ]
    (fault,) = verdicts(lot)[1]
    assert fault.hint == "remove this, or what joins them in articles/b.md:11, articles/c.md:12"
    assert (fault.location.path, fault.severity) == ("articles/a.md", Severity.ERROR)
    assert not any(group >= {"q-a-0", "q-d-0"} for group in together(*lot))


def test_one_correction_may_contradict_itself() -> None:
    a = said("a", replace(same(WORDS, "q-b-0"), not_same_statement=("q-b-0",)))
    assert [line.split(" / ")[1] for line in told(a, said("b", quote(WORDS)))] == ["remove one of the two"]


def test_a_quotation_is_itself() -> None:
    assert told(said("a", same(WORDS, "q-a-0"))) == []
    assert told(said("a", other(WORDS, "q-a-0"))) == [
        (
            'articles/a.md:11:5: error[contradicting-verdicts]: "q-a-0" is itself no other statement / '
            "remove one of the two"
        )
    ]


@pytest.mark.parametrize(
    "named", [quote(OTHER, ADA, Form.INDIRECT), quote(OTHER, ADA, Form.SCARE), quote(OTHER, ADA, hidden=True)]
)
def test_what_is_no_statement_is_told_to_be_linked_with_none(named: Quote) -> None:
    (fault,) = verdicts([said("a", same(WORDS, "q-b-0")), said("b", named)])[1]
    assert (fault.code, fault.severity) == ("unlinked-quotation", Severity.WARNING)
    assert '"q-b-0"' in fault.message


def test_so_it_is_where_the_correction_itself_is_about_reported_speech() -> None:
    told_of = quote(OTHER, ADA)
    assert '"q-a-0"' in told(said("a", same(WORDS, "q-b-0", form=Form.INDIRECT)), said("b", told_of))[0]
    held = same(WORDS, "q-b-0")
    whole = same(f"that {WORDS}", "q-b-0", form=Form.INDIRECT)
    both = said("a", whole, held)
    one = replace(both.front, corrections=both.front.corrections[:1])
    assert told(replace(both, front=one), said("b", told_of)) == []
