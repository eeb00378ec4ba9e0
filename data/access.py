"""Who may see and do what."""

from dataclasses import dataclass
from enum import IntEnum


class Role(IntEnum):
    READER = 1
    STEWARD = 2
    ADMIN = 3


@dataclass(frozen=True)
class Viewer:
    """Somebody who looks or acts. `scope` names the programs they may see; None means all of them."""

    name: str
    role: Role
    scope: frozenset[str] | None = None

    def has(self, role: Role) -> bool:
        return self.role >= role


# Whoever starts a command on the machine itself may do everything there.
OPERATOR = Viewer("command line", Role.ADMIN)
