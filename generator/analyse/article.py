"""Read one clean text from top to bottom: who says what.

The finders run in a fixed order: passages (marks, sentences, names, cues), the cast, then sentence
by sentence the attributions, and last what goes on from one sentence into the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.analyse.cast import Cast, Identity
from generator.analyse.dates import dates
from generator.analyse.mentions import mentions_of
from generator.analyse.passages import Passage, Sentence, passages
from generator.analyse.quotes import Draft, form_of, quotes_of, settle
from generator.analyse.reported import reported
from generator.analyse.speakers import Choice, by_subject, choose
from generator.model.article import CleanText, RawDocument
from generator.model.findings import Form, Reading

_NAMING = frozenset("so-called dubbed titled entitled named nicknamed called headlined labelled labeled termed".split())
NEAR, FAR, BACK = 0.85, 0.75, 0.8  # certainty of a speaker carried on: in the paragraph, from the one before, from the next


@dataclass(slots=True)
class _Reading:
    """What is remembered from sentence to sentence."""

    clean: CleanText
    cast: Cast
    drafts: dict[int, Draft] = field(default_factory=dict)
    loose: list[Draft] = field(default_factory=list)


def analyse(clean: CleanText, document: RawDocument) -> Reading:
    """Return all that is said in ``clean``; spans count in its text."""
    read = passages(clean)
    body, heads = [p for p in read if not p.heading], [p for p in read if p.heading]
    state = _Reading(clean, Cast.of(s.noms for p in body for s in p.sentences))
    before: Passage | None = None
    for passage in body:
        _passage(state, passage, before)
        before = passage
    for passage in heads:  # last: a headline names people as the story has introduced them
        _passage(state, passage, None)
    drafts = [settle(d, clean.text) for d in (*state.drafts.values(), *state.loose)]
    return Reading(
        text=clean.text,
        blocks=clean.blocks,
        facts=clean.facts,
        seed=document.seed,
        quotes=quotes_of(_joined(drafts), clean.text, document.seed),
        mentions=mentions_of(clean, read, state.cast),
        dates=tuple(d for p in read for d in dates(clean.text, p.block.span, document.published)),
    )


def _passage(state: _Reading, passage: Passage, before: Passage | None) -> None:
    for k, sentence in enumerate(passage.sentences):
        state.cast.tick()
        _sentence(state, passage, k, before)
        state.cast.notice(sentence.noms, sentence.subject)
        state.cast.issues(sentence.noms, sentence.subject)


def _sentence(state: _Reading, passage: Passage, k: int, before: Passage | None) -> None:
    """Attribute the quotations of one sentence, then its reported speech."""
    sentence = passage.sentences[k]
    speakers: list[Identity] = []
    for at in sentence.quotes:
        choice = choose(sentence.toks, sentence.noms, sentence.cues, at, headline=passage.heading)
        draft = _draft(state, passage, (k, at), choice, before)
        state.drafts[sentence.toks[at].quote] = draft
        if draft.who:
            speakers.append(draft.who)
    for said in () if passage.heading else reported(sentence.toks, sentence.noms, sentence.cues):
        who = state.cast.resolve(said.event.subject) if said.event.subject else None
        if who is not None and not any(said.span.shared(s) for d in state.drafts.values() for s in d.spans):
            cue = " ".join(said.event.cue.words)
            state.loose.append(Draft((said.span,), Form.INDIRECT, who, cue, said.rule, 0.8))
            speakers.append(who)
    if speakers and not passage.heading:
        state.cast.spoke(speakers[-1])


def _draft(
    state: _Reading, passage: Passage, place: tuple[int, int], choice: Choice | None, before: Passage | None
) -> Draft:
    """Make the draft of the quotation at token ``place[1]`` of sentence ``place[0]``."""
    k, at = place
    sentence = passage.sentences[k]
    mark = dict(passage.marks)[sentence.toks[at].quote]
    led = choice is not None and choice.rule in ("cue-quote", "colon") or _leads(sentence, at)
    form = form_of(state.clean.text, mark, heading=passage.heading, opens=led)
    plain = Draft((mark.span,), form)
    if choice is not None and choice.subject is None:
        return replace(plain, rule=choice.rule)
    if choice is None and sentence.bare:
        return _carried(state, passage, k, before, plain)
    if choice is None and at and (sentence.toks[at - 1].low in _NAMING or len(mark.span.of(state.clean.text).split()) < 5):  # noqa: PLR2004
        return plain
    choice = choice or by_subject(sentence.toks, sentence.noms, at)
    if choice is None or choice.subject is None:
        return _carried(state, passage, k, before, plain) if form is Form.DIRECT else plain
    who = state.cast.resolve(choice.subject)
    cue = " ".join(choice.event.cue.words) if choice.event else None
    return replace(plain, who=who, cue=cue, rule=choice.rule, certainty=choice.certainty)


def _leads(sentence: Sentence, at: int) -> bool:
    """Tell whether a quotation begins its sentence, or goes on after a cue between commas."""
    before = [t for t in sentence.toks[:at] if t.word or t.quote >= 0]
    return not before or (before[0].quote >= 0 and sentence.toks[at - 1].text in (",", "."))


def _carried(state: _Reading, passage: Passage, k: int, before: Passage | None, plain: Draft) -> Draft:
    """Carry a speaker over to words that stand alone: from this paragraph, the next words, or the one before."""
    if k and _spoken(passage.sentences[k - 1], state) and state.cast.last:
        return _by(plain, state.cast.last, "carried on", NEAR)
    follower = _next_choice(passage, k)
    if follower is not None and follower.subject is not None and (who := state.cast.resolve(follower.subject)):
        return _by(plain, who, "carried back", BACK)
    if k == 0 and before is not None and before.sentences and state.cast.last:
        last = before.sentences[-1]
        if _spoken(last, state) or last.cues:
            return _by(plain, state.cast.last, "carried over", FAR)
    return plain


def _by(plain: Draft, who: Identity, rule: str, certainty: float) -> Draft:
    return replace(plain, who=replace(who, mention=who.mention), rule=rule, certainty=certainty)


def _spoken(sentence: Sentence, state: _Reading) -> bool:
    """Tell whether a sentence holds words that somebody was found to have said."""
    held = [state.drafts.get(sentence.toks[i].quote) for i in sentence.quotes]
    spans = [d.spans[0] for d in state.loose[-3:]]
    start, end = sentence.toks[0].start, sentence.toks[-1].end
    return any(d and d.who for d in held) or any(start <= s.start < end for s in spans)


def _next_choice(passage: Passage, k: int) -> Choice | None:
    """Return the cue of the words that follow in the same paragraph."""
    for sentence in passage.sentences[k + 1 : k + 2]:
        for at in sentence.quotes[:1]:
            return choose(sentence.toks, sentence.noms, sentence.cues, at, headline=False)
    return None


def _joined(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Join the halves of a sentence that its cue splits: “If we go,” she said, “we go together.”"""
    held: Draft | None = None
    for draft in sorted(drafts, key=lambda d: d.spans[0]):
        if held is not None and _halves(held, draft):
            held = replace(held, spans=held.spans + draft.spans)
            continue
        if held is not None:
            yield held
        held = draft
    if held is not None:
        yield held


def _halves(a: Draft, b: Draft) -> bool:
    return (
        a.rule == "quote-cue"
        and b.rule in ("cue-quote", "parenthesis")
        and a.who is not None
        and b.who is not None
        and a.cue == b.cue
        and a.who.mention == b.who.mention
        and a.who.mention is not None
        and a.spans[-1].end < a.who.mention.start < b.spans[0].start
    )
