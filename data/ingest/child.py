"""The reading process: has one job, tells each step on its standard output, ends.

Lines of JSON: {"step", "detail"} any number of times, then one of {"result": ...}, {"memory": true},
{"failed": {"kind", "where"}}. See data.ingest.nursery for how it comes to be.
"""

import gc
import json
import os
import sys
from typing import Any, NoReturn

from data.ingest import cage, tasks
from data.log import where


def work(job: dict[str, Any]) -> NoReturn:
    """Do a job of `data.ingest.tasks` within the limits, and end the process."""
    megabytes = job["megabytes"]
    # Building parses no file of anybody's any more; the database keeps to its own limit within this.
    cage.limit(2 * megabytes if job["task"] == "build" else megabytes)
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever a library prints must not end up between the answers

    def say(**message: Any) -> None:
        out.write(json.dumps(message, ensure_ascii=False) + "\n")
        out.flush()

    gc.disable()  # what is read stays until the end: looking through it again and again frees nothing
    cage.end_with_parent()
    cage.shut()
    try:
        say(result=tasks.run(job, lambda step, detail: say(step=step, detail=detail)))
    except Exception as error:
        if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryException":
            say(memory=True)
        else:
            say(failed={"kind": type(error).__name__, "where": where(error)})
    sys.stderr.flush()
    os._exit(0)  # a library's own threads must not keep a finished process alive
