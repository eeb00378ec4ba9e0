"""The quarterly return of a major project, as the form and as a master with one project a column."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from tests.data.ingest.exports.make import Export, Rows

_GUIDE = "Guidance Notes - Refer to Guidance Document for more detail on each field"
_KINDS = [
    "Government cash-releasing",
    "Government non-cash-releasing",
    "Wider UK public economic",
    "Disbenefits",
]


def profiled(
    title: str, lines: Sequence[str], amounts: Sequence[Sequence[float]], rest: str
) -> list[list[Any]]:
    """A table of years: baseline and then actual or forecast, in pairs of rows with one label between them."""
    spans = ["Pre-2025/2026", "2025/2026", "2026/2027", f"Remaining {rest}", "Total"]
    made: list[list[Any]] = [[None, None, "9.03", title, *lines, "Total"]]
    for at, span in enumerate(spans):
        for row, measure in enumerate(("Baseline", "Actual" if at == 0 else "Forecast")):
            label = f"{span}        Baseline" if row == 0 else measure
            figures = amounts[2 * at + row]
            made.append([None, None, f"9.03.{2 * at + row + 1}", label, *figures, sum(figures), None])
    return made


INTRODUCTION: Rows = [
    [None, "Government Major Projects Portfolio Collection Sheet"],
    [None, "Quarterly Data Report - Q2 2526"],
    [],
    ["0.1", "Project Details"],
    ["0.1.1", "Department", "HO"],
    ["0.1.2", "Delivery Body", "Border Agency"],
    ["0.1.3", "Project Name", "Digital Border"],
    ["0.1.4", "IPA Project ID", "HO_0042_2122-Q3"],
    ["0.1.5", "Controls Project ID number", None, None, "IPA to complete"],
    ["0.1.10", "Snapshot Date", date(2025, 9, 30)],
    ["0.2.1", "Senior Responsible Owner (SRO)", "A. Okafor"],
    ["0.3.1", "Project Director (PD)", "B. Lindqvist"],
]
RATINGS: Rows = [
    [_GUIDE, "Working column", "2", "Delivery Confidence Assessment"],
    [None, None, "2.01", "Project - Delivery Confidence Assessment (DCA)"],
    [
        None,
        None,
        "2.01.1",
        "Project DCA - SRO Assessment\nDelivery confidence for whole project duration",
        "Amber/Green",
    ],
    [None, None, "2.01.2", "DCA - SRO Narrative", "The supplier is on track."],
    [
        None,
        None,
        "2.01.3",
        "Project DCA - IPA Assessment\nDelivery confidence for whole project duration",
        "Amber",
    ],
]
MILESTONES: Rows = [
    [None, None, "6.03", "Delivery History"],
    [None, None, None, "Milestone label", "Critical Path", "Baseline Date of Milestone",
     "Forecast / Actual Date \nof Milestone", "Variance", "Status"],
    [None, None, "6.03.1", "Start of Project", "Yes", date(2022, 1, 1), date(2022, 2, 1), 31, "Complete"],
    [None, None, "6.03.2", "Project End Date", "No", date(2027, 3, 31), date(2027, 9, 30), 183, "Live"],
    [None, None, "6.03.3", "Go live of wave 1", "Yes", date(2026, 4, 1), date(2026, 6, 1), 61, "Live"],
    [None, None, "6.03.4", None, None, None, None, None, None],
]  # fmt: skip
COSTS: Rows = [
    [None, None, "9.02", "Totals and Variance"],
    [None, None, None, "Calculated Totals", None, "Baseline Totals", None, "Forecast Totals"],
    [None, None, "9.02.5", "Capital DEL", "One Off costs", 61.5, None, 64.25],
    [],
    *profiled(
        "CDEL (£m)", ["One off new costs", "Recurring new costs"],
        [(20.5, 0), (21.25, 0), (30, 0), (32, 0), (10, 0), (10, 0), (1, 0), (1, 0), (61.5, 0), (64.25, 0)], "CDEL",
    ),
]  # fmt: skip
BENEFITS: Rows = [
    [None, None, "10.02", "MONETISED Benefits Figures"],
    [None, None, None, "Calculated Totals", None, "Baseline Totals", "Forecast Totals"],
    [None, None, "10.02.1", "Monetised Benefits", _KINDS[0], 50, 45],
    [],
    # the total of the baseline of wider benefits is 9, the years add up to 8
    *profiled(
        "MONETISED \nBenefits (£m)", _KINDS,
        [(0, 0, 0, 0), (0, 0, 0, 0), (10, 0, 2, 0.5), (8, 0, 2, 0.5), (25, 0, 3, 0.5), (22, 0, 3, 0.5),
         (15, 0, 3, 0), (15, 0, 3, 0), (50, 0, 9, 1), (45, 0, 8, 1)], "BENS",
    ),
    [None, None, "10.05", "Benefits - Delivery Confidence Assessment (DCA)"],
    [None, None, "10.05.1", "Benefits DCA - SRO Assessment", "Green"],
]  # fmt: skip
RETURN = Export(
    "Digital Border Q2 2526.xlsx",
    {
        "Introduction": INTRODUCTION,
        "Contents": [["Tab", "Name"], [1, "Project Info"]],
        "2 - DCA & Risk": RATINGS,
        "6c - Milestones - Delivery": MILESTONES,
        "9 - Costs": COSTS,
        "10 - Benefits": BENEFITS,
        "Drop Downs": [["Yes"], ["No"]],
    },
    hidden=("Drop Downs",),
)
MASTER = Export(
    "master_2_2526.xlsx",
    {
        "Sheet1": [
            ["file name", "Digital Border.xlsm", "Harbour.xlsm"],
            ["Project/Programme Name", "Digital Border", "Harbour"],
            ["Department ", "HO", "DfT"],
            ["GMPP - IPA ID Number", "HO_0042_2122-Q3", "DFT_0100_2021-Q1"],
            ["Snapshot Date", date(2025, 9, 30), date(2025, 9, 30)],
            ["Project Director (PD)", "B. Lindqvist", "C. Haddad"],
            ["Departmental DCA", "Amber/Green", "Red"],
            ["Project Start Date Baseline", date(2022, 1, 1), date(2020, 5, 1)],
            ["Project End Date", date(2027, 9, 30), "TBC"],
            ["Pre-profile CDEL BL one off new costs", 20.5, 0],
            ["Pre-profile CDEL Actual one off new costs", 21.25, 0],
            ["25-26 CDEL BL one off new costs", 30, 4],
            ["25-26 CDEL Forecast one off new costs", 32, 5.5],
            ["25-26 CDEL BL Total", 30, 4],
            ["25-26 BEN Baseline - Gov. Cashable", 10, None],
            ["25-26 BEN Forecast - Gov. Cashable", 8, None],
            ["25-26 BEN Baseline - Disbenefit UK Economic", 0.5, None],
            ["Unprofiled Remainder BEN Baseline - Gov. Cashable", 15, None],
            ["Total BEN Baseline - Gov. Cashable", 25, None],
            ["Total BEN Baseline - Total Monetised Benefits", 25.5, None],
            ["SRO Benefits RAG", "Green", None],
        ]
    },
)

CASES = {"gmpp_return": RETURN, "gmpp_master": MASTER}
