"""Registers and logs of a project office: risks, milestones, handovers, earned value."""

from datetime import date

from tests.data.ingest.exports.make import Export, delimited

RAID = Export(
    "RAID log.xlsx",
    {
        "RAID": [
            ["Open risks", 3], ["Closed risks", 1], [],
            ["ID", "Type", "Title", "Description", "Category", "Probability", "Impact", "Risk Score", "Owner", "Status", "Mitigation plan", "Project ID"],
            ["R1", "Risk", "Data is late", "The old system gives no export", "Data", "High (3)", "Medium (2)", 6, "Ana Paz <ana@example.org>", "Open", "Ask early", "PRJ1"],
            ["R2", "Risk", "Staff leave", None, "People", "Low", "High", 3, "Bo", "Closed", None, None],
            ["I1", "Issue", "No room", None, "Place", None, "High", None, "Bo", "Open", None, None],
            ["A1", "Assumption", "Same law", None, None, None, None, None, None, "Open", None, None],
        ],
        "Lookups": [["Probability", "Score"], ["Low", 1], ["Medium", 2], ["High (3)", 3]],
    },
)  # fmt: skip
RISKS_IN_MONEY = Export(
    "Risk register.xlsx",
    {
        "Register": [
            ["Risk NO.", "Risk Description & Effect", "Likelihood", "Impact (monetary, £)", "Maximum impact (£)", "Response(s)", "Risk Owner", "Status", "Proximity"],
            ["1", "Supplier fails", "50% to 75%", "£20,000", 50000, "Second source", "Ana", "Active", "This month"],
            ["2", "Rain", "10%", 1500.5, 3000, None, "Bo", "Active", None],
            ["3", "Law changes", "TBC", "TBC", None, None, None, "Active", None],
        ]
    },
)  # fmt: skip
RISKS_GERMAN = Export(
    "Risiken.csv",
    text=delimited(
        [
            ["Nr", "Risiko", "Kategorie", "Eintrittswahrscheinlichkeit", "Schadenshöhe (T€)", "Verantwortlich", "Status", "Maßnahme"],
            ["1", "Lieferant fällt aus", "Einkauf", "25 %", "1.250,5", "Jörg Müller", "offen", "Zweite Quelle"],
            ["2", "Regen", "Wetter", "5 %", "12,25", "Eva", "geschlossen", ""],
        ],
        ";", "cp1252",
    ),
)  # fmt: skip
RATED = Export(
    "Risks.csv",
    text=delimited(
        [
            ["Ref", "Risk", "Likelihood", "Severity", "Score", "Owner"],
            ["1", "Late", "4", "5", "20", "Ana"],
            ["2", "Dear", "2", "3", "6", "Bo"],
        ]
    ),
)
MILESTONES = Export(
    "Milestones.xlsx",
    {
        "Log": [
            ["Milestone log as at 30 June 2026"],
            [
                "Milestone ID",
                "Project ID",
                "Milestone",
                "Type",
                "Baseline date",
                "Forecast date",
                "Actual date",
            ],
            ["M1", "PRJ1", "Gate 3 passed", "Gate", date(2026, 3, 31), date(2026, 4, 15), date(2026, 4, 15)],
            ["M2", "PRJ1", "Service starts", "Go-live", date(2026, 6, 30), date(2026, 8, 31), "TBC"],
        ]
    },
)
HANDOVERS = Export(
    "Handovers.csv",
    text=delimited(
        [
            ["Project ID", "Project", "Handover date", "Handed over to", "Accepted", "Comments"],
            ["PRJ1", "Portal", "2026-06-15", "Customer service", "Yes", ""],
            ["PRJ2", "Archive", "2026-06-30", "Records office", "No", "Training missing"],
        ]
    ),
)
EARNED_VALUE = Export(
    "EVM.xlsx",
    {
        "EVM": [
            ["Earned value, figures in USD thousands"],
            [
                "Project ID",
                "Status date",
                "BAC",
                "Planned value (PV)",
                "Earned value (EV)",
                "Actual cost (AC)",
                "CPI",
                "SPI",
            ],
            ["PRJ1", date(2026, 3, 31), 1000, 400, 350, 380, 0.92, 0.88],
            ["PRJ1", date(2026, 6, 30), 1000, 600, 540, 610.5, 0.88, 0.9],
        ]
    },
)

CASES = {
    "risk_raid": RAID,
    "risk_money": RISKS_IN_MONEY,
    "risk_german": RISKS_GERMAN,
    "risk_rated": RATED,
    "milestone_log": MILESTONES,
    "handover_log": HANDOVERS,
    "earned_value": EARNED_VALUE,
}
