"""Verbs and nouns of speech: whose they are, and where what was said begins and ends."""

from generator.engine.compiled import compiled_part

__path__[:0] = compiled_part(__name__)
