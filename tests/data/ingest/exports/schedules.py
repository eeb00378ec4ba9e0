"""Exports of task tools: Jira, Microsoft Project and Planner, Azure DevOps, Smartsheet."""

from datetime import date

from tests.data.ingest.exports.make import Export, delimited, page

JIRA = Export(
    "Jira export.csv",
    text=delimited(
        [
            ["Summary", "Issue key", "Issue id", "Issue Type", "Status", "Project key", "Project name", "Project lead",
             "Priority", "Created", "Updated", "Due date", "Resolved", "Comment", "Comment", "Comment",
             "Custom field (Start date)", "Custom field (Department)", "Custom field (Department)",
             "Custom field (Approvals)", "Parent", "Status Category"],
            ["Go-live of the portal", "SVC-1", "10001", "Epic", "In Progress", "SVC", "Service portal", "Ana Paz", "High",
             "10/Jan/26 11:19 AM", "11/Jan/26 1:02 PM", "21/Apr/26 12:00 AM", "", "10/Jan/26;ana;First,\nsecond line", "",
             "", "05/Jan/26 12:00 AM", "Sales", "Legal", "com.atlassian.ApprovalsCFValue@7e9dc4bd", "", "In Progress"],
            ["Sign in", "SVC-2", "10002", "Story", "Resolved", "SVC", "Service portal", "Ana Paz", "Low",
             "3/Nov/25 12:17", "3/Nov/25 12:17", "", "28/Feb/26 4:00 PM", "a", "b", "c", "", "", "", "", "10001", "Done"],
            ["Move the archive", "ARC-7", "10003", "Task", "To Do", "ARC", "Archive", "Bo Lee", "Low",
             "3/Nov/25 12:17", "3/Nov/25 12:17", "30/Nov/26", "", "", "", "", "", "", "", "", "", "To Do"],
        ],
        encoding="utf-8-sig",
    ),
)  # fmt: skip
JIRA_SPANISH = Export(
    "Jira.csv",
    text=delimited(
        [
            ["Tipo de Incidencia", "Clave de incidencia", "ID de la incidencia", "Resumen", "Persona asignada", "Estado",
             "Resolución", "Creada", "Actualizada", "Fecha de vencimiento", "Campo personalizado (Impacto económico)"],
            ["Epic", "BEN-1", "1", "Puesta en marcha", "Ana", "En curso", "Sin resolver", "21/abr/26 11:37 PM",
             "21/abr/26 11:37 PM", "02/oct/26 2:15 PM", ""],
            ["Historia", "BEN-2", "2", "Pagos", "Ana", "Tareas por hacer", "", "21/ene/26 9:01 AM", "21/ene/26 9:01 AM",
             "15/dic/26 12:00 AM", ""],
        ]
    ),
)  # fmt: skip
JIRA_SERVER = Export(
    "JIRA.xls",
    text=page(
        [
            ["Schlüssel", "Vorgangstyp", "Zusammenfassung", "Status", "Projekt", "Fälligkeitsdatum", "Erledigt"],
            ["NET-1", "Epic", "Umstellung des Netzes", "In Arbeit", "Netz", "01/Dez/26", ""],
            ["NET-2", "Aufgabe", "Kabel legen", "Fertig", "Netz", "16/Mär/26", "30/Mai/26 12:30"],
        ],
        decimal=",",
    ),
)  # fmt: skip
_TASK = ["Unique_ID", "Active", "Task_Mode", "Name", "Duration", "Start", "Finish", "Predecessors", "Outline_Level",
         "Milestone", "Percent_Complete", "Baseline_Start", "Baseline_Finish", "Cost", "Baseline_Cost", "Actual_Cost"]  # fmt: skip
MS_PROJECT = Export(
    "Plan.xlsx",
    {
        "Task_Table": [
            _TASK,
            ["1", "Yes", "Auto Scheduled", "Office move", "44 days", "September 1, 2025 8:00 AM",
             "October 30, 2025 5:00 PM", "", "1", "No", "40%", "September 1, 2025 8:00 AM", "October 15, 2025 5:00 PM",
             "$12,000.00", "$10,000.00", "$4,500.00"],
            ["2", "Yes", "Auto Scheduled", "Prepare", "20 days", "September 1, 2025 8:00 AM",
             "September 26, 2025 5:00 PM", "", "2", "No", "80%", "September 1, 2025 8:00 AM",
             "September 26, 2025 5:00 PM", "$5,000.00", "$5,000.00", "$4,500.00"],
            ["3", "Yes", "Auto Scheduled", "Sign the lease", "5 days", "September 1, 2025 8:00 AM",
             "September 5, 2025 5:00 PM", "", "3", "No", "100%", "September 1, 2025 8:00 AM",
             "September 5, 2025 5:00 PM", "$5,000.00", "$5,000.00", "$4,500.00"],
            ["4", "Yes", "Auto Scheduled", "Move", "24 days", "September 29, 2025 8:00 AM", "October 30, 2025 5:00 PM",
             "2", "2", "No", "0%", "September 29, 2025 8:00 AM", "October 15, 2025 5:00 PM", "$7,000.00", "$5,000.00",
             "$0.00"],
            ["5", "Yes", "Auto Scheduled", "Handover to facilities", "0 days", "October 30, 2025 5:00 PM",
             "October 30, 2025 5:00 PM", "4", "2", "Yes", "0%", "October 15, 2025 5:00 PM", "October 15, 2025 5:00 PM",
             "$0.00", "$0.00", "$0.00"],
            ["6", "Yes", "Manually Scheduled", "Thank the team", "1 day?", "NA", "NA", "", "2", "No", "0%", "NA", "NA",
             "$0.00", "$0.00", "$0.00"],
        ],
        "Resource_Table": [["ID", "Name", "Type", "Standard_Rate"], ["1", "Mover", "Work", "$12,00/h"]],
        "Assignment_Table": [["Task Name", "Resource Name", "Work"], ["Move", "Mover", "24h"]],
    },
    creator="Microsoft Project",
)  # fmt: skip
PLANNER = Export(
    "Office move.xlsx",
    {
        "Tasks": [
            ["Plan name", "Office move"],
            ["Plan ID", "Yk2nQ_aB0kq"],
            ["Date of export", "6/30/2026"],
            [],
            ["Task ID", "Task Name", "Bucket Name", "Progress", "Priority", "Assigned To", "Created By", "Created Date",
             "Start date", "Due date", "Late", "Completed Date", "Completed Checklist Items", "Labels"],
            ["t1", "Order desks", "Buy", "Completed", "Urgent", "Ana;Bo", "Ana", "01/05/2026", "01/06/2026", "02/20/2026",
             "false", "02/18/2026", "2/3", "Red;Blue"],
            ["t2", "Pack", "Move", "In progress", "Medium", "Bo", "Ana", "01/05/2026", "", "07/03/2026", "false", "", "", ""],
            ["t3", "Party", "After", "Not started", "Low", "", "Ana", "01/05/2026", "", "", "false", "", "", ""],
        ]
    },
)  # fmt: skip
AZURE_DEVOPS = Export(
    "Untitled query (1).csv",
    text=delimited(
        [
            ["ID", "Work Item Type", "Title 1", "Title 2", "Title 3", "Assigned To", "State", "Area Path", "Target Date",
             "Business Value", "Tags"],
            ["11", "Epic", "Portal", "", "", "Ana Paz <ana@example.org>", "Active", "Contoso\\Web", "30/06/2026 00:00:00",
             "8", "a; b"],
            ["12", "Feature", "", "Sign in", "", "Bo <bo@example.org>", "Closed", "Contoso\\Web", "3/05/2026 00:00:00", "5", ""],
            ["13", "User Story", "", "", "Forgotten password", "", "Removed", "Contoso\\Web", "", "", ""],
            ["21", "Epic", "Archive", "", "", "", "New", "Fabrikam", "", "13", ""],
        ],
        encoding="utf-8-sig",
    ),
)  # fmt: skip
SMARTSHEET = Export(
    "Voice.xlsx",
    {
        "1. Phase 2 - Agentic Voice Task": [
            ["Task Name", "Status", "Assigned To", "Start Date", "End Date", "Duration", "Predecessors", "% Complete",
             "Baseline Start", "Baseline Finish", "Variance", "Health"],
            ["Phase 2", "In Progress", None, date(2026, 1, 5), date(2026, 3, 31), "61d", None, 0.4, date(2026, 1, 5),
             date(2026, 3, 27), "-2d", "Green"],
            ["Build", "Complete", "Ana", date(2026, 1, 5), date(2026, 2, 27), "40d", None, 1, date(2026, 1, 5),
             date(2026, 2, 27), 0, "Green"],
            [None],
            ["Launch", "Not Started", "Bo", date(2026, 3, 31), date(2026, 3, 31), 0, "2", 0, date(2026, 3, 27),
             date(2026, 3, 27), "-2d", "Yellow"],
        ],
        "Comments": [["Row 3", "Looks good", "ana@example.org", "11/26/25 3:49 PM"], [], ["Row 5", "Why late?"]],
    },
    outline={("1. Phase 2 - Agentic Voice Task", row): 1 for row in (3, 4, 5)},
    creator="Apache POI",
)  # fmt: skip

# Data of each period, with the totals of a pivot table; the earned value and cost end at the status date.
VISUAL_REPORT = Export(
    "Office move - Earned Value Over Time.xlsx",
    {
        "Chart1": [["Earned Value Over Time Report"]],
        "Assignment Usage": [
            ["Tasks", "All"],
            [],
            [None, None, None, None, "Data"],
            ["Year", "Quarter", "Week", "Day", "Earned Value", "Planned Value", "AC"],
            [2026, "Q1", "Week 12", date(2026, 3, 18), 100, 150, 90],
            [None, None, None, date(2026, 3, 20), 50, 50, 75.5],
            [None, None, "Week 12 Total", None, 150, 200, 165.5],
            [None, None, "Week 13", date(2026, 3, 25), 40, 100, 60],
            [None, None, "Week 13 Total", None, 40, 100, 60],
            [None, "Q1 Total", None, None, 190, 300, 225.5],
            [None, "Q2", "Week 14", date(2026, 4, 1), 60, 80, 70],
            [None, None, None, date(2026, 4, 3), None, 20, None],
            [None, None, "Week 14 Total", None, 60, 100, 70],
            [None, "Q2 Total", None, None, 60, 100, 70],
            ["2026 Total", None, None, None, 250, 400, 295.5],
            ["Grand Total", None, None, None, 250, 400, 295.5],
        ],
    },
)
PLANNER_PREMIUM = Export(
    "Move.csv",
    text=delimited(
        [
            [
                "Task name",
                "Task Number",
                "Outline number",
                "% complete",
                "Start",
                "Finish",
                "Bucket",
                "Milestone",
            ],
            ["Office move", "1", "1", "50", "1/13/2026", "6/30/2026", "Plan", "No"],
            ["Pack", "2", "1.1", "100", "1/13/2026", "2/27/2026", "Plan", "No"],
            ["Keys handed over", "3", "1.2", "0", "6/30/2026", "6/30/2026", "Plan", "Yes"],
        ]
    ),
)

CASES = {
    "planner_premium": PLANNER_PREMIUM,
    "ms_project_visual_report": VISUAL_REPORT,
    "jira": JIRA,
    "jira_spanish": JIRA_SPANISH,
    "jira_server_german": JIRA_SERVER,
    "ms_project": MS_PROJECT,
    "planner": PLANNER,
    "azure_devops_tree": AZURE_DEVOPS,
    "smartsheet": SMARTSHEET,
}
