"""From a file to a clean text: decode, split, normalise, label; never lose."""
