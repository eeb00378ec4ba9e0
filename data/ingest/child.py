"""The reading process: takes one job from stdin, tells each step on stdout, ends.

    in    one line of JSON: {"task": "load" | "cells", ...}, see data.ingest.tasks
    out   lines of JSON: {"step", "detail"} any number of times, then one of
          {"result": ...}, {"memory": true}, {"failed": {"kind", "where"}}

Run with `python -m data.ingest.child MEGABYTES`. It loads what it needs first and then waits, so
that a spare one can be kept warm.
"""

import os
import sys

from data.ingest import cage


def main() -> None:
    cage.limit(int(sys.argv[1]))
    cage.keep_light()
    import json
    from typing import Any

    from data.ingest import tasks
    from data.log import where

    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever a library prints must not end up between the answers

    def say(**message: Any) -> None:
        out.write(json.dumps(message, ensure_ascii=False) + "\n")
        out.flush()

    line = sys.stdin.readline()
    if not line:
        return
    cage.end_with_parent()
    cage.shut()
    job = json.loads(line)
    if job["task"] == "build":
        # No file of anybody's is parsed any more; the database keeps to its own limit within this.
        cage.limit_address_space(2 * int(sys.argv[1]))
    try:
        say(result=tasks.run(job, lambda step, detail: say(step=step, detail=detail)))
    except Exception as error:
        if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryException":
            say(memory=True)
            return
        say(failed={"kind": type(error).__name__, "where": where(error)})


if __name__ == "__main__":
    main()
    sys.stderr.flush()
    os._exit(0)  # a library's own threads must not keep a finished process alive
