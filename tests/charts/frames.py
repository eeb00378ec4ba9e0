"""The closed-form program as the figures get it: small enough to check every mark by hand."""

from datetime import date

import pandas as pd

AS_OF = date(2026, 3, 31)
ENDS = [
    date(year, month, day) for year in (2025, 2026) for month, day in ((3, 31), (6, 30), (9, 30), (12, 31))
]
STARTS = [date(year, month, 1) for year in (2025, 2026) for month in (1, 4, 7, 10)]


def curve() -> pd.DataFrame:
    """Net and cumulative."""
    return pd.DataFrame(
        {
            "period_end": ENDS,
            "planned": [-20, 10, 140, 270, 420, 570, 720, 870],
            "realized": [-20, 0, 40, 80, 230, None, None, None],
            "outlook": [-20, 0, 40, 80, 230, 380, 540, 700],
        }
    )


def projects() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": ["Claims platform", "Branch <b>renewal</b>", "Supplier contracts", "No project"],
            "planned": [210.0, 190.0, 60.0, 40.0],
            "realized": [98.0, 132.0, 54.0, 36.0],
            "rate": [0.4666666667, 0.6947368421, 0.9, 0.9],
            "note": ["closed Sep 2025", "closed Sep 2025", None, None],
            "unattributed": [False, False, False, True],
        }
    )


def bridge() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "step": ["Business case", "B1 to date", "B1 later", "B2 to date", "B2 later", "D1", "Outlook"],
            "amount": [870.0, -160, -10, -20, 30, -10, 700],
        }
    )


def periods() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "period_start": STARTS,
            "period_end": ENDS,
            "planned": [0, 50, 50, 50, 50, 50, 50, 50],
            "realized": [0, 50, 60, None, 70, None, None, None],
            "forecast": [None, None, None, None, None, 60, 60, 60],
        }
    )


def vintages() -> pd.DataFrame:
    planned = curve()["planned"]
    known = ((date(2025, 3, 31), 1.0), (date(2025, 9, 30), 0.9), (date(2026, 3, 31), 0.8))
    return pd.concat(
        [
            pd.DataFrame(
                {
                    "forecast_as_of": [seen] * 8,
                    "period_end": ENDS,
                    "outlook": [value * share for value in planned],
                    "planned": planned,
                }
            )
            for seen, share in known
        ],
        ignore_index=True,
    )


def cohorts() -> pd.DataFrame:
    """Two programs; the second has a month nobody measured, and a name that looks like markup."""
    rates = {"Claims": [1.2, 0.9, 0.95, 1.0], "Shared <b>office</b>": [0.2, None, 0.4, None]}
    return pd.DataFrame(
        [
            {
                "key": name,
                "name": name,
                "months": month,
                "rate": rate,
                "planned_text": "€100",
                "realized_text": "€20",
            }
            for name, values in rates.items()
            for month, rate in enumerate(values, 1)
        ]
    )


def waits() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": ["Branch <b>renewal</b>", "Supplier contracts", "Claims platform"],
            "note": ["handover Sep 2025", "handover Jun 2025", "handover Mar 2025"],
            "months": [14.2, None, -1.5],
        }
    )


def shares() -> pd.DataFrame:
    """Two programs; one of them has a name that looks like markup, and values that nobody measured."""
    parts = [
        ("A", "Claims", "finance verified", 80.0, 0.8),
        ("A", "Claims", "estimate", 20.0, 0.2),
        ("B", "Shared <b>office</b>", "owner claim", 30.0, 1.0),
        ("B", "Shared <b>office</b>", "not measured", 50.0, None),
    ]
    return pd.DataFrame(
        [
            {
                "key": key,
                "name": name,
                "kind": kind,
                "amount": amount,
                "share": share,
                "strong": "€100" if key == "A" else "€30",
                "quiet": "80% by finance" if key == "A" else "100% owner claim",
            }
            for key, name, kind, amount, share in parts
        ]
    )


def duties() -> pd.DataFrame:
    """Two owners over three months, in every state; the second has left and a name that looks like markup."""
    states = ("overdue", "due", "coming", "done")
    rows = [
        (1, "Ana <b>Roe</b>", "has left", (2, 0, 0, 1), date(2026, 2, 1)),
        (1, "Ana <b>Roe</b>", "has left", (0, 1, 0, 0), date(2026, 3, 1)),
        (2, "Bo", "", (0, 0, 0, 3), date(2026, 2, 1)),
        (2, "Bo", "", (0, 0, 1, 0), date(2026, 4, 1)),
    ]
    return pd.DataFrame(
        [
            {
                "key": key,
                "name": name,
                "note": note,
                "strong": "2" if key == 1 else "",
                "quiet": "overdue" if key == 1 else "nothing overdue",
                "month": month,
                **dict(zip(states, counts, strict=True)),
            }
            for key, name, note, counts, month in rows
        ]
    )


def links() -> pd.DataFrame:
    """Two projects, a change, three benefits (one is not money) and an objective, names like markup."""
    ends = [
        (0, "P1", "Claims <b>platform</b>", 400, 100, 1, "C1", "Claims settled without a handler", 400, 100),
        (1, "C1", "Claims settled without a handler", 400, 100, 2, "B1", "Handling time saved", 500, 150),
        (0, "P2", "Branch renewal", 100, 50, 2, "B1", "Handling time saved", 500, 150),
        (0, "P2", "Branch renewal", 100, 50, 2, "B2", "Days to settle", None, None),
        (2, "B1", "Handling time saved", 500, 150, 3, "O1", "Lower cost", 500, 150),
        (2, "B2", "Days to settle", None, None, 3, "O1", "Lower cost", 500, 150),
    ]
    amounts = [(400, 100), (400, 100), (100, 50), (None, None), (500, 150), (None, None)]
    sides = ("layer", "id", "", "outlook", "realized")
    names = [f"{side}_{part}" if part else side for side in ("source", "target") for part in sides]
    return pd.DataFrame(
        [
            {**dict(zip(names, row, strict=True)), "outlook": outlook, "realized": realized}
            for row, (outlook, realized) in zip(ends, amounts, strict=True)
        ]
    )
