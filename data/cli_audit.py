"""What the audits say of a version that was just loaded; `python -m queries audit` runs them."""

import json
import sys
from typing import Any

from data import beside

_SEE = "`python -m queries audit` and the Evidence page show what."


def tell(number: int, quiet: bool) -> None:
    """Run them on a version. What they found is said on stderr; that all is well, only where not `quiet`."""
    watched = sys.stderr.isatty()
    if watched:
        print(f"Auditing version {number}", end="", file=sys.stderr, flush=True)
    done = beside.run("queries", "audit", "--version", str(number), "--format", "json", heard=True)
    if watched:
        print("\r\x1b[K", end="", file=sys.stderr)
    try:
        audits = json.loads(done.stdout)["audits"]
    except ValueError:
        print("The audits could not be run. `python -m queries audit` says why.", file=sys.stderr)
        return
    troubles = [sentence for one in audits if (sentence := _trouble(one))]
    for sentence in troubles:
        print(sentence, file=sys.stderr)
    if not troubles and not quiet:
        print(f"All {len(audits)} audits found nothing.")


def _trouble(audit: dict[str, Any]) -> str | None:
    if audit["rows"] is None:
        return f"The audit {audit['audit']} did not finish. {_SEE}"
    if audit["rows"]:
        return f"The audit {audit['audit']} found {audit['rows']} rows that should not be. {_SEE}"
    return None
