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

BUSINESS_CASE = Export(
    "Shared services.xlsx",
    {
        "Cover": [["Shared services business case"]],
        "Business case": [
            ["Shared services business case"],
            ["Figures in USD"],
            ["Year 1 starts", date(2026, 4, 1)],
            [],
            [None, "Year 1", "Year 2", "Year 3", "Total"],
            ["Costs"],
            ["Licences", 100, 100, 100, 300],
            ["Staff", 50, 50, 50, 150],
            ["Total costs", 150, 150, 150, 450],
            [],
            ["Benefits"],
            ["Staff savings", 0, 200, 300, 500],
            ["Rent savings", 0, "TBC", 100, 100],
            ["Total benefits", 0, 200, 410, 610],
            ["Net benefits", -150, 50, 250, 150],
            ["Cumulative", -150, -100, 150],
            ["NPV @ 5%", 120],
        ],
    },
)

CASES = {"budget": BUDGET, "cost_ledger": LEDGER, "business_case": BUSINESS_CASE}
