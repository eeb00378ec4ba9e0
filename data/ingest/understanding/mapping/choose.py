"""Which way a book is read: as its sender says, as a kept mapping says, else by what recognises it."""

from collections.abc import Mapping as Plain
from dataclasses import replace
from typing import Any

from data.ingest.findings.base import Place
from data.ingest.findings.mapping import MappingProposed, MappingUsed
from data.ingest.findings.tables import NotRecognised
from data.ingest.reading.grid import Book
from data.ingest.staged import Known, Reading
from data.ingest.understanding.interpret import interpret
from data.ingest.understanding.mapping.apply import apply
from data.ingest.understanding.mapping.layout_print import fingerprint
from data.ingest.understanding.mapping.mapping import Mapping, from_dict
from data.ingest.understanding.mapping.propose import propose, sure
from data.ingest.understanding.mapping.targets import roles, title

PROPOSED = "proposed"  # the sender accepts what would be proposed


def understand(
    book: Book, known: Known, told: Plain[str, Any] | str | None, kept: Plain[str, Plain[str, Any]]
) -> Reading:
    """The book, understood. `told` is the sender's mapping, `kept` are those of layouts by fingerprint.

    Raises MappingUnusable.
    """
    if told == PROPOSED:
        return apply(book, propose(book, known), known)
    if isinstance(told, Plain):
        return apply(book, from_dict(told), known)
    if kept and (found := kept.get(fingerprint(book))):
        reading = apply(book, from_dict(found), known)
        return replace(reading, findings=[*reading.findings, MappingUsed(Place(), reading.tool)])
    reading = interpret(book, known)
    return _with_proposal(book, reading, known) if reading.profile == "not_recognised" else reading


def _with_proposal(book: Book, reading: Reading, known: Known) -> Reading:
    """The refusal names the proposal where there is a good one."""
    proposal = propose(book, known)
    if not sure(proposal):
        return reading
    said = MappingProposed(Place(), in_words(proposal), round(proposal.confidence * 100))
    findings = [said if isinstance(one, NotRecognised) else one for one in reading.findings]
    return replace(reading, findings=findings)


def in_words(mapping: Mapping) -> str:
    """The tables of a mapping in one line: sheet 'Savings' as Benefits register (Title = Benefit, ...)."""
    told = []
    for table in mapping.tables:
        if table.target:
            words = roles(table.target)
            known = [f"{one.header} = {words[one.means]}" for one in table.columns if one.means]
            more = ", ..." if len(known) > 6 else ""
            told.append(f"sheet {table.sheet!r} as {title(table.target)} ({', '.join(known[:6])}{more})")
    return "; ".join(told)[:600]
