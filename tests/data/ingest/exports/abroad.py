"""Exports as organisations abroad keep them: headers, months, marks and totals in their own language."""

from tests.data.ingest.exports.make import Export, delimited

REGISTER_GERMAN = Export(
    "Nutzen.xlsx",
    {
        "Nutzenregister": [
            ["Programm: Digitalisierung"],
            ["Beträge in TEUR"],
            ["Nutzen-ID", "Nutzen", "Projekt", "Verantwortlich", "Plan 2025", "Plan 2026", "Ist 2025"],
            ["N1", "Weniger Papier", "Akte", "Huber", "10,5", "20", "9"],
            ["N2", "Schnellere Bearbeitung", "Akte", "Huber", "0", "1.200,5", "k. A."],
            ["Summe", None, None, None, "10,5", "1.220,5", "9"],
        ]
    },
)
REGISTER_FRENCH = Export(
    "Gains.xlsx",
    {
        "Bénéfices": [
            ["Bénéfice", "Projet", "Responsable", "Prévu T1 2026", "Prévu T2 2026", "Réalisé T1 2026"],
            ["Économies papier", "Guichet", "Dupont", "1 000,00 €", "2 000,00 €", "900,00 €"],
            ["Gain de temps", "Guichet", "Dupont", "500,00 €", "500,00 €", "250,50 €"],
            ["Total général", None, None, "1 500,00 €", "2 500,00 €", "1 150,50 €"],
        ]
    },
)
REGISTER_SPANISH = Export(
    "Ahorros.xlsx",
    {
        "Beneficios": [
            ["ID beneficio", "Beneficio", "Proyecto", "Moneda", "ene-26", "feb-26", "Total"],
            ["B1", "Ahorro de papel", "Digital", "EUR", "1.000,00", "1.500,50", "2.500,50"],
            ["B2", "Menos llamadas", "Digital", "EUR", "200,00", None, "200,00"],
            ["TOTAL", None, None, None, "1.200,00", "1.500,50", "2.700,50"],
        ]
    },
)
REGISTER_PORTUGUESE = Export(
    "Ganhos.xlsx",
    {
        "Registro": [
            ["Código do benefício", "Benefício", "Projeto", "Previsto jan/26", "Realizado jan/26"],
            ["B1", "Economia de papel", "Digital", "R$ 1.000,00", "R$ 900,00"],
            ["B2", "Menos ligações", "Digital", "R$ 200,00", "-"],
            ["Soma", None, None, "R$ 1.200,00", "R$ 900,00"],
        ]
    },
)
CASE_GERMAN = Export(
    "Wirtschaftlichkeit.xlsx",
    {
        "WiBe": [
            ["Wirtschaftlichkeitsbetrachtung"],
            ["in T€"],
            ["Position", 2026, 2027, 2028, "Summe"],
            ["Kosten"],
            ["Fahrzeuge", 500, 200, 0, 700],
            ["Schulung", 50, 20, 10, 80],
            ["Summe Kosten", 550, 220, 10, 780],
            ["Nutzen"],
            ["Kraftstoff", 0, 150, 300, 450],
            ["Wartung", 0, 50, 100, 150],
            ["Summe Nutzen", 0, 200, 400, 600],
            ["Saldo", -550, -20, 390, -180],
            ["Kumuliert", -550, -570, -180, None],
        ]
    },
)
CASE_SPANISH = Export(
    "Caso.xlsx",
    {
        "Caja": [
            ["Análisis costo-beneficio"],
            ["Miles de euros"],
            ["Concepto", "2026", "2027", "2028"],
            ["Costos"],
            ["Licencias", 100, 20, 20],
            ["Capacitación", 10, 5, 0],
            ["Beneficios"],
            ["Ahorro de personal", 0, 80, 120],
            ["Menos multas", 0, 10, 10],
            ["Resultado del ejercicio", -110, 65, 110],
            ["Posición de caja", -110, -45, 65],
        ]
    },
)
BUDGET_GERMAN = Export(
    "Budget.xlsx",
    {
        "Budget": [
            ["Projekt", "Kostenart", "Budget 2026", "Ist 2026", "Prognose 2026"],
            ["CRM", "Personal", "120.000,00 €", "35.000,50 €", "125.000,00 €"],
            ["CRM", "Lizenzen", "60.000,00 €", "60.000,00 €", "60.000,00 €"],
            ["Gesamt", None, "180.000,00 €", "95.000,50 €", "185.000,00 €"],
        ]
    },
)
MS_PROJECT_FRENCH = Export(
    "Refonte.xlsx",
    {
        "Tableau_Tâches": [
            ["N°", "Mode Tâche", "Nom", "Durée", "Début", "Fin", "Niveau hiérarchique", "% achevé", "Coût"],
            ["1", "Automatique", "Refonte", "45 jours", "lundi 5 janvier 2026 08:00",
             "vendredi 6 mars 2026 17:00", "1", "50%", "12 500,00 €"],
            ["2", "Automatique", "Conception", "20 jours", "lundi 5 janvier 2026 08:00",
             "vendredi 30 janvier 2026 17:00", "2", "100%", "4 500,00 €"],
            ["3", "Automatique", "Réalisation", "25 jours", "lundi 2 février 2026 08:00",
             "vendredi 6 mars 2026 17:00", "2", "10%", "8 000,00 €"],
        ]
    },
)  # fmt: skip
JIRA_GERMAN = Export(
    "Jira.csv",
    text=delimited(
        [
            ["Zusammenfassung", "Vorgangsschlüssel", "Vorgangstyp", "Status", "Projektschlüssel", "Projektname",
             "Erledigt", "Fälligkeitsdatum"],
            ["Kasse neu", "SHOP-1", "Epic", "In Arbeit", "SHOP", "Webshop", "", "30/Dez/26 12:00 AM"],
            ["Rechnung", "SHOP-2", "Story", "Fertig", "SHOP", "Webshop", "20/Mär/26 4:30 PM", ""],
        ],
        delimiter=";",
    ),
)  # fmt: skip
SERVICENOW_GERMAN = Export(
    "pm_project.csv",
    text=delimited(
        [
            ["Nummer", "Kurzbeschreibung", "Projektmanager", "Status", "Geplantes Startdatum",
             "Geplantes Enddatum", "Prozent abgeschlossen", "Geplante Kosten", "Tatsächliche Kosten"],
            ["PRJ0010001", "Identitäten", "Ann", "In Bearbeitung", "05.01.2026 08:00:00",
             "18.12.2026 17:00:00", "35", "450.000,00 €", "120.000,50 €"],
            ["PRJ0010002", "Laptops", "Bob", "Abgeschlossen", "06.01.2025 08:00:00",
             "28.11.2025 17:00:00", "100", "200.000,00 €", "210.000,00 €"],
        ]
    ),
)  # fmt: skip
PLANNER_FRENCH = Export(
    "Plan.xlsx",
    {
        "Tâches": [
            ["Nom du plan", "Réaménagement"],
            ["ID du plan", "xYz"],
            [],
            ["ID de tâche", "Nom de tâche", "Nom du compartiment", "Progression", "Date de début",
             "Date d'échéance", "Date de fin"],
            ["a1", "Commander", "À faire", "En cours", "01/02/2026", "15/04/2026", ""],
            ["a2", "Peindre", "Fini", "Terminé", "01/02/2026", "20/02/2026", "19/02/2026"],
        ]
    },
)  # fmt: skip
RISKS_GERMAN = Export(
    "Risiken.xlsx",
    {
        "Risikoregister": [
            ["Nr.", "Risiko", "Projekt", "Eintrittswahrscheinlichkeit", "Schadenshöhe (T€)", "Status"],
            ["1", "Lieferant fällt aus", "CRM", "25 %", "150", "offen"],
            ["2", "Personal", "CRM", "gering", "50", "geschlossen"],
        ]
    },
)
RISKS_SPANISH = Export(
    "Riesgos.xlsx",
    {
        "Riesgos": [
            ["ID riesgo", "Descripción del riesgo", "Probabilidad", "Impacto", "Responsable", "Estado"],
            ["R1", "Proveedor falla", "Alta", "Medio", "Ana", "Abierto"],
            ["R2", "Rotación", "Baja", "Alto", "Luis", "Cerrado"],
        ]
    },
)
CASES = {
    "register_german": REGISTER_GERMAN,
    "register_french": REGISTER_FRENCH,
    "register_spanish": REGISTER_SPANISH,
    "register_portuguese": REGISTER_PORTUGUESE,
    "business_case_german": CASE_GERMAN,
    "business_case_spanish": CASE_SPANISH,
    "budget_german": BUDGET_GERMAN,
    "ms_project_french": MS_PROJECT_FRENCH,
    "jira_german": JIRA_GERMAN,
    "servicenow_german": SERVICENOW_GERMAN,
    "planner_french": PLANNER_FRENCH,
    "risks_german": RISKS_GERMAN,
    "risks_spanish": RISKS_SPANISH,
}
