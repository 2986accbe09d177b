"""Who said it: candidates, what speaks for each, and how likely that makes them."""

from generator.engine.compiled import compiled_part

__path__[:0] = compiled_part(__name__)
