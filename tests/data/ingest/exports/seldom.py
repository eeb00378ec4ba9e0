"""Shapes of exports that are met less often, each of which was once read wrong or not at all."""

from datetime import date

from tests.data.ingest.exports.make import Export, delimited

JIRA_PLANS = Export(
    "timeline.csv",
    text=delimited([
        ["Title", "Project", "Issue key", "Issue type", "Status", "Assignee", "Start date", "Due date", "Progress (%)", "Parent"],
        ["Checkout", "Web shop", "SHOP-1", "Epic", "In Progress", "Ann", "2026-01-12", "2026-06-30", "40", ""],
        ["Invoices", "Web shop", "SHOP-2", "Story", "Done", "Bob", "2026-01-12", "2026-02-28", "100", "SHOP-1"],
    ]),
)  # fmt: skip
JIRA_TARGETS = Export(
    "jira targets.csv",
    text=delimited([
        ["Issue key", "Issue Type", "Summary", "Status", "Status Category", "Parent key", "Due date", "Custom field (Target end)", "Project key", "Project name"],
        ["OPS-1", "Initiative", "Move", "Awaiting sign off", "In Progress", "", "", "30/Sep/26", "OPS", "Operations"],
        ["OPS-2", "Epic", "Racks", "Delivered", "Done", "OPS-1", "20/Feb/26 12:00 AM", "31/Mar/26", "OPS", "Operations"],
    ]),
)  # fmt: skip
CLARITY_GRID = Export(
    "clarity grid.csv",
    text=delimited([
        ["Name", "ID", "Status", "Work Status", "Manager", "Start", "Finish", "Planned Cost", "Actual Cost", "Budgeted Cost", "Planned Benefit"],
        ["CRM", "PR1001", "Approved", "Active", "Ann", "2026-01-05", "2026-09-30", "120,000.00 USD", "45,000.00 USD", "118,000.00 USD", "300,000.00 USD"],
        ["ERP", "PR1002", "Approved", "Complete", "Bob", "2025-01-05", "2025-09-30", "80,000.00 USD", "81,000.00 USD", "80,000.00 USD", "90,000.00 USD"],
    ]),
)  # fmt: skip
SERVICENOW_EUROS = Export(
    "pm_project.xlsx",
    {
        "Page 1": [
            ["Nummer", "Kurzbeschreibung", "Programm", "Projektmanager", "Status", "Geplantes Startdatum", "Geplantes Enddatum", "Plankosten", "Istkosten"],
            ["PRJ0001", "Portal", "Digital", "Ann", "In Bearbeitung", date(2026, 1, 5), date(2026, 9, 30), "120.000,00 €", "45.000,50 €"],
            ["PRJ0002", "Mobil", "Digital", "Bob", "Abgeschlossen", date(2025, 1, 5), date(2025, 9, 30), "80.000,00 €", "81.000,00 €"],
        ]
    },
)  # fmt: skip
SERVICENOW_BREAKDOWN_FRENCH = Export(
    "benefit_plan_breakdown.xlsx",
    {
        "Page 1": [
            [
                "Plan de bénéfices",
                "Période fiscale",
                "Bénéfice planifié",
                "Bénéfice réel",
                "Devise fonctionnelle",
            ],
            ["Moins de papier", "FY26: M01", 1000, 900, "EUR"],
            ["Moins de papier", "FY26: M02", 1000, 1100, "EUR"],
            ["Moins d'appels", "FY26: M01", 500, 0, "EUR"],
        ]
    },
)
PLANNER_FACTS = Export(
    "depot.xlsx",
    {
        "Project tasks": [
            ["Project name", "Depot move"],
            ["Project ID", "ab-cd"],
            ["% complete", 0.4],
            [],
            ["Task number", "Outline number", "Name", "Start", "Finish", "Duration", "Bucket", "% complete", "Milestone"],
            [1, "1", "Prepare", date(2026, 1, 13), date(2026, 3, 31), "55 days", "Plan", 1, "No"],
            [2, "1.1", "List goods", date(2026, 1, 13), date(2026, 2, 27), "34 days", "Plan", 1, "No"],
            [3, "2", "Moved", date(2026, 6, 30), date(2026, 6, 30), "0 days", "Do", 0, "Yes"],
        ]
    },
)  # fmt: skip
SMARTSHEET_ROLLUP = Export(
    "rollup.xlsx",
    {
        "Portfolio Rollup Report": [
            ["Sheet Name", "Primary", "Overall Health", "Planned Start", "Planned Finish", "% Complete", "Baseline Budget", "Actual Cost", "Forecast Cost", "Project Manager"],
            ["PRJ - Payroll", "Payroll", "Yellow", date(2026, 1, 5), date(2026, 8, 28), 0.5, 120000, 40000, 131000, "Ann"],
            ["PRJ - Intranet", "Intranet", "Green", date(2025, 5, 4), date(2025, 11, 27), 1, 75000, 80000, 80000, "Bob"],
        ]
    },
)  # fmt: skip
MONDAY_BENEFITS = Export(
    "benefits board.xlsx",
    {
        "benefits tracker": [
            ["Benefits tracker"],
            ["2026 benefits"],
            [
                "Name",
                "Owner",
                "Status",
                "Target value",
                "Realized value",
                "Due date",
                "Item ID (auto generated)",
            ],
            ["Fewer calls", "Ann", "Working on it", 50000, 20000, date(2026, 12, 31), "991"],
            ["Less paper", "Bob", "Done", 10000, 11000, date(2026, 6, 30), "992"],
        ]
    },
)
RISKS_PORTUGUESE = Export(
    "riscos.xlsx",
    {
        "Registro de Riscos": [
            ["Código", "Risco", "Projeto", "Probabilidade", "Impacto", "Resposta", "Responsável", "Status"],
            ["R1", "Atraso", "CRM", "Alta", "Médio", "Mitigar", "Ana", "Aberto"],
            ["R2", "Saída", "CRM", "Baixa", "Alto", "Aceitar", "Bia", "Fechado"],
        ]
    },
)
MILESTONES_PORTUGUESE = Export(
    "marcos.xlsx",
    {
        "Marcos": [
            ["Marco", "Projeto", "Data prevista", "Data replanejada", "Data real", "Situação"],
            ["Kick-off", "CRM", "15/01/2026", None, "15/01/2026", "Concluído"],
            ["Go-live", "CRM", "30/06/2026", "31/08/2026", None, "Em andamento"],
        ]
    },
)
EARNED_VALUE_PORTUGUESE = Export(
    "evm.xlsx",
    {
        "EVM": [
            ["Projeto", "Data de status", "VP", "VA", "CR", "ONT"],
            ["CRM", "31/01/2026", 10000, 9000, 9500, 100000],
            ["CRM", "28/02/2026", 25000, 22000, 26000, 100000],
        ]
    },
)
CASE_DOLLARS = Export(
    "business case.xlsx",
    {
        "Economic case": [
            ["CRM replacement business case"],
            ["$000s"],
            [],
            [None, "FY26", "FY27", "FY28", "Total"],
            ["Costs"],
            ["Implementation", 500, 200, 0, 700],
            ["Benefits"],
            ["Staff time", 0, 400, 600, 1000],
            ["Net benefit", -500, 200, 600, 300],
        ]
    },
)
CASE_CASH_FLOWS = Export(
    "cash flows.xlsx",
    {
        "BC": [
            [None, "2026", "2027", "2028"],
            ["Outflows"],
            ["Hardware", -100, -20, -20],
            ["Total outflows", -100, -20, -20],
            ["Inflows"],
            ["Savings", 0, 80, 120],
            ["Total inflows", 0, 80, 120],
            ["Net cash flow", -100, 60, 100],
            ["Discounting", 1, 0.95, 0.9],
            ["Worth today", -100, 57, 90],
        ]
    },
)
PMI_OF_A_PROJECT = Export(
    "register.xlsx",
    {
        "Benefits Register": [
            ["Benefits Register"],
            ["Project Name:", "CRM"],
            [],
            ["Benefit ID", "Benefit Description", "Benefit Owner", "Target Delivery Date", "Category", "Measurement Criteria", "Realization Status", "Planned Benefit", "Actual Benefit"],
            ["B1", "Fewer calls", "Bob", date(2026, 12, 31), "Cost saving", "Calls", "In progress", "$100,000", "$40,000"],
            ["B2", "Morale", "Cid", date(2026, 12, 31), "Intangible", "Survey", "Not started", None, None],
        ]
    },
)  # fmt: skip
DELAYS_FRENCH = Export(
    "indicateurs.xlsx",
    {
        "Bénéfices": [
            ["Réf.", "Bénéfice", "Projet", "Porteur", "Unité", "Valeur de référence", "Cible", "T1 2026 réalisé", "T2 2026 réalisé"],
            ["B1", "Délai de traitement", "CRM", "Ann", "jours", 20, 10, 18, 15],
        ]
    },
)  # fmt: skip
TRACKER_FRENCH = Export(
    "portefeuille.xlsx",
    {
        "Portefeuille": [
            ["Suivi du portefeuille au 31/03/2026"],
            [],
            ["N° projet", "Nom du projet", "Programme", "Chef de projet", "Statut", "Début prévu", "Fin prévue", "Fin réestimée", "Budget initial (k€)", "Budget révisé (k€)", "Consommé (k€)", "Atterrissage (k€)"],
            ["P1", "Portail", "Digital", "Ann", "En cours", "05/01/2026", "30/09/2026", "31/10/2026", 120, 130, 45, 135],
        ]
    },
)  # fmt: skip
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
    "jira_plans": JIRA_PLANS,
    "jira_targets": JIRA_TARGETS,
    "clarity_grid": CLARITY_GRID,
    "servicenow_euros": SERVICENOW_EUROS,
    "servicenow_breakdown_french": SERVICENOW_BREAKDOWN_FRENCH,
    "planner_facts": PLANNER_FACTS,
    "smartsheet_rollup": SMARTSHEET_ROLLUP,
    "monday_benefits": MONDAY_BENEFITS,
    "risks_portuguese": RISKS_PORTUGUESE,
    "milestones_portuguese": MILESTONES_PORTUGUESE,
    "earned_value_portuguese": EARNED_VALUE_PORTUGUESE,
    "case_dollars": CASE_DOLLARS,
    "case_cash_flows": CASE_CASH_FLOWS,
    "pmi_of_a_project": PMI_OF_A_PROJECT,
    "delays_french": DELAYS_FRENCH,
    "tracker_french": TRACKER_FRENCH,
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
