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
