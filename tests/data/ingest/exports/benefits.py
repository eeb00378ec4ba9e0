"""Where benefits come from: benefit plans of portfolio tools, and registers kept by hand."""

from datetime import date

from tests.data.ingest.exports.make import Export, delimited

SERVICENOW_PLAN = Export(
    "benefit_plan.xlsx",
    {
        "Page 1": [
            ["Number", "Name", "Project", "Sponsor", "Category", "Subcategory", "Benefit type", "Start fiscal period", "End fiscal period", "Duration in periods", "Recurring",
             "Entered benefit", "Entered currency", "Functional currency", "Total planned benefit", "Actual benefit"],
            ["BPLN0001001", "Fewer calls", "New claims desk", "Ana Paz", "Hard", "Cost saving", "Monetary", "FY26: M01", "FY26: M12", 12, "true", 1000, "USD", "USD", 12000, 3500.5],
            ["BPLN0001002", "Happier staff", "New claims desk", "Bo Lee", "Soft", "Staff", "Non-monetary", "FY26: M01", "FY26: M12", 12, "false", None, None, None, 80, 72],
        ]
    },
)  # fmt: skip
SERVICENOW_BREAKDOWN = Export(
    "benefit_plan_breakdown.xlsx",
    {
        "Page 1": [
            [
                "Benefit plan",
                "Project",
                "Fiscal period",
                "Functional currency",
                "Planned benefit",
                "Actual benefit",
            ],
            ["Fewer calls", "New claims desk", "FY26: M01", "USD", 1000, 900],
            ["Fewer calls", "New claims desk", "FY26: M02", "USD", 1000, 1100.25],
            ["Fewer calls", "New claims desk", "FY26: M03", "USD", 1000, None],
        ]
    },
)
CLARITY_PLAN = Export(
    "benefit plan.csv",
    text=delimited(
        [
            ["Benefit ID", "Benefit", "Benefit Class", "Investment Name", "Jan 2026 Planned Benefit", "Jan 2026 Budgeted Benefit", "Jan 2026 Actual Benefit", "Jan 2026 Variance",
             "Feb 2026 Planned Benefit", "Feb 2026 Budgeted Benefit", "Feb 2026 Actual Benefit", "Feb 2026 Variance"],
            ["BN1", "Fewer calls", "Cost saving", "Portal", "1,000.00", "900.00", "800.00", "200.00", "1,000.00", "900.00", "", ""],
            ["BN2", "Less paper", "Cost saving", "Portal", "50.00", "50.00", "60.00", "-10.00", "50.00", "50.00", "", ""],
        ]
    ),
)  # fmt: skip
PLANVIEW_PLAN = Export(
    "benefits.xlsx",
    {
        "Export": [
            [
                "Work ID",
                "Work Description",
                "Benefit Line",
                "Currency",
                "2026-Q1 Planned",
                "2026-Q1 Actual",
                "2026-Q2 Planned",
                "2026-Q2 Actual",
            ],
            ["10021", "Portal", "Fewer calls", "USD", 300, 280.5, 300, None],
            ["10021", "Portal", "Less paper", "USD", 10, 12, 10, None],
        ]
    },
)
TREASURY = Export(
    "Benefits register.xlsx",
    {
        "Register": [
            ["Benefits register: Digital service programme"],
            ["Benefit number", "Benefit category & class", "Description", "Service feature", "Potential costs", "Activities required", "Responsible officer", "Performance measure",
             "Target improvement", "Full-year value (£m)", "Timescale"],
            [1, "Cash releasing", "Fewer calls to the desk", "Self service", "Training", "Launch", "Ana Paz", "Calls a month", "20%", 1.25, date(2027, 3, 31)],
            [2, "Qualitative", "Better trust", "All", None, "Survey", "Bo Lee", "Score", "+5", "Not quantified", date(2027, 3, 31)],
        ]
    },
)  # fmt: skip
PMI = Export(
    "Benefits.xlsx",
    {
        "Benefits register": [
            ["Project", "Benefit ID", "Benefit Description", "Benefit Owner", "Target Delivery Date", "Type", "Category", "Alignment", "Measurement Criteria", "Realization Status", "Planned Benefit", "Actual Benefit"],
            ["Portal", "B-1", "Fewer calls", "Ana Paz", date(2026, 12, 31), "Tangible", "Cost saving", "Efficiency", "Calls", "In progress", "$120,000", "$35,500"],
            ["Archive", "B-2", "Faster answers", "Bo Lee", date(2026, 6, 30), "Intangible", "Quality", "Service", "Days", "Not started", "$0", None],
            ["Total", None, None, None, None, None, None, None, None, None, "$120,000", "$35,500"],
        ]
    },
)  # fmt: skip

CASES = {
    "servicenow_benefits": SERVICENOW_PLAN,
    "servicenow_benefits_breakdown": SERVICENOW_BREAKDOWN,
    "clarity_benefits": CLARITY_PLAN,
    "planview_benefits": PLANVIEW_PLAN,
    "hm_treasury_register": TREASURY,
    "pmi_register": PMI,
}
