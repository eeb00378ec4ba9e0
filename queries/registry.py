"""Every question there is, by name."""

import importlib
import pkgutil
from functools import cache

import queries
from queries.question import Question


@cache
def questions() -> dict[str, type[Question]]:
    """`realization.by_benefit` -> its class, sorted: those with an SQL file of their own."""
    topics = [
        importlib.import_module(f"queries.{topic.name}")
        for topic in pkgutil.iter_modules(queries.__path__)
        if topic.ispkg
    ]
    kinds = [
        kind
        for topic in topics
        for kind in vars(topic).values()
        if isinstance(kind, type) and issubclass(kind, Question) and kind.__module__ == topic.__name__
    ]
    return {
        kind.name(): kind for kind in sorted(kinds, key=lambda kind: kind.name()) if kind.path().is_file()
    }
