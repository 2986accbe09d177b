from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from generator.analyse.article import analyse
from generator.analyse.weigh.witness import Hearing, Witness
from generator.commands.paper import Paper
from generator.commands.sheet import sheet
from generator.model.article import Media, RawDocument, Reading
from tests.texts import clean_text

if TYPE_CHECKING:
    from generator.analyse.cast.cast import Cast
    from generator.analyse.weigh.attribution import Court

LONG = """### Fen: ‘We mend the weir’

Norwegian foreign minister Ada Fen met Bo Ek. “We will mend it by May, whatever it costs,” Fen said.

Ek called the plan “reckless”. He said that nobody had asked the fishermen, who own the old weir together.

The so-called “night market” was shut. “It was a long day for everybody in the little town of Holm.”

It was said that the weir “would hold”. “We go,” Ek said, “when the ice goes.”
"""


def heard(text: str) -> tuple[Reading, list[Hearing]]:
    witnesses: list[Witness] = []

    def judge(cast: Cast) -> Court:
        witnesses.append(Witness(cast))
        return witnesses[-1]

    return analyse(clean_text(text), RawDocument(text, Media.TEXT, "abc123"), judge), witnesses[0].hearings


def lines(text: str, width: int = 100) -> list[str]:
    return list(sheet(*heard(text), Paper(width, colour=False)))


def about(text: str, words: str) -> list[str]:
    """Return the lines about the quotation that begins with ``words``, without their indentation."""
    found = lines(text, 400)
    at = next(i for i, line in enumerate(found) if f"“{words}" in line)
    end = next(i for i in range(at + 1, len(found)) if not found[i].startswith(" " * 9))
    return [line.strip() for line in found[at:end]]


def test_a_speaker_is_told_with_ids_certainty_mention_cue_rule_reasons_and_runner_up() -> None:
    head, who, because, runner_up, *_ = about(LONG, "We will mend")
    assert head == "2  direct    “We will mend it by May, whatever it costs,”"
    assert who.startswith("Ada Fen [ada-fen, norway] ")
    assert who.endswith(" · as “Fen” · cue “said” · rule quote-cue")
    assert because.startswith("because: pattern “words, said X” +")
    assert runner_up.startswith("runner-up: Bo Ek")


def test_reported_speech_is_told_with_its_verb_and_how_it_was_found() -> None:
    _, who, because = about(LONG, "nobody had asked")
    assert who.endswith(" · as “He” · cue “said” · rule that")
    assert because == "because: what stands behind “said” and “that”"


def test_reported_speech_of_nobody() -> None:
    assert about(LONG, "the weir “would")[1:] == [
        "speaker not named · because: nobody is named before “said”"
    ]


def test_marks_of_nobody_are_told_with_the_reasons() -> None:
    _, what, because, nearest = about(LONG, "night market")
    assert what.startswith("nobody's statement 0.9")
    assert "a word of naming leads to the marks +" in because
    assert nearest.startswith("nearest: ")


def test_a_few_words_that_nobody_is_likely_to_have_said() -> None:
    assert about("### ‘Ghost ship’ drifts ashore\n\nIt carried timber.", "Ghost ship")[1:] == [
        "nobody's statement",
        "because: a few words, and nobody is likely enough to have said them",
    ]


def test_an_unknown_speaker_is_told_with_who_came_nearest() -> None:
    text = "Ada Fen met Bo Ek. “We had a long and hard winter on the river, and a cold one,” it was said."
    _, who, because, nearest = about(text, "We had")
    assert who == "speaker not named"
    assert because.startswith("because: nobody is as likely as 0.35 · somebody not named 0.")
    assert nearest.startswith("nearest: ")


def test_it_may_not_become_clear_whom_a_pronoun_means() -> None:
    _, who, because = about("Ada Fen wept. It was late. “It rains all day,” they said.", "It rains")
    assert who == "speaker not named"
    assert because.startswith("because: it does not become clear whom “they” means ")


def test_nobody_stands_near() -> None:
    assert about("“It rains all day long on the old weir of Holm.”", "It rains")[1:] == [
        "speaker not named",
        "because: nobody stands near who may have said it",
    ]


def test_somebody_alone_is_chosen_without_a_runner_up() -> None:
    *_, because, runner_up = about("“It rains all day long,” Ada Fen said.", "It rains")
    assert because.startswith("because: pattern “words, said X” +")
    assert runner_up.startswith("runner-up: nobody else stands near · somebody not named ")


def test_a_headline_is_told_by_its_pattern() -> None:
    assert about(LONG, "We mend")[2] == "because: pattern “X: words” (headlines are read by patterns alone)"


def test_two_halves_are_one_quotation() -> None:
    assert about(LONG, "We go")[1].endswith("rule quote-cue")


@pytest.mark.parametrize("width", [40, 80, 100, 120])
def test_no_line_is_longer_than_the_paper_and_no_words_are_lost(width: int) -> None:
    found = lines(LONG, width)
    assert max(map(len, found)) <= width
    told = " ".join(line.strip() for line in found if line.startswith(" " * 9))
    assert told == " ".join(line.strip() for line in lines(LONG, 400) if line.startswith(" " * 9))


def test_parts_go_on_below_set_in() -> None:
    found = lines(LONG, 60)
    assert any(b.startswith(" " * 13) and a.rstrip().endswith("·") for a, b in pairwise(found))


def test_how_many_there_are_of_each_kind() -> None:
    reading, _ = heard(LONG)
    nobody = sum(q.form == "scare" for q in reading.quotes)
    named = sum(q.speaker is not None for q in reading.quotes)
    unknown = len(reading.quotes) - named - nobody
    assert min(nobody, named, unknown) > 0
    assert lines(LONG, 400)[-1] == (
        f"{len(reading.quotes)} quotations: {named} with a speaker, {unknown} without,"
        f" {nobody} nobody's statement"
    )
    assert lines("It rains.") == ["no quotations"]


def test_nothing_in_a_text_steers_the_terminal() -> None:
    shown = lines("“It \x1b[2Jrains,” Ada \x07Fen said.")
    assert "\ufffd" in shown[1]
    assert all(line.isprintable() for line in shown)


def test_a_quotation_that_was_not_heard_is_still_shown() -> None:
    reading, _ = heard(LONG)
    shown = list(sheet(reading, [], Paper(100, colour=False)))
    assert sum(line[7:17].strip() in ("direct", "mixed") for line in shown) > 2


def test_the_day_of_the_saying_is_told_with_the_words_that_tell_it() -> None:
    assert (
        about("“We go,” Ada Fen said on 4 March 2029.", "We go")[-1]
        == "said on 2029-03-04 · by “4 March 2029”"
    )


def test_words_of_a_turn_and_of_a_speech_are_told_as_such() -> None:
    talk = "ADA FEN: We mend the weir.\n\nBO EK: I heard of it.\n\nFEN: You did not.\n\nEK: I tell you so."
    assert about(talk, "We mend")[2].startswith("because: the text is a transcript")
    speech = "We mend the weir by May, whatever it costs, for I have said that we shall. " * 3
    assert about(f"### Remarks by Ada Fen\n\n{speech}", "We mend")[2].startswith("because: the headline says")
