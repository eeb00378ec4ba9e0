"""One line of a benchmark: a ratio and what it should stay under."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """`value` is a ratio; `goal` the most it should be, None where there is none."""

    name: str
    value: float
    goal: float | None
    unit: str

    def __str__(self) -> str:
        if self.goal is None:
            return f"{self.name:<44} {self.value:>8.2f}               {self.unit}"
        verdict = "ok" if self.value <= self.goal else "OVER"
        return f"{self.name:<44} {self.value:>8.2f}  goal {self.goal:<5.2f} {verdict:<4} {self.unit}"
