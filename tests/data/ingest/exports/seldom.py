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
}
