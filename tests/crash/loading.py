"""A process that loads a file and kills itself, with the whole of the kernel's rigour, at a named step.

python -m tests.crash.loading FILE STEP
"""

import os
import signal
import sys
from pathlib import Path

from data.access import OPERATOR
from data.ingest import journey
from data.ingest.journey import Step, Upload


def main(file: str, fatal: str) -> None:
    def on_step(step: Step) -> None:
        if step.name == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    upload = Upload(Path(file).name, Path(file).read_bytes())
    preview = journey.prepare([upload], OPERATOR, on_step=on_step)
    journey.accept(preview.load_id, OPERATOR, on_step=on_step)


if __name__ == "__main__":
    main(*sys.argv[1:])
