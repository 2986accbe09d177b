"""The cast of an article: who "he", "the minister" and "it" are, and who is present."""

from generator.engine.compiled import compiled_part

__path__[:0] = compiled_part(__name__)
