"""Read one clean text from top to bottom: who says what.

The finders run in a fixed order: passages (marks, sentences, names, cues), the cast, then sentence
by sentence the attributions, and last what goes on from one sentence into the next.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.analyse.cast.cast import Cast
from generator.analyse.cast.mentions import mentions_of
from generator.analyse.cue.halves import is_half
from generator.analyse.cue.when import Days, day_of
from generator.analyse.day.dates import dates
from generator.analyse.quotes import Draft, form_of, quotes_of
from generator.analyse.turn.opening import opened
from generator.analyse.weigh.attribution import DOUBT, Court
from generator.analyse.weigh.candidates import Place
from generator.model.article import Reading
from generator.model.findings import Dated, Form
from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.analyse.cast.members import Identity
    from generator.analyse.cue.cues import Event, Sentence
    from generator.analyse.cue.passages import Passage, Placed
    from generator.analyse.cue.reported import Reported
    from generator.analyse.name.names import Nominal
    from generator.model.article import CleanText, RawDocument

TOLD = 0.8  # certainty of the teller of reported speech
_GOES_ON = frozenset(("add", "continue", "go on", "conclude"))


@dataclass(slots=True)
class _State:
    """What is remembered from sentence to sentence."""

    text: str
    cast: Cast
    court: Court
    published: str | None
    dated: Sequence[Dated]  # in the order of the text
    drafts: dict[int, Draft] = field(default_factory=dict)  # of words in marks, by the number of the marks
    told: list[Draft] = field(default_factory=list)  # of reported speech


def analyse(clean: CleanText, document: RawDocument, judge: Callable[[Cast], Court] = Court) -> Reading:
    """Return all that is said in ``clean``; spans count in its text."""
    read, cast, spoken = opened(clean)
    body = [p for p in read if not p.heading]
    dated = sorted((d for p in read for d in dates(clean.text, p.block.span, document.published)), key=_start)
    state = _State(clean.text, cast, judge(cast), document.published, dated)
    for passage, before in zip(body, [None, *body], strict=False):
        if not spoken.talk.holds(passage.block):
            _passage(state, passage, before)
    said = spoken.drafts(clean, cast, dated)
    for passage in read:  # last: a headline names people as the story has introduced them
        if passage.heading:
            _passage(state, passage, None)
    return Reading(
        text=clean.text,
        blocks=clean.blocks,
        facts=clean.facts,
        seed=document.seed,
        quotes=quotes_of([*state.drafts.values(), *state.told, *said], clean.text, document.seed),
        mentions=spoken.with_labels(mentions_of(clean, read, cast), cast),
        dates=tuple(dated),
    )


def _start(dated: Dated) -> int:
    return dated.span.start


def _passage(state: _State, passage: Passage, before: Passage | None) -> None:
    for k, placed in enumerate(passage.sentences):
        state.cast.enter(placed.clause, placed.base)
        _sentence(state, passage, k, before)
        state.cast.leave()


def _sentence(state: _State, passage: Passage, k: int, before: Passage | None) -> None:
    """Attribute the quotations of one sentence, then its reported speech."""
    here, heading = passage.sentences[k], passage.heading
    if not (here.clause.quotes or here.clause.told):
        return
    speakers: list[Identity] = []
    for n in range(len(here.clause.quotes)):
        draft = _draft(state, Place(passage, k, n, before))
        state.drafts[here.first + n] = draft
        if draft.who:
            speakers.append(draft.who)
    for said in here.clause.told:
        who = state.cast.resolve(said.subject, here.base) if said.subject else None
        if _skipped(said, who, heading=heading) or (heading and _is_kicker(state.text, said.subject, who)):
            continue
        spans = tuple(span.moved(here.base) for span in said.spans)
        day = _day(state, here, said.event)
        told = Draft(spans, Form.INDIRECT, who, said.cue, said.rule, TOLD, said=day)
        told = _with_pieces(state, here, told)
        state.told.append(told)
        if told.who is not None:
            speakers.append(told.who)
    if speakers and not heading:
        state.cast.spoke(speakers[-1])


def _with_pieces(state: _State, here: Placed, told: Draft) -> Draft:
    """Settle one speaker for reported speech and the words in marks it holds: one clause, one speaker.

    Where somebody was found for the words in marks, candidates were weighed, so he prevails; else the
    teller of the clause has them, too.
    """
    if not here.clause.quotes:
        return told
    numbers = range(here.first, here.first + len(here.clause.quotes))
    held = [n for n in numbers if any(span.holds(state.drafts[n].spans[0]) for span in told.spans)]
    known = next((state.drafts[n].who for n in held if state.drafts[n].who), None)
    if known is not None and told.who is not None:
        said = told.said if known.name == told.who.name else None
        told = replace(told, who=known, said=said)
    for n in held if told.said else ():
        draft = state.drafts[n]
        if draft.who is None:
            state.drafts[n] = replace(draft, said=told.said)
    for n in held if told.who else ():
        draft = state.drafts[n]
        if draft.who is None and draft.form is not Form.SCARE:
            state.drafts[n] = replace(
                draft, who=told.who, cue=told.cue, rule=told.rule, certainty=TOLD, said=told.said
            )
    return told


def _skipped(said: Reported, who: Identity | None, *, heading: bool) -> bool:
    """Tell whether words are left out: of a headline all but "Berg: the dam is safe", if Berg is known."""
    if said.rule != "label":
        return heading
    return who is None or not (who.member.known if who.member else heading)


def _is_kicker(text: str, n: Nominal | None, who: Identity | None) -> bool:
    """Tell whether capitals of a headline name nobody of whom the story tells: "HARBOUR HORROR: …"."""
    if n is None or n.role or n.title or who is None or who.member or who.actor or who.mention is None:
        return False
    words = who.mention.of(text)
    return words[:1].isupper() and words == who.name and text.count(words) == 1


def _draft(state: _State, place: Place) -> Draft:
    """Make the draft of one quotation."""
    clause = place.here.clause
    mark = place.passage.mark(place.number)
    verdict = state.court.decide(place)
    opens = verdict.rule in ("cue-quote", "colon") or _leads(clause.sentence, place.at)
    form = form_of(state.text, mark, heading=place.passage.heading, opens=opens)
    plain = Draft((mark.span,), form, half=is_half(clause, place.n))
    who = state.court.hear(place, verdict)
    if (first := _runs_on(state, place)) is not None:
        return replace(plain, who=first.who, rule="carried over", certainty=first.certainty, said=first.said)
    if verdict.scare > DOUBT:
        return replace(plain, form=Form.SCARE)
    named = verdict.chosen.nominal if verdict.chosen and place.passage.heading else None
    if who is None or _is_kicker(state.text, named, who):
        return plain
    event = None if _is_crossed(place, verdict.event) else verdict.event
    day = _day(state, place.here, event) or _day_before(state, place, who, event)
    return replace(plain, who=who, cue=verdict.cue, rule=verdict.rule, certainty=verdict.certainty, said=day)


def _day(state: _State, here: Placed, event: Event | None) -> Dated | None:
    """Return the day that a sentence gives for a cue in it; what is said has no day after its report."""
    named = _named(state, here) if event is not None else []
    if event is None or not named:
        return None
    clause = here.clause
    said = [span for told in clause.told for span in told.spans]
    said += [Span(tok.start, tok.end) for tok in clause.sentence.toks if tok.quote >= 0]
    words = here.span.of(state.text)
    own = [replace(d, span=d.span.moved(-here.base)) for d in named]
    found = day_of(clause.sentence, event, Days(words, own, said))
    if found is None or (state.published and (found.day or "") > state.published):
        return None
    return replace(found, span=found.span.moved(here.base))


def _is_crossed(place: Place, event: Event | None) -> bool:
    """Tell whether another cue stands between a cue and the words: "said on Monday that he had called it"."""
    cues = place.here.clause.sentence.cues
    return event is not None and any(
        event.first < e.first < place.at or place.at < e.first < event.first for e in cues
    )


def _named(state: _State, here: Placed) -> Sequence[Dated]:
    """Return the dates in a sentence."""
    span = here.span
    first = bisect_left(state.dated, span.start, key=_start)
    return state.dated[first : bisect_left(state.dated, span.end, first, key=_start)]


def _day_before(state: _State, place: Place, who: Identity, event: Event | None) -> Dated | None:
    """Return the day of the quotation before, where this one goes on from it in the next sentence.

    Nothing but words in marks stands there, or a verb that says so: “We sail,” she said on Monday. “We all
    sail.”
    """
    goes_on = place.bare or (event is not None and event.cue.cue.lemma in _GOES_ON)
    if not goes_on or place.n or not place.k or _named(state, place.here):
        return None
    before = place.passage.sentences[place.k - 1]
    last = state.drafts[place.number - 1] if before.clause.quotes else None
    same = last is not None and last.who is not None and last.who.name == who.name
    return last.said if last is not None and same else None


def _runs_on(state: _State, place: Place) -> Draft | None:
    """Return the quotation that goes on here: it was left open at the end of the paragraph before."""
    before = place.before
    if before is None or place.k or place.at or place.here.clause.choices[0] or not before.marks:
        return None
    number, mark = before.marks[-1]
    left_open = mark.outer.end == mark.span.end == before.block.span.end
    return state.drafts[number] if left_open and state.drafts[number].who else None


def _leads(sentence: Sentence, at: int) -> bool:
    """Tell whether a quotation begins its sentence, follows a colon, or goes on between commas."""
    first = next((t for t in sentence.toks[:at] if t.word or t.quote >= 0), None)
    last = sentence.toks[at - 1]
    return (
        first is None
        or last.text == ":"
        or (first.quote >= 0 and (last.text in (",", ".") or last.quote >= 0))
    )
