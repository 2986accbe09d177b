from __future__ import annotations

from dataclasses import dataclass, field

from generator.analyse.cast.cast import Cast
from generator.analyse.cue.passages import passages
from generator.analyse.weigh.attribution import LIKELY, Case, Court, Options
from generator.analyse.weigh.candidates import Place
from generator.analyse.weigh.ranking import Scale, likelihoods, signs_of
from tests.texts import clean_text, read


@dataclass(slots=True)
class Clerk:
    """Weighs for a court, and writes down what the quotation before tells of each candidate."""

    told: list[dict[str, str]] = field(default_factory=list)

    def weigh(self, case: Case, options: Options, scale: Scale) -> list[float]:
        signs = [{s for clue in clues for s in signs_of(clue)} for clues in options]
        kinds = ("unheard", "prior-same", "prior-other", "prior")
        self.told.append(
            {
                c.nominal.name: next(kind for kind in kinds if any(s.startswith(f"{kind},") for s in of_one))
                for c, of_one in zip(case.cands, signs, strict=False)
            }
        )
        return likelihoods(options, scale)


TEXT = "“So it is,” Ada Fen said."


def court(text: str, weights: dict[str, float]) -> tuple[Court, Place]:
    (passage,) = passages(clean_text(text))
    cast = Cast.of(s.clause for s in passage.sentences)
    return Court(cast, Scale(weights)), Place(passage, 0, 0, None)


def test_the_likeliest_is_chosen_with_its_rule_and_cue() -> None:
    judge, place = court(TEXT, {"rule=quote-cue": 5.0})
    verdict = judge.decide(place)
    assert verdict.chosen is not None
    assert (verdict.chosen.nominal.name, verdict.rule, verdict.cue) == ("Ada Fen", "quote-cue", "said")
    assert verdict.certainty > LIKELY
    who = judge.hear(place, verdict)
    assert who is not None
    assert (who.name, who.mention) == ("Ada Fen", verdict.chosen.mention)


def test_below_the_certainty_nobody_is_named() -> None:
    judge, place = court(TEXT, {"unnamed": 3.0})
    verdict = judge.decide(place)
    assert verdict.certainty < LIKELY
    assert judge.hear(place, verdict) is None


def test_words_of_nobody() -> None:
    judge, place = court(TEXT, {"nobody": 9.0})
    assert judge.decide(place).scare > LIKELY


def test_a_whole_statement_is_somebodys() -> None:
    judge, place = court(
        "“All of the long road lies under deep water since Monday,” it reads.", {"nobody": 9.0}
    )
    assert judge.decide(place).scare == 0


def test_the_mentions_of_one_person_count_together() -> None:
    judge, place = court("Ada Fen said Fen met Mr Moss “late”.", {"sort=person-one,L": 0.1})
    verdict = judge.decide(place)
    assert verdict.chosen is not None
    assert verdict.chosen.nominal.name in ("Ada Fen", "Fen")


def test_he_who_speaks_on_is_the_same() -> None:
    text = "Ada Fen met Tomas Quell.\n\n“It rains,” Quell said. “It pours.”\n\n“It floods,” he added."
    assert [q.speaker and q.speaker.name for q in read(text).quotes] == ["Tomas Quell"] * 3


def test_the_candidates_are_held_against_who_spoke_before() -> None:
    text = "“It rains,” Ada Fen said. “It pours,” Fen added to Tomas Quell."
    (passage,) = passages(clean_text(text))
    clerk = Clerk()
    judge = Court(Cast.of(s.clause for s in passage.sentences), Scale({"rule=quote-cue": 9.0}), clerk.weigh)
    for k in range(2):
        place = Place(passage, k, 0, None)
        judge.hear(place, judge.decide(place))
    assert clerk.told == [
        {"Ada Fen": "unheard", "Fen": "unheard", "Tomas Quell": "unheard"},
        {"Ada Fen": "prior", "Fen": "prior-same", "Tomas Quell": "prior-other"},
    ]
