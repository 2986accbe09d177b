"""Make a briefing site of a folder of saved news reports."""

__version__ = "0.1.0"
