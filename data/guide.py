"""What every column of the Realized workbook means, in plain words.

The template shows these sentences as comments on the headers, docs/workbook.md as a table.
"""

from data.model import Table
from data.workbook import Column, columns

SHEETS = {
    "Programs": "One row a program.",
    "Objectives": "What the program is meant to achieve; benefits hang on objectives.",
    "Projects": "One row a project. Closed and cancelled projects stay in the list: their benefits go on.",
    "Business cases": "The approved versions of the business case. The first approved is the original.",
    "Benefits": "One row a benefit or disbenefit, with how its values are to be read.",
    "Contributions": "Which share of a benefit each project brings; the rest is attributed to none.",
    "Planned values": "What the business case promised, one row a benefit, case version and period.",
    "Forecast values": "What was expected, one row a benefit, forecast date and period. Keep the old ones.",
    "Realized values": "What was measured, one row a benefit and period.",
    "Budget": "Cost by period, of a project or (without Project ID) of the program itself.",
    "Earned value": "Cumulative earned value of a project at a date.",
    "Risks": "Risks of projects and (without Project ID) of the program itself.",
    "Milestones": "Stage gates, go-lives, handovers, closures and benefit reviews of projects.",
    "Reviews": "When each benefit is to be reviewed, and when it was.",
    "Dependencies": "What leads to what, from outputs to objectives. No circles.",
    "Rates": "Exchange rates into the reporting currency, where a benefit is in another one.",
}

# Sheet.Header, or the header alone where it means the same on every sheet.
COLUMNS = {
    "Program ID": "The program's ID, as on the sheet Programs.",
    "Project ID": "The project's ID, as on the sheet Projects.",
    "Benefit ID": "The benefit's ID, as on the sheet Benefits.",
    "Case version": "The version of the business case, as on the sheet Business cases.",
    "Period": "The period the row is about: a first day, 2026-01, 2026-Q1, 2026 or FY2026. "
    "Leave empty where Period start and Period end are given.",
    "Period start": "First day of the period, instead of Period.",
    "Period end": "Last day of the period, instead of Period.",
    "Programs.Program ID": "A short ID that never changes.",
    "Programs.Program": "The program's name.",
    "Programs.Portfolio": "The portfolio it belongs to.",
    "Programs.Sponsor": "Who answers for the program's outcome.",
    "Programs.Program manager": "Who runs the program.",
    "Programs.Currency": "The currency the program reports in, as its three-letter code: EUR.",
    "Programs.Fiscal year start month": "1 to 12; 1 where left empty. Says what FY2026 means.",
    "Programs.Discount rate": "Yearly rate for present values, such as 3.5%.",
    "Programs.Price base": "Nominal, or real with its year: real 2025.",
    "Programs.Start": "First day of the program.",
    "Programs.End": "Last day of the program as an organization.",
    "Programs.Horizon end": "Last day for which benefits are counted.",
    "Objectives.Objective ID": "A short ID that never changes.",
    "Objectives.Objective": "The objective in one sentence.",
    "Objectives.Target": "What is to be reached, as a number.",
    "Objectives.Unit": "The unit of the target: EUR, days, %.",
    "Objectives.Target date": "By when.",
    "Objectives.Weight": "Its share of the program's objectives.",
    "Projects.Project ID": "A short ID that never changes.",
    "Projects.Project": "The project's name.",
    "Projects.Project manager": "Who runs the project.",
    "Projects.Status": "Where the project stands.",
    "Projects.Baseline start": "Start as approved.",
    "Projects.Baseline finish": "Finish as approved.",
    "Projects.Forecast finish": "Finish as expected now.",
    "Projects.Actual finish": "When the work was finished.",
    "Projects.Closed on": "When the project was closed or cancelled; needed for every closed project.",
    "Projects.Handed over on": "When its outputs went to the line.",
    "Projects.Handed over to": "Who took them over.",
    "Projects.Handover accepted": "TRUE once the receiver has accepted.",
    "Projects.Percent complete": "Share of the work done.",
    "Business cases.Case version": "A short name of the version, such as v1.",
    "Business cases.Label": "What people call it: Original case, Re-baseline 2025.",
    "Business cases.Approved on": "Day of approval. The first approved is the original case.",
    "Business cases.Approved by": "Who approved it.",
    "Business cases.Reason": "Why the case was changed.",
    "Benefits.Benefit ID": "A short ID that never changes.",
    "Benefits.Benefit": "The benefit's name.",
    "Benefits.Objective ID": "The objective it serves, as on the sheet Objectives.",
    "Benefits.Kind": "Disbenefits are known, unwanted effects; their values are negative.",
    "Benefits.Value type": "Only monetary benefits are added up.",
    "Benefits.Class": "Which sort of benefit it is.",
    "Benefits.Owner": "Who answers for it, now.",
    "Benefits.Owner until": "Last day of the owner in this role, where known.",
    "Benefits.Unit": "The currency of a monetary benefit; else the unit it is measured in: days, %.",
    "Benefits.Direction": "Whether the measure is to rise, fall or stay.",
    "Benefits.Baseline value": "The measure before the program.",
    "Benefits.Target value": "The measure to be reached.",
    "Benefits.Target date": "By when.",
    "Benefits.Value basis": "How to read its planned, forecast and realized values: per period (added), "
    "cumulative (each is the total so far), annualized (a yearly rate), level (a measure, never added).",
    "Benefits.Aggregation": "How a measure of several periods becomes one.",
    "Benefits.Cadence": "How often it is measured.",
    "Benefits.Starts after": "The project or milestone, by ID, after which it can begin.",
    "Benefits.Sustain until": "Until when it has to be kept up.",
    "Benefits.Tolerance": "How far a measure that is to stay may move.",
    "Benefits.Evidence source": "Where the measurement comes from.",
    "Benefits.Lifecycle": "Where the benefit stands in your own words.",
    "Contributions.Weight": "The project's share of the benefit; all shares of a benefit give 100% at most.",
    "Contributions.Kind": "How the project contributes.",
    "Planned values.Value": "The planned value of the period. Disbenefits are negative.",
    "Forecast values.Forecast as of": "The day the forecast was made.",
    "Forecast values.Value": "The expected value of the period. Disbenefits are negative.",
    "Forecast values.Confidence": "How sure the forecast is.",
    "Realized values.Value": "The measured value. Empty where nobody measured; 0 says it was measured as 0.",
    "Realized values.Measured on": "Day of the measurement.",
    "Realized values.Evidence": "What the value rests on.",
    "Realized values.Reference": "Document, booking or report that shows it.",
    "Budget.Project ID": "The project's ID; empty for the program's own budget.",
    "Budget.Cost type": "Your own words: capital, operating, staff.",
    "Budget.Baseline": "Cost as first approved.",
    "Budget.Current": "Cost as approved now.",
    "Budget.Actual": "Cost booked. Empty for periods to come.",
    "Budget.Forecast": "Cost expected for periods to come.",
    "Budget.Contingency": "Contingency allocated in this period.",
    "Budget.Contingency drawn": "Contingency used in this period.",
    "Earned value.As of": "The date of the figures.",
    "Earned value.BAC": "Budget at completion.",
    "Earned value.PV": "Planned value: budgeted cost of the work that should be done.",
    "Earned value.EV": "Earned value: budgeted cost of the work that is done.",
    "Earned value.AC": "Actual cost.",
    "Risks.Risk ID": "A short ID that never changes.",
    "Risks.Project ID": "The project's ID; empty for a risk of the program itself.",
    "Risks.Risk": "What may happen.",
    "Risks.Category": "Your own words.",
    "Risks.Probability": "How likely it is.",
    "Risks.Impact low": "Cost if it happens, at best.",
    "Risks.Impact": "Cost if it happens, most likely.",
    "Risks.Impact high": "Cost if it happens, at worst.",
    "Risks.Schedule impact days": "Delay in days if it happens.",
    "Risks.Benefit ID": "The benefit it threatens, if any.",
    "Risks.Benefit impact": "The share of that benefit which would be lost.",
    "Risks.Response": "What is done about it.",
    "Risks.Owner": "Who answers for it.",
    "Risks.Status": "Your own words: open, closed.",
    "Risks.Proximity": "When it may happen, in your own words.",
    "Risks.Escalated from": "The project risk, by Risk ID, that this program risk was escalated from.",
    "Milestones.Milestone ID": "A short ID that never changes.",
    "Milestones.Milestone": "The milestone's name.",
    "Milestones.Kind": "What sort of milestone it is.",
    "Milestones.Baseline date": "Date as approved.",
    "Milestones.Forecast date": "Date as expected now.",
    "Milestones.Actual date": "Date reached.",
    "Reviews.Due on": "When the review is due.",
    "Reviews.Held on": "When it was held; empty while it was not.",
    "Reviews.Outcome": "What it found.",
    "Reviews.Reviewer": "Who reviewed.",
    "Dependencies.From": "An output, change, benefit or objective, by ID or name.",
    "Dependencies.To": "What it leads to, by ID or name.",
    "Dependencies.Kind": "How the two hang together.",
    "Rates.Currency": "The other currency, as its three-letter code.",
    "Rates.As of": "From which day the rate holds.",
    "Rates.Per unit of reporting currency": "What one unit of the reporting currency costs in the other.",
}


def meaning(table: Table, column: Column) -> str:
    """What a column holds, in one or two sentences."""
    return COLUMNS.get(f"{table.sheet}.{column.header}") or COLUMNS[column.header]


def note(table: Table, column: Column) -> str:
    """The comment on a header: whether it is needed, what it holds, the words it takes."""
    parts = ["Required."] if column.required else []
    parts.append(meaning(table, column))
    if column.choices:
        parts.append(f"One of: {', '.join(column.choices)}.")
    return " ".join(parts)


def notes(table: Table) -> dict[str, str]:
    """Header -> comment, for every column of a sheet."""
    return {column.header: note(table, column) for column in columns(table)}
