"""Tables laid out as people make them: gates across, labels above headers, accounts and types down the side."""

from datetime import date

from tests.data.ingest.exports.make import Export

RISKS_UNDER_LABELS = Export(
    "risks.xlsx",
    {
        "Risk register": [
            [None, None, None, "Inherent", None, None, "Residual"],
            ["Risk ID", "Risk description", "Project", "Likelihood", "Impact", "Rating", "Likelihood", "Impact", "Rating", "Owner"],
            ["R1", "Supplier late", "CRM", 4, 5, 20, 2, 5, 10, "Ann"],
            ["R2", "Staff leave", "CRM", 3, 3, 9, 2, 2, 4, "Bob"],
        ]
    },
)  # fmt: skip
RISKS_UNDER_LABELS_GERMAN = Export(
    "risiken.xlsx",
    {
        "Risiken": [
            ["Nr.", "Risiko", "Projekt", "Brutto", None, "Netto", None, "Verantwortlich"],
            [None, None, None, "Eintrittswahrscheinlichkeit", "Schadenshöhe (€)", "Eintrittswahrscheinlichkeit", "Schadenshöhe (€)"],
            ["1", "Lieferant spät", "CRM", "60%", "100.000", "20%", "50.000", "Ann"],
            ["2", "Ausfall", "CRM", "30%", "40.000", "10%", "40.000", "Bob"],
        ]
    },
)  # fmt: skip
GATES = Export(
    "gates.xlsx",
    {
        "Stage gates": [
            ["Project ID", "Project", "Gate 1 date", "Gate 2 date", "Gate 3 date"],
            ["P-1", "CRM", date(2025, 1, 31), date(2025, 6, 30), date(2026, 1, 30)],
            ["P-2", "ERP", date(2025, 3, 31), "TBC", None],
        ]
    },
)
GATES_IN_TWO_ROWS = Export(
    "gates plan actual.xlsx",
    {
        "Gates": [
            ["Project", "Gate 1", None, "Gate 2", None],
            [None, "Planned", "Actual", "Planned", "Actual"],
            ["CRM", date(2025, 1, 31), date(2025, 2, 14), date(2026, 9, 30), None],
        ]
    },
)
GATES_GERMAN = Export(
    "Meilensteine.xlsx",
    {
        "Meilensteine": [
            ["Projekt", "Freigabe Plan", "Freigabe Ist", "Go-Live Plan", "Go-Live Ist"],
            ["CRM", "31.01.2026", "14.02.2026", "30.06.2026", None],
            ["ERP", "28.02.2025", "28.02.2025", "30.06.2025", "15.07.2025"],
        ]
    },
)
TRACKER_WITH_GATES = Export(
    "tracker.xlsx",
    {
        "Projects": [
            ["Project", "Status", "Budget (€)", "Gate 1 planned", "Gate 1 actual", "Gate 2 planned"],
            ["CRM", "In progress", 1000, date(2025, 1, 31), date(2025, 2, 14), date(2026, 9, 30)],
        ]
    },
)
PLANVIEW_ACCOUNTS = Export(
    "financial plan.xlsx",
    {
        "Financial Plan": [
            [
                "Work ID",
                "Work Description",
                "Account",
                "Account Type",
                "Measure",
                "Jan 2026",
                "Feb 2026",
                "Total",
            ],
            ["1001", "CRM", "Internal labor", "Cost", "Currency", 100, 100, 200],
            ["1001", "CRM", "Internal labor", "Cost", "FTE", 2, 2, 4],
            ["1001", "CRM", "Licenses", "Cost", "Currency", 50, 0, 50],
            ["1001", "CRM", "Fewer calls", "Benefit", "Currency", 0, 80, 80],
            ["1002", "ERP", "Hardware", "Cost", "Currency", 70, 0, 70],
            [None, None, "Net", None, "Currency", -220, -20, -240],
        ]
    },
)
ACCOUNTS_GERMAN = Export(
    "Finanzplan.xlsx",
    {
        "Finanzplan": [
            ["Projektnummer", "Projekt", "Konto", "Kontoart", "Plan 2026 (T€)", "Ist 2026 (T€)"],
            ["1001", "CRM", "Personal", "Kosten", 100, 90],
            ["1001", "CRM", "Weniger Papier", "Nutzen", 40, 30],
        ]
    },
)
BUDGET_BY_CATEGORY = Export(
    "budget.xlsx",
    {
        "Budget": [
            ["Project", "Category", "Jan-26", "Feb-26", "Total"],
            ["CRM", "Labour", 100, 100, 200],
            ["CRM", "Software", 50, 0, 50],
            ["Total", None, 150, 100, 250],
        ]
    },
)
BUDGET_BY_CATEGORY_GERMAN = Export(
    "Kosten.xlsx",
    {
        "Kosten": [
            ["Projekt", "Kategorie", "2026", "2027", "Summe"],
            ["CRM", "Personal", "10.000", "20.000", "30.000"],
            ["CRM", "Lizenzen", "5.000", "5.000", "10.000"],
        ]
    },
)
BENEFITS_BY_TYPE = Export(
    "benefits by type.xlsx",
    {
        "Benefits": [
            ["Project A"],
            ["Benefit type", "2026", "2027"],
            ["Cashable", 100, 200],
            ["Efficiency", 10, 20],
            ["Total", 110, 220],
            [],
            ["Project B"],
            ["Benefit type", "2026", "2027"],
            ["Cashable", 5, 5],
            ["Efficiency", 1, 1],
            ["Total", 6, 6],
        ]
    },
)
BENEFITS_BY_TYPE_GERMAN = Export(
    "Nutzen.xlsx",
    {
        "Nutzen": [
            ["Nutzenart", "2026", "2027", "Gesamt"],
            ["Einsparung", "1.000", "2.000", "3.000"],
            ["Effizienz", "100", "200", "300"],
            ["Gesamt", "1.100", "2.200", "3.300"],
        ]
    },
)
ANNUAL_AND_ONCE = Export(
    "annual.xlsx",
    {
        "Benefits": [
            ["Benefit", "Annual benefit (£k)", "One-off benefit (£k)", "Start date", "End date"],
            ["Energy", 100, 0, date(2026, 4, 1), date(2029, 3, 31)],
            ["Land sale", None, 500, date(2026, 9, 1), date(2026, 9, 30)],
        ]
    },
)
ANNUAL_GERMAN = Export(
    "jährlich.xlsx",
    {
        "Nutzen": [
            ["Nutzen", "Projekt", "Einsparung pro Jahr (€)", "Beginn", "Ende"],
            ["Papier", "Akte", "6.000,00", "01.01.2026", "31.12.2027"],
        ]
    },
)
CUMULATIVE = Export(
    "cumulative.xlsx",
    {
        "Cumulative savings": [
            ["Saving", "Project", "Cumulative realised benefit", None, None],
            [None, None, "Jan 2026", "Feb 2026", "Mar 2026"],
            ["Energy", "Insulation", 10, 25, 45],
            ["Rent", "Exit", 5, 5, None],
            ["Total", None, 15, 30, 45],
        ]
    },
)
CUMULATIVE_GERMAN = Export(
    "kumuliert.xlsx",
    {
        "Nutzen": [
            [
                "Nutzen",
                "Plan kumuliert 2026",
                "Plan kumuliert 2027",
                "Ist kumuliert 2026",
                "Ist kumuliert 2027",
            ],
            ["Papier", 1000, 3000, 900, None],
        ]
    },
)
ACCOUNTS_BY_NAME = Export(
    "accounts.xlsx",
    {
        "Plan": [
            ["Project", "Line item", "Cost or benefit", "2026", "2027"],
            ["CRM", "Licences", "Cost", 10, 10],
            ["CRM", "Calls", "Benefit", 20, 30],
        ]
    },
)

CASES = {
    "risks_under_labels": RISKS_UNDER_LABELS,
    "risks_under_labels_german": RISKS_UNDER_LABELS_GERMAN,
    "gates": GATES,
    "gates_in_two_rows": GATES_IN_TWO_ROWS,
    "gates_german": GATES_GERMAN,
    "tracker_with_gates": TRACKER_WITH_GATES,
    "planview_accounts": PLANVIEW_ACCOUNTS,
    "accounts_german": ACCOUNTS_GERMAN,
    "budget_by_category": BUDGET_BY_CATEGORY,
    "budget_by_category_german": BUDGET_BY_CATEGORY_GERMAN,
    "benefits_by_type": BENEFITS_BY_TYPE,
    "benefits_by_type_german": BENEFITS_BY_TYPE_GERMAN,
    "annual_and_once": ANNUAL_AND_ONCE,
    "annual_german": ANNUAL_GERMAN,
    "cumulative": CUMULATIVE,
    "cumulative_german": CUMULATIVE_GERMAN,
    "accounts_by_name": ACCOUNTS_BY_NAME,
}
