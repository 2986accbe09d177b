"""What ``check`` takes from cold: CPU and wall time of 200 made-up reports, in a process of its own.

    PYTHONPATH=. python tests/bench/check.py [REPORTS]

On two cores that others used as well, CPython 3.11, it printed:

    200 reports: 1.11 s CPU, 1.14 s by the clock, status 0
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.serve import write_content


def measure(reports: int) -> str:
    """Check a made-up briefing without a cache."""
    with TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        write_content(content, reports)
        began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, "-m", "generator", "check", "--no-cache", "--content", str(content)]
        status = subprocess.run(command, capture_output=True, check=False).returncode
        wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return f"{reports} reports: {cpu:.2f} s CPU, {wall:.2f} s by the clock, status {status}"


def main() -> None:
    print(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 200))


if __name__ == "__main__":
    main()
