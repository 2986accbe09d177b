"""From Markdown and spans to safe HTML."""
