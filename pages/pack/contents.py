"""What a pack contains, in its order. To add a slide: write an exhibit, name it here."""

from collections.abc import Callable
from typing import Final

from charts.files.exhibits import Exhibit
from pages.pack import exhibits, oversight
from pages.pack.brief import Brief, Record

CONTENTS: Final[tuple[Callable[[Brief, Record], Exhibit | None], ...]] = (
    exhibits.standing,
    exhibits.curve,
    exhibits.programs,
    exhibits.by_project,
    exhibits.decide,
    exhibits.bridge,
    oversight.after_closure,
    oversight.orphaned,
    oversight.worth,
    oversight.budget,
    oversight.risks,
)
