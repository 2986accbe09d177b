"""From the corpus to bytes: pages, bodies, feeds, data, and the writing of them."""
