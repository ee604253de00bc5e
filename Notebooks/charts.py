"""Charts that the notebooks share: lines with ranges, told apart by colour and by dash and shape."""

import altair as alt
from IPython.display import Markdown, display

# Okabe and Ito's colours, which people with any kind of colour vision can tell apart (2008).
COLOURS = ["#000000", "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00"]
DASHES = [[1, 0], [6, 3], [2, 2], [10, 3, 2, 3], [12, 4], [4, 2, 1, 2]]
SHAPES = ["circle", "square", "triangle-up", "diamond", "cross", "triangle-down"]
WIDTH, HEIGHT = 560, 260


def say(text):
    """Shows a sentence, or several, below a chart."""
    display(Markdown(text))


def pounds(millions):
    """GBP million in words, the sign before the pound: £1,250m, −£80m."""
    sign = "−" if round(millions) < 0 else ""
    return f"{sign}£{abs(millions):,.0f}m"


def heading(text):
    """A title above the left end of a chart."""
    return alt.TitleParams(text, anchor="start")


def scales(names):
    """Colour, dash and shape of up to six names, the same in every chart."""
    names = list(names)
    if len(names) > len(COLOURS):
        raise ValueError(f"{len(names)} names, and {len(COLOURS)} colours that can be told apart")
    return {
        "color": alt.Scale(domain=names, range=COLOURS[: len(names)]),
        "strokeDash": alt.Scale(domain=names, range=DASHES[: len(names)]),
        "shape": alt.Scale(domain=names, range=SHAPES[: len(names)]),
    }


def lines(data, by, names, x, y, title, *, band=True, zero=False, panels=None, rule=None):
    """A line for each name; its range as a band, or in panels of their own, one a name.

    - data: columns year, value, lower, upper and `by`; rows without a range have no band.
    - x, y: titles of the axes, with units.
    - panels: columns of panels; None draws all names in one.
    - rule: a value at which a horizontal line is drawn, such as 0.
    """
    scale = scales(names)
    legend = (
        None
        if panels or len(names) == 1
        else alt.Legend(orient="bottom", columns=2, labelLimit=280, title=None)
    )
    across = alt.X("year:O", title=x, axis=alt.Axis(labelAngle=0, labelOverlap=True))
    up = alt.Y("value:Q", title=y, scale=alt.Scale(zero=zero), axis=alt.Axis(format=",~r"))
    colour = alt.Color(f"{by}:N", scale=scale["color"], legend=legend)
    base = alt.Chart(data).encode(x=across)
    layers = []
    if band:
        layers.append(
            base.transform_filter("isValid(datum.lower)")
            .mark_area(opacity=0.18 if panels else 0.13)
            .encode(y=alt.Y("lower:Q", title=y), y2="upper:Q", color=colour)
        )
    if rule is not None:
        layers.append(
            alt.Chart(data).mark_rule(color="#666", strokeWidth=1).encode(y=alt.datum(rule))
        )
    layers.append(
        base.mark_line(strokeWidth=2).encode(
            y=up,
            color=colour,
            strokeDash=alt.StrokeDash(f"{by}:N", scale=scale["strokeDash"], legend=legend),
        )
    )
    layers.append(
        base.mark_point(filled=True, size=45, opacity=1).encode(
            y=up,
            color=colour,
            shape=alt.Shape(f"{by}:N", scale=scale["shape"], legend=legend),
            tooltip=[
                by,
                "year",
                *(alt.Tooltip(c, format=",.1f") for c in ("value", "lower", "upper")),
            ],
        )
    )
    if panels is None:
        return alt.layer(*layers, title=heading(title), width=WIDTH, height=HEIGHT)
    side = alt.layer(*layers, width=WIDTH // panels - 20, height=HEIGHT * 3 // 5)
    header = alt.Header(title=None, labelFontWeight="bold", labelLimit=WIDTH // panels)
    facet = alt.Facet(f"{by}:N", sort=list(names), header=header)
    return side.facet(facet=facet, columns=panels, title=heading(title))


def intervals(data, rows, x, title, *, sort=None, names=None, by=None, rule=None, log=False):
    """A point with its interval on each row, lying; with `by` one for each of `names`, dodged."""
    scale = alt.Scale(type="log" if log else "linear", nice=False, zero=False, padding=12)
    ticks = [0.25, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.6, 2, 4]
    axis = alt.Axis(format="~r", values=ticks) if log else alt.Axis(format=",~r")
    across = alt.X("value:Q", title=x, scale=scale, axis=axis)
    up = alt.Y(f"{rows}:N", sort=sort, title=None, axis=alt.Axis(labelLimit=280))
    base = alt.Chart(data).encode(y=up)
    layers = []
    if rule is not None:
        layers.append(alt.Chart(data).mark_rule(color="#666").encode(x=alt.datum(rule)))
    line = base.transform_filter("isValid(datum.lower)").mark_rule(strokeWidth=2)
    line = line.encode(x=alt.X("lower:Q", title=x, scale=scale, axis=axis), x2="upper:Q")
    tooltip = [rows, *(alt.Tooltip(c, format=",.3f") for c in ("value", "lower", "upper"))]
    point = base.mark_point(filled=True, size=70, opacity=1).encode(x=across, tooltip=tooltip)
    if by:
        found = scales(names)
        legend = alt.Legend(orient="bottom", columns=2, labelLimit=280, title=None)
        offset = alt.YOffset(f"{by}:N", sort=list(names))
        line = line.encode(
            color=alt.Color(f"{by}:N", scale=found["color"], legend=legend), yOffset=offset
        )
        point = point.encode(
            color=alt.Color(f"{by}:N", scale=found["color"], legend=legend),
            shape=alt.Shape(f"{by}:N", scale=found["shape"], legend=legend),
            yOffset=offset,
        )
    else:
        line, point = line.encode(color=alt.value(COLOURS[1])), point.encode(
            color=alt.value(COLOURS[1])
        )
    layers += [line, point]
    step = 14 * len(names) + 8 if by else 24
    # A row is as high as its points: fixed here, because a step does not count those side by side.
    height = step * data[rows].nunique()
    return alt.layer(*layers, title=heading(title), width=WIDTH - 120, height=height)
