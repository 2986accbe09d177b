"""Run the command line: ``python -m generator``."""

import os
import sys

from generator.cli import main

if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    sys.stderr.flush()
    # All is written and closed: to take 200 MB apart object by object would only cost time (as mypy does it).
    os._exit(status)
