"""Names and descriptions of one sentence: who and what they are, in whose title, with which gloss."""

from generator.engine.compiled import compiled_part

__path__[:0] = compiled_part(__name__)
