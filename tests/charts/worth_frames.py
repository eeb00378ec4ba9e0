"""The yearly program as the figures of worth get it: NPV 215.45 in the case, -22.79 as expected now."""

import pandas as pd

YEARS = (2024, 2025, 2026, 2027, 2028)
LINES = {
    "planned": ("Business case", "case"),
    "outlook": ("Outlook", "outlook"),
    "realized": ("Realized", "realized"),
}


def worth() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "year": YEARS,
            "planned": [-500, -596.618, -316.565, -45.982, 215.450],
            "outlook": [-520, -693.913, -553.887, -310.362, -22.786],
            "realized": [-520, -693.913, None, None, None],
        }
    )


def drivers() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": ["Adoption", "Discount rate", "A slip of <b>Platform</b>"],
            "down_words": ["10% less", "1 point less", ""],
            "down": [-90.0, 26.57, None],
            "up_words": ["10% more", "1 point more", "3 months later"],
            "up": [90.0, -25.45, -22.7],
        }
    )
