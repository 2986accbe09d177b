"""Read one clean text from top to bottom: who says what.

The finders run in a fixed order: passages (marks, sentences, names, cues), the cast, then sentence
by sentence the attributions, and last what goes on from one sentence into the next.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.analyse.cast import Cast, Identity
from generator.analyse.dates import dates
from generator.analyse.mentions import mentions_of
from generator.analyse.passages import Passage, passages
from generator.analyse.quotes import Draft, form_of, quotes_of
from generator.analyse.reported import reported
from generator.analyse.speakers import Choice, by_subject, choose
from generator.analyse.words import listed
from generator.model.findings import Form, Reading

if TYPE_CHECKING:
    from generator.analyse.marks import Marked
    from generator.analyse.passages import Sentence
    from generator.model.article import CleanText, RawDocument

NEAR, BACK, FAR = 0.85, 0.8, 0.75  # certainty of a speaker carried on, back, and over from the passage before
TOLD = 0.8  # and of the teller of reported speech
FEW = 5  # words in marks that need a cue: fewer are as often a name, a title or a doubt
_NAMING = listed("so-called dubbed titled entitled named nicknamed called headlined labelled labeled termed")


@dataclass(slots=True)
class _State:
    """What is remembered from sentence to sentence."""

    text: str
    cast: Cast
    drafts: dict[int, Draft] = field(default_factory=dict)  # of words in marks, by the number of the marks
    told: list[Draft] = field(default_factory=list)  # of reported speech


@dataclass(frozen=True, slots=True)
class _Place:
    """Sentence ``k`` of a passage, and the passage of the story before it."""

    passage: Passage
    k: int
    before: Passage | None

    @property
    def sentence(self) -> Sentence:
        """Return the sentence itself."""
        return self.passage.sentences[self.k]


def analyse(clean: CleanText, document: RawDocument) -> Reading:
    """Return all that is said in ``clean``; spans count in its text."""
    read = passages(clean)
    body = [p for p in read if not p.heading]
    state = _State(clean.text, Cast.of(s.noms for p in body for s in p.sentences))
    for passage, before in zip(body, [None, *body], strict=False):
        _passage(state, passage, before)
    for passage in read:  # last: a headline names people as the story has introduced them
        if passage.heading:
            _passage(state, passage, None)
    return Reading(
        text=clean.text,
        blocks=clean.blocks,
        facts=clean.facts,
        seed=document.seed,
        quotes=quotes_of([*state.drafts.values(), *state.told], clean.text, document.seed),
        mentions=mentions_of(clean, read, state.cast),
        dates=tuple(d for p in read for d in dates(clean.text, p.block.span, document.published)),
    )


def _passage(state: _State, passage: Passage, before: Passage | None) -> None:
    for k, sentence in enumerate(passage.sentences):
        state.cast.tick()
        _sentence(state, _Place(passage, k, before))
        subject = sentence.subject
        state.cast.notice(sentence.noms, subject)
        state.cast.issues(sentence.noms, subject)


def _sentence(state: _State, place: _Place) -> None:
    """Attribute the quotations of one sentence, then its reported speech."""
    sentence, heading = place.sentence, place.passage.heading
    speakers: list[Identity] = []
    for at in sentence.quotes:
        draft = _draft(state, place, at)
        state.drafts[sentence.toks[at].quote] = draft
        if draft.who:
            speakers.append(draft.who)
    for said in () if heading else reported(sentence):
        who = state.cast.resolve(said.subject)
        if who is not None:
            state.told.append(Draft((said.span,), Form.INDIRECT, who, said.cue, said.rule, TOLD))
            speakers.append(who)
    if speakers and not heading:
        state.cast.spoke(speakers[-1])


def _draft(state: _State, place: _Place, at: int) -> Draft:
    """Make the draft of the quotation at token ``at``."""
    sentence, heading = place.sentence, place.passage.heading
    mark = place.passage.mark(sentence.toks[at].quote)
    choice = choose(sentence, at, headline=heading)
    opens = (choice is not None and choice.rule in ("cue-quote", "colon")) or _leads(sentence, at)
    plain = Draft((mark.span,), form_of(state.text, mark, heading=heading, opens=opens))
    if choice is None:
        if sentence.bare:
            return _carried(state, place, plain)
        if at and _is_name(state.text, sentence, at, mark):
            return plain
        choice = by_subject(sentence, at)
        if choice is None:
            return _carried(state, place, plain) if plain.form is Form.DIRECT else plain
    return _attributed(state, plain, choice)


def _is_name(text: str, sentence: Sentence, at: int, mark: Marked) -> bool:
    """Tell whether words without a cue are a name or a title: "the film, called “Snow”"."""
    return sentence.toks[at - 1].low in _NAMING or len(mark.span.of(text).split()) < FEW


def _attributed(state: _State, plain: Draft, choice: Choice) -> Draft:
    """Give a quotation to the one its sentence names; to nobody where the sentence names nobody."""
    if choice.subject is None:
        return replace(plain, rule=choice.rule)
    who = state.cast.resolve(choice.subject)
    cue = " ".join(choice.event.cue.words) if choice.event else None
    return replace(plain, who=who, cue=cue, rule=choice.rule, certainty=choice.certainty)


def _leads(sentence: Sentence, at: int) -> bool:
    """Tell whether a quotation begins its sentence, or goes on after a cue between commas."""
    before = [t for t in sentence.toks[:at] if t.word or t.quote >= 0]
    return not before or (before[0].quote >= 0 and sentence.toks[at - 1].text in (",", "."))


def _carried(state: _State, place: _Place, plain: Draft) -> Draft:
    """Carry a speaker over to words that stand alone: from this paragraph, the next words, or the one before."""
    k, last = place.k, state.cast.last
    if k and last and _spoken(place.passage.sentences[k - 1], state):
        return replace(plain, who=last, rule="carried on", certainty=NEAR)
    follower = _next_choice(place)
    if follower is not None and follower.subject is not None and (who := state.cast.resolve(follower.subject)):
        return replace(plain, who=who, rule="carried back", certainty=BACK)
    if k == 0 and last and place.before is not None and place.before.sentences:
        above = place.before.sentences[-1]
        if above.cues or _spoken(above, state):
            return replace(plain, who=last, rule="carried over", certainty=FAR)
    return plain


def _spoken(sentence: Sentence, state: _State) -> bool:
    """Tell whether a sentence holds words that somebody was found to have said."""
    if any((d := state.drafts.get(sentence.toks[i].quote)) is not None and d.who for i in sentence.quotes):
        return True
    start, end = sentence.toks[0].start, sentence.toks[-1].end
    return any(start <= d.spans[0].start < end for d in state.told[-1:])  # it is the one just read


def _next_choice(place: _Place) -> Choice | None:
    """Return the cue of the words that follow in the same paragraph."""
    following = place.passage.sentences[place.k + 1 : place.k + 2]
    if not following or not following[0].quotes:
        return None
    return choose(following[0], following[0].quotes[0], headline=False)
