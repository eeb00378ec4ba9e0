"""What costs, risks and comparisons look like to the figures."""

import pandas as pd

from tests.charts.frames import ENDS


def costs() -> pd.DataFrame:
    """Above, below and exactly on budget, and one without any."""
    return pd.DataFrame(
        {
            "name": ["Claims platform", "Branch <b>renewal</b>", "Supplier contracts", "Office"],
            "approved": [1500.0, 400.0, 100.0, None],
            "spent": [1200.0, 280.0, None, 30.0],
            "expected": [1800.0, 280.0, 100.0, 30.0],
            "ratio": [1.2, 0.7, 1.0, None],
            "note": [None, "closed Dec 2025", None, None],
        }
    )


def reports() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "as_of": ENDS[:5],
            "cost_performance": [None, 0.95, 0.93, 0.9, 0.8929],
            "schedule_performance": [0.8, 0.95, 0.9, 0.85, 0.8333],
        }
    )


def losses() -> pd.DataFrame:
    """The published register of metrics.md, in millions: P50 5, P80 7."""
    steps = {0: 0, 29: 2, 31: 5, 71: 7, 81: 10, 90: 12, 95: 15, 100: 17}
    percents = list(range(101))
    loss = [max(value for start, value in steps.items() if start <= percent) for percent in percents]
    return pd.DataFrame(
        {
            "percent": percents,
            "loss_low": [value * 0.5e6 for value in loss],
            "loss": [value * 1e6 for value in loss],
            "loss_high": [value * 2e6 for value in loss],
        }
    )


def risks() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "place": [1, 2, 3, 4],
            "name": ["Adoption <b>stalls</b>", "Supplier fails", "Staff leave", "Not estimated"],
            "probability_band": [5, 2, 2, 1],
            "impact_band": [5, 3, 3, None],
            "said": ["80%, €1.0m", "20%, €200k", "25%, €150k", "5%, not known"],
        }
    )


def threatened() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": ["Faster <b>claims</b>", "Lower prices"],
            "remaining": [290.0, 180.0],
            "at_risk": [92.8, 9.0],
            "share": [0.32, 0.05],
            "note": ["owner left Jan 2026", ""],
        }
    )


def exposures() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": ["Program level", "Branch <b>renewal</b>"],
            "exposure": [1150.0, 218.0],
            "exposure_program": [175.0, 0.0],
            "exposure_escalated": [975.0, 0.0],
            "exposure_project": [0.0, 218.0],
            "quiet": ["3 risks", "1 risk"],
        }
    )


def programs() -> pd.DataFrame:
    """On budget off benefits, good, over and late, and one that is not known."""
    return pd.DataFrame(
        {
            "name": ["Direct <b>service</b>", "Claims", "Office", "New"],
            "cost_ratio": [1.016, 0.98, 1.066, None],
            "rate": [0.41, 1.01, 0.49, 0.8],
            "size": [100e6, 60e6, 25e6, 5e6],
            "quadrant": [
                "on budget, off benefits",
                "on budget, on benefits",
                "over budget, off benefits",
                None,
            ],
        }
    )
