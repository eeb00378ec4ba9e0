"""One program's curve, small enough to stand beside others: the case in grey, realized, and the outlook."""

import pandas as pd
import plotly.graph_objects as go

from charts import curve, marks, theme

HEIGHT = 120


def draw(rows: pd.DataFrame, *, dark: bool = False) -> go.Figure:
    """Draw period_end, planned, realized, outlook without axes: the shape is what is compared."""
    drawn = curve.draw(marks.dated(rows), as_of=None, dark=dark)
    if not drawn.data:
        return theme.nothing("Nothing is dated.", dark, HEIGHT)
    drawn.layout.annotations = ()
    drawn.update_layout(height=HEIGHT, margin={"l": 2, "r": 2, "t": 4, "b": 4}, hovermode=False)
    drawn.update_xaxes(visible=False)
    drawn.update_yaxes(showticklabels=False, showgrid=False)
    return drawn
