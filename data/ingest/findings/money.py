"""What only shows when a file meets the rest of the data: units, currencies, rates and signs."""

from dataclasses import dataclass

from data.ingest.findings.base import Finding, Severity


@dataclass(frozen=True)
class TwoUnits(Finding):
    """One benefit is described in two units, or one program in two currencies."""

    code = "two-units"
    severity = Severity.REFUSES
    remedy = "Use one unit for a benefit and one currency for a program; units are never mixed in a sum."

    subject: str
    first: str
    second: str

    def what(self) -> str:
        return f"{self.subject} is given in {self.first!r} and in {self.second!r}."


@dataclass(frozen=True)
class UnitIsNoCurrency(Finding):
    """A monetary benefit has a unit that is no currency code."""

    code = "unit-is-no-currency"
    severity = Severity.REFUSES
    remedy = "Write a currency code such as EUR and full amounts, or make the benefit quantitative."

    benefit_id: str
    unit: str

    def what(self) -> str:
        return f"Monetary benefit {self.benefit_id!r} has the unit {self.unit!r}."


@dataclass(frozen=True)
class MissingRate(Finding):
    """A value in another currency has no rate at its period's end."""

    code = "missing-rate"
    severity = Severity.REFUSES
    remedy = "Add the rate to the Rates sheet with a date on or before the period's end."

    benefit_id: str
    currency: str
    reporting_currency: str
    period_end: str

    def what(self) -> str:
        return (
            f"Benefit {self.benefit_id!r} is in {self.currency}, its program reports in "
            f"{self.reporting_currency}, and no {self.currency} rate holds on {self.period_end}."
        )


@dataclass(frozen=True)
class RatesAmbiguous(Finding):
    """Rates are given but programs report in several currencies."""

    code = "rates-ambiguous"
    severity = Severity.REFUSES
    remedy = "Load the programs of each reporting currency with their own rates, one store for each."

    currencies: str

    def what(self) -> str:
        return (
            f"Converted benefits belong to programs that report in {self.currencies}; the rates fit only one."
        )


@dataclass(frozen=True)
class DisbenefitUnsigned(Finding):
    """A disbenefit is written without a sign; it is stored negative."""

    code = "disbenefit-unsigned"
    severity = Severity.NOTES
    remedy = "Write disbenefits as negative values to make it plain."

    benefit_id: str

    def what(self) -> str:
        return f"Disbenefit {self.benefit_id!r} is written with positive values and is stored negative."


@dataclass(frozen=True)
class DisbenefitMixedSigns(Finding):
    """A disbenefit is negative in one series and positive in another."""

    code = "disbenefit-mixed-signs"
    severity = Severity.REFUSES
    remedy = "Write all its values negative; only a reversal is positive."

    benefit_id: str
    negative: str
    positive: str

    def what(self) -> str:
        return (
            f"Disbenefit {self.benefit_id!r} has negative {self.negative} values "
            f"but positive {self.positive} values."
        )
