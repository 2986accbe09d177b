from __future__ import annotations

import pytest

from generator.analyse.word.lexicon import cue_forms, cue_words, position_forms
from generator.knowledge.tables import rows, table
from tests.texts import name_of, one_sentence


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("“The nets are torn,” shrugs Ada Berg.", "Ada Berg"),
        ("“The nets are torn”, shrugs Ada Berg, who mends them.", "Ada Berg"),
        ("“The nets are torn,” Ada Berg shrugs.", "Ada Berg"),
        ("“The nets are torn,” Ada Berg shot back on Sunday.", "Ada Berg"),
        ("Ada Berg shrugs: “The nets are torn.”", "Ada Berg"),
        ("Ada Berg beamed, “The nets are mended.”", "Ada Berg"),
        ("“Winter Keys” opens Ada Berg in May.", None),  # no sign parts them
        ("“The nets are torn,” Ada Berg corrected the list.", None),
        ("“The nets are torn,” corrected lists of Ada Berg told.", None),
        ("Ada Berg corrected the list of “torn” nets.", None),
        ("Ada Berg opened the door.", None),
        ("Ada Berg beamed.", None),
    ],
)
def test_a_cue_right_beside_marks_alone(text: str, subject: str | None) -> None:
    found = [e for e in one_sentence(text).cues if e.cue.words != ("told",)]
    assert [name_of(e.subject) for e in found] == ([subject] if subject else [])


def test_the_table_is_sorted_and_adds_to_the_others() -> None:
    lemmas = [lemma for lemma, *_ in rows("tags")]
    assert lemmas == sorted(lemmas)
    forms = [form for _, own, _ in rows("tags") for form in own.split("; ")]
    assert len(forms) == len(set(forms))
    others = {form for cue in table("cues") for form in cue.forms}
    others |= {form for _, own, _ in rows("positions") for form in own.split("; ")}
    assert not others & set(forms)
    assert {kind for *_, kind in rows("tags")} <= {cue.kind for cue in table("cues")}


def test_they_are_no_cues_elsewhere() -> None:
    assert "shrugged" in cue_words()  # of cues.tsv
    assert "corrects" not in cue_words()
    for forms in (cue_forms(), position_forms()):
        assert forms["corrects"].alone is not None
        assert forms["corrects"].alone.cue.beside
