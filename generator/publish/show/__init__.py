"""What several kinds of page show: cards, wordings, days, citations, and the frame."""
