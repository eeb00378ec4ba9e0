"""Every figure, drawn from the frames of its neighbour modules: by name, light or dark."""

from charts import (
    bars_at_risk,
    bars_case_vs_realized,
    bars_cost,
    bars_exposure,
    bridge,
    cohorts,
    curve,
    duties,
    heat_map,
    loss_curve,
    performance,
    periods,
    quadrants,
    shares,
    small_curve,
    strategy_map,
    theme,
    tornado,
    vintages,
    waits,
    worth,
)
from tests.charts import cost_frames, frames, worth_frames

FIGURES = {
    "curve": lambda dark: curve.draw(frames.curve(), as_of=frames.AS_OF, currency="EUR", dark=dark),
    "bars_case_vs_realized": lambda dark: bars_case_vs_realized.draw(
        frames.projects(), currency="EUR", dark=dark
    ),
    "bridge": lambda dark: bridge.draw(frames.bridge(), currency="EUR", dark=dark),
    "periods": lambda dark: periods.draw(frames.periods(), as_of=frames.AS_OF, currency="EUR", dark=dark),
    "vintages": lambda dark: vintages.draw(frames.vintages(), as_of=frames.AS_OF, currency="EUR", dark=dark),
    "cohorts": lambda dark: cohorts.draw(frames.cohorts(), highlighted="Claims", dark=dark),
    "shares": lambda dark: shares.draw(frames.shares(), currency="EUR", dark=dark),
    "duties": lambda dark: duties.draw(frames.duties(), as_of=frames.AS_OF, dark=dark),
    "strategy_map": lambda dark: strategy_map.draw(frames.links(), currency="EUR", dark=dark),
    "waits": lambda dark: waits.draw(frames.waits(), dark=dark),
    "bars_cost": lambda dark: bars_cost.draw(cost_frames.costs(), currency="EUR", dark=dark),
    "performance": lambda dark: performance.draw(cost_frames.reports(), as_of=frames.AS_OF, dark=dark),
    "loss_curve": lambda dark: loss_curve.draw(
        cost_frames.losses(), contingency=3.5e6, currency="EUR", dark=dark
    ),
    "heat_map": lambda dark: heat_map.draw(cost_frames.risks(), impact_scale=1e6, currency="EUR", dark=dark),
    "bars_at_risk": lambda dark: bars_at_risk.draw(cost_frames.threatened(), currency="EUR", dark=dark),
    "bars_exposure": lambda dark: bars_exposure.draw(cost_frames.exposures(), currency="EUR", dark=dark),
    "quadrants": lambda dark: quadrants.draw(
        cost_frames.programs(), tolerance=0.05, green_from=0.9, currency="EUR", dark=dark
    ),
    "small_curve": lambda dark: small_curve.draw(frames.curve(), dark=dark),
    "worth": lambda dark: worth.draw(
        worth_frames.worth(),
        lines=worth_frames.LINES,
        paybacks=((2027.848, "Payback"),),
        currency="EUR",
        dark=dark,
    ),
    "tornado": lambda dark: tornado.draw(worth_frames.drivers(), currency="EUR", dark=dark),
    "nothing": lambda dark: theme.nothing("Nothing is due yet.", dark),
}
