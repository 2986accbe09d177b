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
from generator.analyse.speakers import Choice, by_subject, choose
from generator.analyse.words import listed
from generator.model.article import Reading
from generator.model.findings import Form

if TYPE_CHECKING:
    from generator.analyse.cues import Sentence
    from generator.analyse.marks import Marked
    from generator.analyse.passages import Placed
    from generator.analyse.tokens import Token
    from generator.model.article import CleanText, RawDocument

NEAR, BACK, FAR = 0.85, 0.8, 0.75  # certainty of a speaker carried on, back, and over from the passage before
TOLD = 0.8  # and of the teller of reported speech
FEW = 5  # words in marks that need a cue: fewer are as often a name, a title or a doubt
_WORKS = listed(
    "film movie documentary song album single book novel poem play opera musical painting series show"
)
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
    def here(self) -> Placed:
        """Return the sentence itself."""
        return self.passage.sentences[self.k]


def analyse(clean: CleanText, document: RawDocument) -> Reading:
    """Return all that is said in ``clean``; spans count in its text."""
    read = passages(clean)
    body = [p for p in read if not p.heading]
    state = _State(clean.text, Cast.of(s.clause.sentence.noms for p in body for s in p.sentences))
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
    for k, placed in enumerate(passage.sentences):
        state.cast.tick()
        _sentence(state, _Place(passage, k, before))
        noms = placed.clause.sentence.noms
        if noms:
            state.cast.notice(noms, placed.clause.subject)
            state.cast.issues(noms, placed.clause.subject)


def _sentence(state: _State, place: _Place) -> None:
    """Attribute the quotations of one sentence, then its reported speech."""
    here, heading = place.here, place.passage.heading
    speakers: list[Identity] = []
    for n in range(len(here.clause.quotes)):
        draft = _draft(state, place, n)
        state.drafts[here.first + n] = draft
        if draft.who:
            speakers.append(draft.who)
    for said in () if heading else here.clause.told:
        who = state.cast.resolve(said.subject, here.base)
        if who is not None:
            span = said.span.moved(here.base)
            state.told.append(Draft((span,), Form.INDIRECT, who, said.cue, said.rule, TOLD))
            speakers.append(who)
    if speakers and not heading:
        state.cast.spoke(speakers[-1])


def _draft(state: _State, place: _Place, n: int) -> Draft:
    """Make the draft of the sentence's quotation number ``n``."""
    clause, heading = place.here.clause, place.passage.heading
    sentence, at = clause.sentence, clause.quotes[n]
    mark = place.passage.mark(place.here.first + n)
    choice = choose(sentence, at, headline=True) if heading else clause.choices[n]
    opens = (choice is not None and choice.rule in ("cue-quote", "colon")) or _leads(sentence, at)
    plain = Draft((mark.span,), form_of(state.text, mark, heading=heading, opens=opens))
    if (
        at
        and (choice is None or choice.rule == "clause")
        and _is_title(state.text, sentence.toks[at - 1], mark)
    ):
        return replace(plain, form=Form.SCARE)
    if choice is None:
        if clause.bare:
            return _carried(state, place, plain)
        if at and _is_name(state.text, sentence, at, mark):
            return plain
        choice = by_subject(sentence, at)
        if choice is None:
            return _carried(state, place, plain) if plain.form is Form.DIRECT else plain
    return _attributed(state, plain, choice, place.here.base)


def _is_title(text: str, before: Token, mark: Marked) -> bool:
    """Tell whether words are what a work is called: "the film “Snow at Noon”"."""
    words = mark.span.of(text).rstrip(".,").split()
    return before.low in _WORKS and bool(words) and words[0][0].isupper() and words[-1][0].isupper()


def _is_name(text: str, sentence: Sentence, at: int, mark: Marked) -> bool:
    """Tell whether words without a cue are a name or a title: "the film, called “Snow”"."""
    return sentence.toks[at - 1].low in _NAMING or len(mark.span.of(text).split()) < FEW


def _attributed(state: _State, plain: Draft, choice: Choice, base: int) -> Draft:
    """Give a quotation to the one its sentence names; to nobody where the sentence names nobody."""
    if choice.subject is None:
        return replace(plain, rule=choice.rule)
    who = state.cast.resolve(choice.subject, base)
    cue = " ".join(choice.event.cue.words) if choice.event else None
    return replace(plain, who=who, cue=cue, rule=choice.rule, certainty=choice.certainty)


def _leads(sentence: Sentence, at: int) -> bool:
    """Tell whether a quotation begins its sentence, or goes on after a cue between commas."""
    before = [t for t in sentence.toks[:at] if t.word or t.quote >= 0]
    last = sentence.toks[at - 1]
    return not before or (before[0].quote >= 0 and (last.text in (",", ".") or last.quote >= 0))


def _carried(state: _State, place: _Place, plain: Draft) -> Draft:
    """Give words that stand alone to a speaker of this paragraph or the one before."""
    k, last = place.k, state.cast.last
    if k and last and _spoken(place.passage.sentences[k - 1], state):
        return replace(plain, who=last, rule="carried on", certainty=NEAR)
    follower = _next_choice(place)
    if (
        follower is not None
        and follower.subject is not None
        and (who := state.cast.resolve(follower.subject, place.passage.sentences[k + 1].base))
    ):
        return replace(plain, who=who, rule="carried back", certainty=BACK)
    if k == 0 and place.before is not None and place.before.sentences:
        above = place.before.sentences[-1]
        who = last if _spoken(above, state) else _teller(state, above)
        if who:
            return replace(plain, who=who, rule="carried over", certainty=FAR)
    return plain


def _teller(state: _State, placed: Placed) -> Identity | None:
    """Return who is to speak next by a sentence that tells nothing yet: "She told us on Monday"."""
    cues = placed.clause.sentence.cues
    subject = next((e.subject for e in reversed(cues) if e.subject), None)
    who = state.cast.resolve(subject, placed.base) if subject else None
    return who or (state.cast.last if cues else None)


def _spoken(placed: Placed, state: _State) -> bool:
    """Tell whether a sentence holds words that somebody was found to have said."""
    numbers = range(placed.first, placed.first + len(placed.clause.quotes))
    if any((d := state.drafts.get(n)) is not None and d.who for n in numbers):
        return True
    return any(placed.span.shared(d.spans[0]) for d in state.told[-1:])  # it is the one just read


def _next_choice(place: _Place) -> Choice | None:
    """Return the cue of the words that follow in the same paragraph."""
    following = place.passage.sentences[place.k + 1 : place.k + 2]
    return following[0].clause.choices[0] if following and following[0].clause.choices else None
