from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.engine.memory import Memory, remembering
from generator.link import variants
from generator.link.variants import Linked, clusters
from generator.model.article import Article, FrontMatter
from generator.model.corpus import QuoteCluster, Relation
from generator.model.findings import Form
from tests.unit.link.articles import article, quote, speaker

LONG = "We are willing and free to sail at night with all of our boats"
SHORT = "We are willing and free to"
NEARLY = LONG.replace("with all of", "with each of")
ADA, TOM = speaker("Ada Quill", "pier"), speaker("Tom Reed", "quay")


def grouped(*articles: Article) -> set[frozenset[str]]:
    return {frozenset(m.quote for m in c.members) for c in clusters(articles)}


def relations(cluster: QuoteCluster) -> dict[str, Relation]:
    return {m.quote: m.relation for m in cluster.members}


def one(*articles: Article) -> QuoteCluster:
    (made,) = clusters(articles)
    return made


def test_same_words_of_one_speaker_are_one_statement() -> None:
    made = one(article("a", quote(LONG, ADA)), article("b", quote(f"{LONG.upper()}!", ADA)))
    assert relations(made) == {"q-a-0": Relation.SAME, "q-b-0": Relation.SAME}
    assert (made.canonical, made.speaker, made.person, made.actor) == (LONG, "Ada Quill", "ada-quill", "pier")


def test_the_fullest_wording_comes_first_then_the_earliest() -> None:
    late = article("a", quote(LONG, ADA), front=FrontMatter(published="2031-05-09"))
    early = article("b", quote(LONG, ADA), front=FrontMatter(published="2031-05-04T10:00:00Z"))
    fuller = article("c", quote(f"{LONG}, and more", ADA))
    undated = article("d", quote(LONG, ADA))
    assert [m.article for m in one(late, early, undated, fuller).members] == ["c", "b", "a", "d"]


def test_of_equal_wordings_the_earlier_comes_first_in_whatever_zone_it_is_told() -> None:
    late = article("a", quote(LONG, ADA), front=FrontMatter(published="2031-05-09T14:12:00-04:00"))
    early = article("b", quote(LONG, ADA), front=FrontMatter(published="2031-05-09T20:25:00+03:00"))
    assert [m.article for m in one(late, early).members] == ["b", "a"]


def test_other_words_and_fragments() -> None:
    made = one(
        article("a", quote(f"{LONG}, whatever the port may say", ADA)),
        article("b", quote("We are willing and free to sail at night", ADA)),
        article("c", quote(LONG.replace("all of", "each of"), ADA)),
        article("d", quote("all of our boats", ADA)),
    )
    assert relations(made) == {
        "q-a-0": Relation.SAME,
        "q-b-0": Relation.FRAGMENT,
        "q-c-0": Relation.VARIANT,
        "q-d-0": Relation.FRAGMENT,
    }


def test_whatever_stands_in_the_leading_wording_as_it_is_is_a_fragment() -> None:
    made = one(
        article("a", quote(f"{LONG}, whatever", ADA)),
        article("b", quote(LONG, ADA)),  # all but one word
        article("c", quote("We are willing … to sail at night with all of our boats", ADA)),
        article("d", quote("with all of our boats … We are willing and free to sail", ADA)),  # turned round
    )
    assert list(relations(made).values()) == [Relation.SAME, *[Relation.FRAGMENT] * 2, Relation.VARIANT]


def test_two_people_do_not_say_one_phrase() -> None:
    short = "willing and free"
    assert len(grouped(article("a", quote(short, ADA)), article("b", quote(short, TOM)))) == 2


def test_but_a_long_wording_was_said_once_whoever_is_named() -> None:
    assert len(grouped(article("a", quote(LONG, ADA)), article("b", quote(NEARLY, TOM)))) == 1


def test_without_a_speaker_more_words_in_common_are_asked() -> None:
    short = "We are willing"
    assert grouped(article("a", quote(short, ADA)), article("b", quote(short))) == {
        frozenset({"q-a-0"}),
        frozenset({"q-b-0"}),
    }
    assert len(grouped(article("a", quote(LONG, ADA)), article("b", quote(LONG)))) == 1
    assert len(grouped(article("a", quote(LONG)), article("b", quote(LONG)))) == 1


def test_an_actors_words_and_a_persons_are_compared_by_the_actor() -> None:
    pier, quay = speaker("Pier Union", "pier", person=False), speaker("Quay Union", "quay", person=False)
    assert len(grouped(article("a", quote(LONG, ADA)), article("b", quote(LONG, pier)))) == 1
    short = "free to sail"
    assert len(grouped(article("a", quote(short, ADA)), article("b", quote(short, pier)))) == 1
    assert len(grouped(article("a", quote(short, ADA)), article("b", quote(short, quay)))) == 2


def test_a_name_without_actor_or_person() -> None:
    porter, other = speaker("a porter", person=False), speaker("a cook", person=False)
    short = "We are willing and free"
    assert len(grouped(article("a", quote(short, porter)), article("b", quote(short, porter)))) == 1
    assert len(grouped(article("a", quote(short, porter)), article("b", quote(short, other)))) == 2


def test_a_longer_wording_without_a_person_finds_a_shorter_one_with_it() -> None:
    longer = (
        f"{LONG} whether or not anybody in the port of this town has asked us to do so by letter before noon"
    )
    assert len(grouped(article("a", quote(LONG, ADA)), article("b", quote(longer)))) == 1


def test_an_article_may_give_a_statement_twice() -> None:
    whole = quote(f"{LONG} again", ADA)
    assert len(grouped(article("a", quote(LONG, ADA), whole))) == 1
    assert len(grouped(article("a", quote("sail at night", ADA, Form.HEADLINE), whole))) == 1
    assert len(grouped(article("a", quote("We shall sell the boats", ADA), whole))) == 2


def test_short_wordings_never_join_two_statements() -> None:
    other = "We shall never let all of our boats be sold to brewers by the court"
    found = grouped(
        article("a", quote(LONG, ADA)),
        article("b", quote(other, ADA)),
        article("c", quote("all of our boats", ADA)),
    )
    assert found == {frozenset({"q-b-0", "q-c-0"}), frozenset({"q-a-0"})}


STOCK = "a lot of people"
TALES = (
    "The harbour has a lot of people who mend nets for nothing",
    "I have met a lot of people whose ferries never came home",
    "Lanterns were lit by a lot of people, captains among them",
)


def test_a_stock_phrase_is_a_fragment_of_none_of_the_statements_it_stands_in() -> None:
    whole = [article(name, quote(words, ADA)) for name, words in zip("abc", TALES, strict=True)]
    short = [article(name, quote(STOCK, ADA)) for name in "de"]
    assert len(grouped(*whole, *short)) == 5
    assert grouped(whole[0], *short) == {frozenset({"q-a-0", "q-d-0", "q-e-0"})}


def test_but_one_statement_in_three_reports_is_one() -> None:
    whole = [article(name, quote(TALES[0], ADA)) for name in "abc"]
    assert len(grouped(*whole, article("d", quote(STOCK, ADA)))) == 1


def test_single_words_join_their_like_only() -> None:
    found = grouped(
        article("a", quote(LONG, ADA)),
        article("b", quote("boats", ADA)),
        article("c", quote("“Boats!”", ADA)),
        article("d", quote("boats", TOM)),
        article("e", quote("boats")),
    )
    assert found == {
        frozenset({"q-a-0"}),
        frozenset({"q-b-0", "q-c-0"}),
        frozenset({"q-d-0"}),
        frozenset({"q-e-0"}),
    }


@pytest.mark.parametrize("form", [Form.SCARE, Form.INDIRECT])
def test_what_is_no_statement_is_in_none(form: Form) -> None:
    hidden, nothing = quote(LONG, ADA, hidden=True), quote("…", ADA)
    assert clusters([article("a", quote(LONG, ADA, form), hidden, nothing)]) == ()


def test_ids_say_the_first_words_and_whose_they_are() -> None:
    ids = {
        c.id for c in clusters([article("a", quote(LONG, ADA)), article("b", quote(f"{SHORT} still", TOM))])
    }
    assert len(ids) == 2
    assert all(i.startswith("we-are-willing-and-free-to-") for i in ids)


def test_of_two_statements_with_one_id_each_gets_its_own_and_all_others_keep_theirs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(variants, "blake2b", lambda *_, **__: SimpleNamespace(hexdigest=lambda: "0"))
    willing, nobody = "we-are-willing-and-free-to-0", "nobody-has-asked-the-pilots-of-0"
    lot = [article("a", quote(LONG, ADA)), article("b", quote(f"{SHORT} still", TOM))]
    lot.append(article("c", quote("Nobody has asked the pilots of it", ADA)))
    assert {c.id for c in clusters(lot[1:])} == {willing, nobody}
    assert {c.id for c in clusters(lot)} == {f"{willing}-q-a-0", f"{willing}-q-b-0", nobody}


def test_a_statement_takes_the_name_that_goes_with_its_person() -> None:
    pier = speaker("Pier Union", "pier", person=False)
    made = one(article("a", quote(f"{LONG} again", pier)), article("b", quote(LONG, ADA)))
    assert (made.speaker, made.person, made.actor) == ("Ada Quill", "ada-quill", "pier")


def test_of_several_names_the_one_of_most_reports_is_taken() -> None:
    lot = [
        article("a", quote(f"{LONG} again", TOM)),
        article("b", quote(LONG, ADA)),
        article("c", quote(LONG, ADA)),
    ]
    assert one(*lot).person == "ada-quill"
    assert one(*lot[:2]).person == "tom-reed"
    assert one(*lot[:2], article("c", quote(LONG, speaker("Quill", "quay")))).person == "ada-quill"


def test_an_editors_name_is_taken_before_all() -> None:
    editors = replace(TOM, rule="editor")
    lot = [article("a", quote(LONG, ADA)), article("b", quote(LONG, ADA)), article("c", quote(LONG, editors))]
    assert one(*lot).person == "tom-reed"


VOICES = st.sampled_from(
    [None, ADA, TOM, speaker("Pier Union", "pier", person=False), speaker("a cook", person=False)]
)
WORDS = st.lists(
    st.sampled_from(["we", "are", "ready", "and", "able", "to", "sail", "tonight"]), max_size=9
).map(" ".join)
QUOTES = st.builds(quote, WORDS, VOICES, st.sampled_from([Form.DIRECT, Form.MIXED, Form.HEADLINE]))
ARTICLES = st.lists(st.lists(QUOTES, max_size=3), max_size=6).map(
    lambda lists: [article(f"a{n}", *quotes) for n, quotes in enumerate(lists)]
)


@given(ARTICLES)
def test_every_quote_with_words_is_in_one_statement(articles: list[Article]) -> None:
    members = [m.quote for c in clusters(articles) for m in c.members]
    assert sorted(members) == sorted(q.id for a in articles for q in a.quotes if q.text)


@given(ARTICLES, st.integers(0, 6))
def test_adding_to_what_is_linked_makes_what_linking_all_makes(articles: list[Article], first: int) -> None:
    linked = Linked()
    linked.add(articles[:first])
    for one in articles[first:]:
        linked.add([one])
    assert linked.clusters() == clusters(articles)


def test_who_cannot_wait_gets_the_statements_as_they_were_without_what_is_gone() -> None:
    both = [article("a", quote(LONG, ADA)), article("b", quote(LONG, ADA), quote("Nobody sails", TOM))]
    now = [both[0], article("b", quote("Quite other words of hers, and none of those", ADA))]
    memory = Memory()
    with remembering(memory):
        before = clusters(both)
    memory.hurried = True
    with remembering(memory):
        assert clusters(both) == before
        meanwhile = clusters([both[0], replace(now[1], quotes=both[1].quotes[:1])])
        assert [[m.quote for m in c.members] for c in meanwhile] == [["q-a-0", "q-b-0"]]
    memory.hurried = False
    with remembering(memory):
        assert clusters(now) == clusters(list(now))
    assert clusters(now) != before


def test_a_memory_changes_no_statement() -> None:
    lot = [article("a", quote(LONG, ADA)), article("b", quote(LONG, ADA))]
    memory = Memory()
    for articles in (lot, lot[:1], lot):
        with remembering(memory):
            made = clusters(articles)
        assert made == clusters(articles)
