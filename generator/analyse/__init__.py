"""What one article says: who said what, of whom, on which day. Pure functions of a clean text."""

from pathlib import Path

from generator.analyse.compilation import compiled

__path__[:0] = compiled(Path(__path__[0]))
