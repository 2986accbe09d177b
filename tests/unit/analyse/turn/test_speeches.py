from __future__ import annotations

import pytest

from generator.analyse.turn.speeches import speech_of
from generator.analyse.turn.talks import SPEECH
from tests.texts import clean_text

BODY = """We have come here because the dam holds, and I am glad of it, for nobody thought so in May.

I thank you all, and I thank our engineers for the weeks that they spent below the wall in the cold."""


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Remarks by Minister Ada Berg, Sunholm, 6 October 2015", "Minister Ada Berg"),
        ("Speech by Ada Berg at the opening of the road", "Ada Berg"),
        ("Ada Berg’s speech to the council", "Ada Berg"),
        ("Full text: Ada Berg's address", "Ada Berg"),
        ("Ada Berg: opening statement", "Ada Berg"),
        ("Statement by the Harbour Council", "Harbour Council"),
        ("Transcript of the remarks by Ada Berg", "Ada Berg"),
    ],
)
def test_the_headline_says_who_speaks(headline: str, speaker: str) -> None:
    talk = speech_of(clean_text(f"### {headline}\n\n{BODY}"))
    assert [turn.label.words for turn in talk.said] == [speaker]
    assert talk.rule == SPEECH
    assert len(talk.said[0].spans) == 2


@pytest.mark.parametrize(
    "headline",
    [
        "Ada Berg’s speech angers the port",
        "Speech by Ada Berg angers the port",
        "Ada Berg opens the road",
        "A speech that nobody heard",
        "Remarks by somebody",
    ],
)
def test_other_headlines_say_nothing(headline: str) -> None:
    assert speech_of(clean_text(f"### {headline}\n\n{BODY}")).turns == ()


@pytest.mark.parametrize(
    "body",
    [
        "We go. I go.",
        BODY.replace("I thank our", "Ada Berg thanks our"),
        BODY.replace("I ", "he ").replace("We ", "They ").replace("our", "the"),
    ],
    ids=["too short", "tells of the speaker", "nobody says I"],
)
def test_a_body_in_which_nobody_speaks_is_none(body: str) -> None:
    assert speech_of(clean_text(f"### Remarks by Ada Berg\n\n{body}")).turns == ()


def test_a_body_may_name_itself() -> None:
    body = f"{BODY} The council stands by it."
    assert speech_of(clean_text(f"### Statement by the North Atlantic Council\n\n{body}")).turns


def test_what_is_of_the_delivery_is_not_said() -> None:
    clean = clean_text(f"### Remarks by Ada Berg\n\nCheck against delivery.\n\nSunholm, 6 October\n\n{BODY}")
    spans = speech_of(clean).said[0].spans
    assert [span.of(clean.text) for span in spans] == BODY.split("\n\n")
