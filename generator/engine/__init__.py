"""How work is kept and sent; knows nothing of articles."""
