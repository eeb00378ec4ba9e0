"""Every figure draws exactly what its golden file holds.

`GOLDENS=renew python -m pytest tests/charts` writes them anew: look at the difference before committing it.
"""

import json
import os
from pathlib import Path

import pytest

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
    vintages,
    waits,
)
from tests.charts import cost_frames, frames
from tests.charts.drawn import FIGURES

GOLDENS = Path(__file__).parent / "goldens"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", FIGURES)
def test_draws_its_golden_figure(name, dark):
    drawn = json.loads(FIGURES[name](dark).to_json())
    golden = GOLDENS / f"{name}_{'dark' if dark else 'light'}.json"
    if os.environ.get("GOLDENS") == "renew":
        golden.write_text(json.dumps(drawn, indent=1, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")
    assert drawn == json.loads(golden.read_text("utf-8"))


def test_every_golden_file_is_drawn():
    assert {path.stem for path in GOLDENS.glob("*.json")} == {
        f"{name}_{look}" for name in FIGURES for look in ("light", "dark")
    }


EMPTY = {
    "curve": (lambda f: curve.draw(f, as_of=frames.AS_OF), frames.curve),
    "bars": (bars_case_vs_realized.draw, frames.projects),
    "bridge": (bridge.draw, frames.bridge),
    "periods": (lambda f: periods.draw(f, as_of=frames.AS_OF), frames.periods),
    "vintages": (lambda f: vintages.draw(f, as_of=frames.AS_OF), frames.vintages),
    "cohorts": (cohorts.draw, frames.cohorts),
    "waits": (waits.draw, frames.waits),
    "strategy_map": (strategy_map.draw, frames.links),
    "duties": (lambda f: duties.draw(f, as_of=frames.AS_OF), frames.duties),
    "bars_cost": (bars_cost.draw, cost_frames.costs),
    "loss_curve": (loss_curve.draw, cost_frames.losses),
    "quadrants": (lambda f: quadrants.draw(f, tolerance=0.05, green_from=0.9), cost_frames.programs),
    "small_curve": (small_curve.draw, frames.curve),
    "heat_map": (lambda f: heat_map.draw(f, impact_scale=1e6), cost_frames.risks),
    "bars_at_risk": (bars_at_risk.draw, cost_frames.threatened),
    "bars_exposure": (bars_exposure.draw, cost_frames.exposures),
    "performance": (lambda f: performance.draw(f, as_of=frames.AS_OF), cost_frames.reports),
    "shares": (shares.draw, frames.shares),
}


@pytest.mark.parametrize("name", EMPTY)
def test_no_rows_say_why_nothing_is_drawn(name):
    draw, frame = EMPTY[name]
    figure = draw(frame().iloc[:0])
    assert len(figure.data) == 0
    assert len(figure.layout.annotations) == 1


@pytest.mark.parametrize("name", [name for name in EMPTY if name != "bridge"])
def test_a_single_row_is_drawn(name):
    draw, frame = EMPTY[name]
    assert len(draw(frame().iloc[:1]).data) >= 1
