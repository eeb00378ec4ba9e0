"""Exports of further project tools, each in its true shape."""

from datetime import date, datetime

from tests.data.ingest.exports.make import Export, delimited

SERVICENOW = Export(
    "pm_project.xlsx",
    {
        "Page 1": [
            ["Number", "Short description", "State", "Project manager", "Program", "Planned start date", "Planned end date",
             "Actual end date", "Percent complete", "Planned cost", "Actual cost", "Work notes"],
            ["PRJ0010001", "New claims desk", "2 - Work in Progress", "Ana Paz", "Service", datetime(2026, 1, 5, 8), datetime(2026, 9, 30, 17),
             None, 35, "$120,000.00", "$40,000.00", "2026-06-18 11:07:15 - Ana (Additional comments)\nok"],
            ["PRJ0010002", "Old desk closed", "3 - Closed Complete", "Bo Lee", "Service", datetime(2025, 1, 5, 8), datetime(2025, 9, 30, 17),
             datetime(2025, 10, 2, 12), 100, "$80,000.00", "$81,500.50", None],
        ]
    },
    creator="Apache POI",
)  # fmt: skip
SERVICENOW_PORTUGUESE = Export(
    "pm_project.xlsx",
    {
        "Page 1": [
            [
                "Número",
                "Descrição resumida",
                "Estado",
                "Gerente do projeto",
                "Início planejado",
                "Fim planejado",
            ],
            [
                "PRJ0010003",
                "Portal do cidadão",
                "Em Andamento",
                "Rui Sá",
                datetime(2026, 2, 1),
                datetime(2026, 8, 31),
            ],
        ]
    },
)
MONDAY = Export(
    "Portfolio.xlsx",
    {
        "portfolio": [
            ["Service portfolio"],
            ["What we do in 2026"],
            ["North"],
            ["Name", "Subitems", "Status", "Owner", "Timeline - Start", "Timeline - End", "Budget", "Actual cost", "Item ID (auto generated)"],
            ["Portal", "Sign in, Pay", "Working on it", "Ana Paz", date(2026, 1, 5), date(2026, 6, 30), 1000, 250, "4400112233"],
            ["Subitems", "Name", "Status", "Owner", "Item ID (auto generated)"],
            [None, "Sign in", "Done", "Ana Paz", "5500112233"],
            [None, "Pay", "Stuck", "Ana Paz", "5500112234"],
            ["Archive", None, "Done", "Bo Lee", date(2026, 1, 5), date(2026, 3, 31), 500, 510.5, "4400112234"],
            [None, None, None, None, None, None, 1500, 760.5],
            [],
            ["South"],
            ["Name", "Subitems", "Status", "Owner", "Timeline - Start", "Timeline - End", "Budget", "Actual cost", "Item ID (auto generated)"],
            ["Hall", None, "Stuck", "Cy", None, date(2026, 12, 31), 200, None, "4400112235"],
            [None, None, None, None, None, None, 200, None],
        ],
        "updates": [["Service portfolio"], ["Item ID", "Item Name", "Content Type", "User", "Content Type"], ["4400112233", "Portal", "Update", "Ana", "x"]],
    },
)  # fmt: skip
P6 = Export(
    "baseline.xlsx",
    {
        "TASK": [
            ["task_code", "status_code", "wbs_id", "task_name", "task_type", "target_drtn_hr_cnt", "complete_pct", "start_date", "end_date",
             "act_end_date", "base_cost", "act_cost", "total_cost", "delete_record_flag"],
            ["Activity ID", "Activity Status", "WBS Code", "Activity Name", "Activity Type", "Original Duration(d)", "Activity % Complete(%)",
             "(*)Start", "(*)Finish", "Actual Finish", "(*)Budgeted Total Cost($)", "(*)Actual Total Cost($)", "(*)At Completion Total Cost($)", "Delete This Row"],
            ["A1000", "TK_Complete", "PLANT.1", "Clear the site", "TT_Task", "20", "100", "03/02/2026", "02/03/2026", "02/03/2026 A", "1000", "1100", "1100", ""],
            ["A1010", "TK_Active", "PLANT.1", "Build", "TT_Task", "60", "25", "03/03/2026", "05/06/2026", "", "4000", "900", "4200", ""],
            ["A1020", "TK_NotStart", "PLANT.1", "Plant in service (go live)", "TT_FinMile", "0", "0", "", "05/06/2026", "", "0", "0", "0", ""],
        ],
        "USERDATA": [
            ["user_data"], ["UserSettings Do Not Edit"],
            ["DurationQtyType=QT_Day\nShowAsPercentage=0\nSmallScaleQtyType=QT_Hour\nDateFormat=dd/mm/yyyy\nCurrencyFormat=US Dollar"],
        ],
    },
)  # fmt: skip
OPENPROJECT = Export(
    "work packages.xlsx",
    {
        "Work packages": [
            [None, "Work packages", None, None, None, None, None, None, "Relations"],
            [None, "ID", "Type", "Subject", "Status", "Project", "Finish date", "% Complete", "Relation type", "ID", "Subject"],
            [None, 41, "Phase", "Build", "In progress", "Portal", date(2026, 5, 29), 50, "follows", 40, "Design"],
            [None, 41, "Phase", "Build", "In progress", "Portal", date(2026, 5, 29), 50, "blocks", 42, "Open"],
            [None, 42, "Milestone", "Open to the public", "New", "Portal", date(2026, 6, 1), 0, None, None, None],
        ]
    },
)  # fmt: skip
REDMINE_GERMAN = Export(
    "issues.csv",
    text=delimited(
        [
            ["#", "Projekt", "Tracker", "Übergeordnete Aufgabe", "Status", "Priorität", "Thema", "Zugewiesen an", "Aktualisiert", "Beginn", "Abgabedatum", "% erledigt", "Geschätzter Aufwand"],
            ["101", "Netz", "Fehler", "", "In Bearbeitung", "Hoch", "Störung beheben", "Jörg Müller", "30.06.2026 12:01", "01.06.2026", "15.07.2026", "30", "12,50"],
            ["102", "Netz", "Aufgabe", "101", "Erledigt", "Normal", "Kabel prüfen", "Jörg Müller", "30.06.2026 12:01", "01.06.2026", "02.06.2026", "100", "3,00"],
        ],
        ";", "iso-8859-1",
    ),
)  # fmt: skip
ASANA = Export(
    "Portal.csv",
    text=delimited(
        [
            ["Task ID", "Created At", "Completed At", "Last Modified", "Name", "Section/Column", "Assignee", "Assignee Email", "Start Date", "Due Date", "Tags", "Notes", "Projects", "Parent task",
             "Blocked By (Dependencies)", "Blocking (Dependencies)", "Benefit value"],
            ["1204567890123456", "2026-01-05", "2026-02-01", "2026-02-01", "Design", "Doing", "Ana", "ana@example.org", "2026-01-05", "2026-01-30", "", "", "Portal", "", "", "", "12"],
            ["1204567890123457", "2026-01-05", "", "2026-02-01", "Build", "To do", "Bo", "bo@example.org", "", "2026-06-30", "", "line\nline", "Portal,All work", "", "Design", "", ""],
        ]
    ),
)  # fmt: skip
CLICKUP = Export(
    "tasks.csv",
    text=delimited(
        [
            ["Task Type", "Task ID", "Task Custom ID", " Task Name", "Task Content", "Status", "Date Created", "Date Created Text", "Due Date", "Due Date Text", "Start Date", "Start Date Text",
             "Parent ID", "Assignees", "Tags", "Priority", "List Name", "Folder Name", "Space Name", "Time Spent"],
            ["Task", "86a1", "null", "Design", "", "complete", "1731640000000", "11/15/2024, 3:06:40 AM GMT+5:30", "1.73164E+12", "11/15/2024, 9:36:22 AM GMT+5:30", "null", "null",
             "null", "[Ana,Bo]", "[]", "2", "Launch", "Portal", "Service", ' "780000"'],
            ["Milestone", "86a2", "null", "Open", "", "to do", "1731640000000", "11/15/2024, 3:06:40 AM GMT+5:30", "1.78E+12", "6/30/2026, 5:30:00 AM GMT+5:30", "null", "null",
             "null", "[]", "[]", "null", "Launch", "Portal", "Service", "null"],
            ["Task", "86b1", "null", "Design", "", "in progress", "1731640000000", "11/15/2024, 3:06:40 AM GMT+5:30", "null", "null", "null", "null", "null", "[]", "[]", "1", "Launch", "Archive", "Service", "null"],
        ]
    ),
)  # fmt: skip
TRELLO = Export(
    "board.csv",
    text=delimited(
        [
            ["Card ID", "Card Name", "Card URL", "Card Description", "Labels", "Members", "Due Date", "Attachment Count", "Last Activity Date", "List ID", "List Name", "Board ID", "Board Name", "Archived", "Start Date", "Due Complete"],
            ["c1", "Design", "https://trello.com/c/1", "", "", "ana", "2026-02-27T17:00:00.000Z", "0", "2026-02-01T10:00:00.000Z", "l1", "Doing", "b1", "Portal", "false", "", "false"],
            ["c2", "Party", "https://trello.com/c/2", "", "", "", "", "0", "2026-02-01T10:00:00.000Z", "l2", "Ideas", "b1", "Portal", "false", "", "false"],
        ]
    ),
)  # fmt: skip
WRIKE = Export(
    "Export.xlsx",
    {
        "Tasks": [
            ["Key", "Title", "Status", "Priority", "Assigned To", "Start Date", "Duration", "Duration (Hours)", "End Date", "Depends On", "Description", "Time Spent"],
            ["1", "/Service/Portal/", "Green", "", "Ana", "05/01/2026", "", "", "30/06/2026", "", "", ""],
            ["2", "Design", "Completed", "Normal", "Bo", "05/01/2026", "4w", "160", "02/02/2026", "", "", "12:00"],
            ["3", "Go live", "Active", "High", "Ana", "30/06/2026", "0d", "0", "30/06/2026", "2FS", "", ""],
            ["4", "/Service/Archive/", "Red", "", "Cy", "", "", "", "", "", "", ""],
            ["5", "Sort", "Deferred", "Low", "Cy", "01/02/2026", "2d", "16", "03/02/2026", "", "", ""],
        ]
    },
)  # fmt: skip
GITHUB = Export(
    "view.tsv",
    text=delimited(
        [
            ["Title", "URL", "Assignees", "Status", "Target date", "Labels"],
            ["Sign in", "https://github.com/example/portal/issues/12", "ana, bo", "In Progress", "2026-05-01", "ui, auth"],
            ["Index", "https://github.com/example/archive/pull/7", "", "Done", "", ""],
        ],
        "\t",
    ),
)  # fmt: skip
AIRTABLE = Export(
    "Projects-Grid view.csv",
    text=delimited(
        [
            ["Name", "Status", "Owner", "Start date", "Due date", "Budget", "Spent", "On board", "Benefits", "Notes"],
            ["Portal", "In progress", "Ana Paz", "1/5/2026", "6/30/2026", "$1,200.00", "$300.50", "checked", "Fewer calls,Less paper", "## Why\n* faster"],
            ["Archive", "Todo", "Bo Lee", "2/1/2026", "12/31/2026", "$800.00", "", "", "", ""],
        ],
        encoding="utf-8-sig",
    ),
)  # fmt: skip
NOTION = Export(
    "Projects 0123456789abcdef0123456789abcdef.csv",
    text=delimited(
        [
            ["Name", "Status", "Owner", "Dates", "Benefits"],
            ["Portal", "In progress", "Ana Paz", "January 5, 2026 → June 30, 2026", "Fewer calls (https://www.notion.so/Fewer-calls-0123)"],
            ["Archive", "Not started", "", "February 1, 2026", ""],
        ],
        encoding="utf-8-sig",
    ),
)  # fmt: skip
CLARITY = Export(
    "projects.csv",
    text=delimited(
        [
            ["Investment ID", "Investment Name", "Work Status", "Status", "Manager", "Project Manager", "Start", "Finish", "% Complete", "Budgeted Cost", "Actual Cost"],
            ["PR1001", "Portal", "Active", "Approved", "Ana", "Ana Paz", "2026-01-05", "2026-06-30", "40%", "1,000.00", "250.00"],
            ["PR1002", "Archive", "Complete", "Approved", "Bo", "Bo Lee", "2025-01-05", "2025-06-30", "100%", "500.00", "510.50"],
        ]
    ),
)  # fmt: skip
PLANVIEW = Export(
    "work.xlsx",
    {
        "Export": [
            ["Work ID", "Work Description", "Lifecycle Stage", "Work Manager", "Program", "Baseline Start", "Baseline Finish", "Schedule Finish", "Approved Budget", "Actual Cost"],
            ["10021", "Portal", "Execution", "Ana Paz", "Service", date(2026, 1, 5), date(2026, 6, 30), date(2026, 7, 31), 1000, 250],
            ["10022", "Archive", "Closed", "Bo Lee", "Service", date(2025, 1, 5), date(2025, 6, 30), date(2025, 6, 27), 500, 510.5],
            ["Total", None, None, None, None, None, None, None, 1500, 700],
        ]
    },
)  # fmt: skip
PROJECT_LIST = Export(
    "PMO tracker.xlsx",
    {
        "Read me": [["How to use this tracker"], ["Fill in one row per project."]],
        "Tracker": [
            [None, None, None, None, "Total", None, None, 1500, 760.5],
            ["Project\nID", "Project Name", "Status", "RAG", "Project Manager", "Start\nDate", "End Date\n(Rebaselined)", "Budget Approved\n(USD)", "Actual Cost"],
            ["P-1", "Portal", "In Progress", "Amber", "Ana Paz", date(2026, 1, 5), date(2026, 6, 30), 1000, 250],
            ["P-2", "Archive", "Closed", "Not Applicable", "Bo Lee", date(2025, 1, 5), date(2025, 6, 30), 500, 510.5],
        ],
    },
)  # fmt: skip
PROJECT_NAMES = Export(
    "overview.xlsx",
    {
        "Active projects": [
            ["ID", "Name", "Owner", "Status", "Start date", "End date", "Budget (USD)", "Actual cost"],
            ["P-1", "Portal", "Ana Paz", "In progress", date(2026, 1, 5), date(2026, 6, 30), 1000, 250],
            ["P-2", "Archive", "Bo Lee", "Closed", date(2025, 1, 5), date(2025, 6, 30), 500, 510.5],
            ["Total", None, None, None, None, None, 1500, 760.5],
        ],
        "Project tasks": [["ID", "Name", "Status", "End date"], ["T-1", "Design", "Done", date(2026, 1, 5)]],
    },
)  # fmt: skip
SCHEDULE = Export(
    "Plan of the move.xlsx",
    {
        "Project Plan": [
            ["ID", "ReqId", "Task", "Duration", "Predecessors", "Resourcing", "Start Date", "End Date"],
            [1, 1, "Network", 16, None, None, None, None],
            [2, 1, "   Design", 6, None, "Arun", date(2023, 1, 2), date(2023, 2, 13)],
            [3, 1, "   Implement", 10, "2fs", "Bex", date(2023, 2, 14), date(2023, 3, 28)],
            [4, 1, "Cutover", 0, "3fs", None, date(2023, 3, 28), date(2023, 3, 28)],
        ]
    },
)

CASES = {
    "servicenow": SERVICENOW,
    "servicenow_portuguese": SERVICENOW_PORTUGUESE,
    "monday": MONDAY,
    "primavera_p6": P6,
    "openproject_relations": OPENPROJECT,
    "redmine_german": REDMINE_GERMAN,
    "asana": ASANA,
    "clickup": CLICKUP,
    "trello": TRELLO,
    "wrike": WRIKE,
    "github_projects": GITHUB,
    "airtable": AIRTABLE,
    "notion": NOTION,
    "clarity": CLARITY,
    "planview": PLANVIEW,
    "project_list": PROJECT_LIST,
    "project_names": PROJECT_NAMES,
    "schedule": SCHEDULE,
}
