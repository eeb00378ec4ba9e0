"""Budgets with months across, and ledgers of what was spent."""

from datetime import date

from tests.data.ingest.exports.make import Export, delimited

BUDGET = Export(
    "Budget 2026.xlsx",
    {
        "Budget": [
            ["Budget 2026, all figures in USD thousands"],
            ["Project", "Cost type", "Jan-26", "Feb-26", "Mar-26", "Total"],
            ["Portal", "Staff", 10, 10, 12.5, 32.5],
            ["Portal", "Licences", 1, None, "TBC", 1],
            ["Archive", "Staff", 2, 2, 2, 7],
            ["Total", None, 13, 12, 14.5, 39.5],
        ],
        "Actuals": [
            ["Posting date", "Document no", "Supplier", "Project", "Cost type", "Amount (USD)"],
            [date(2026, 1, 9), "5001", "Agency A", "Portal", "Staff", 6000.25],
            [date(2026, 1, 30), "5002", "Agency B", "Portal", "Staff", 3500],
            [date(2026, 2, 11), "5003", "Agency A", "Archive", "Staff", -120],
        ],
    },
)
LEDGER = Export(
    "Buchungen.csv",
    text=delimited(
        [
            ["Buchungsdatum", "Beleg", "Lieferant", "Projekt", "Konto", "Betrag (EUR)"],
            ["31.01.2026", "77", "Müller GmbH", "Netz", "Beratung", "1.250,50"],
            ["15.02.2026", "78", "Müller GmbH", "Netz", "Beratung", "-50,25"],
        ],
        ";", "cp1252",
    ),
)  # fmt: skip

CASES = {"budget": BUDGET, "cost_ledger": LEDGER}
