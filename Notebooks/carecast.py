"""Runs carecast and gives its figures as tidy pandas tables: one row a figure.

    import carecast
    run = carecast.project(["baseline", "review-in-full"], draws=200)
    run.headline()
    run.table("cs_children_looked_after", placement="Total", age_group="Total")

Numbers are numbers. A marker that is published in a number's place (z, x, c, k, low, u) becomes a
missing value, and stands in the column `status`. What is neither number nor marker is an error.

The program is the one that the environment variable CARECAST names; else `carecast` on the PATH;
else the one built in this repository. When it fails, its own message is in the exception.
"""

import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import pandas as pd

MARKERS = {"z", "x", "c", "k", "low", "u"}


class CarecastError(RuntimeError):
    """What carecast said on standard error, after the command that was run."""


def program():
    """The path of the program."""
    named = os.environ.get("CARECAST")
    if named:
        path = Path(named).resolve()
        if not path.is_file():
            raise FileNotFoundError(f"CARECAST is {named}, and there is no such file")
        return path
    built = Path(__file__).resolve().parent.parent / ".build" / "release" / "carecast"
    found = shutil.which("carecast") or (built if built.is_file() else None)
    if found is None:
        raise FileNotFoundError(
            f"carecast is neither on the PATH nor at {built}: "
            "run `swift build -c release`, or set CARECAST to the program"
        )
    return Path(found).resolve()


def command(*arguments):
    """Runs carecast with these arguments and gives what it prints; CarecastError if it fails."""
    words = [str(program()), *map(str, arguments)]
    finished = subprocess.run(words, capture_output=True, text=True)
    if finished.returncode != 0:
        said = finished.stderr.strip() or f"it ended with exit code {finished.returncode}"
        raise CarecastError(f"{' '.join(words)}\n{said}")
    return finished.stdout


def numbers(column):
    """A column of text as numbers. Markers and empty text become missing; else a ValueError."""
    text = column.astype(str).str.strip()
    try:
        return pd.to_numeric(text.mask(text.isin(MARKERS | {""})))
    except ValueError as error:
        raise ValueError(f"column {column.name}: {error}") from None


def select(table, **wanted):
    """The rows with the wanted category, or one of a list of them, in each column.

    A column or category that is not there is a KeyError that names those that are.
    """
    for column, categories in wanted.items():
        if column not in table.columns:
            raise KeyError(f"no column {column!r}; there are {list(table.columns)}")
        categories = [categories] if pd.api.types.is_scalar(categories) else list(categories)
        there = list(table[column].unique())
        absent = [category for category in categories if category not in there]
        if absent:
            raise KeyError(f"no {column} {absent}; there are {there}")
        table = table[table[column].isin(categories)]
    return table


def read(path, text=()):
    """A CSV file of carecast: numbers where a column holds nothing else, text in the rest."""
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    for column in table.columns.difference(text):
        try:
            table[column] = numbers(table[column])
        except ValueError:
            pass
    return table


class Run:
    """A run in a temporary folder, which is removed when the run is no longer used."""

    def __init__(self, arguments):
        self._folder = tempfile.TemporaryDirectory(prefix="carecast-")
        self.path = Path(self._folder.name) / "run"
        self.printed = command(*arguments, "--output", self.path)

    def file(self, name):
        """A file of the run, such as draws.csv or assumptions.csv, as a table."""
        path = self.path / name
        if not path.is_file():
            there = sorted(p.name for p in self.path.glob("*.csv"))
            raise FileNotFoundError(f"{name} is not in the run, which holds {there}")
        return read(path)

    def headline(self, **wanted):
        """The four headline figures of England: value, lower and upper by scenario and year."""
        table = self.file("headline.csv").rename(
            columns={"value_lower_ci": "lower", "value_upper_ci": "upper"}
        )
        return select(_ranged(table), **wanted)

    def table(self, name, **wanted):
        """A table of the run, such as cs_spending, one row a figure; `wanted` as in `select`.

        Columns: year (the year to 31 March), period, area, level, the table's own categories,
        indicator, unit, value, lower, upper, status. Without draws lower and upper are missing.
        """
        folder = self.path / "ees"
        if not (folder / f"{name}.csv").is_file():
            there = sorted(p.stem for p in folder.glob("*.csv") if ".meta" not in p.name)
            raise FileNotFoundError(f"{name} is not in the run, which holds {there}")
        wide = pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)
        meta = pd.read_csv(folder / f"{name}.meta.csv", dtype=str, keep_default_na=False)
        meta = meta.set_index("col_name")
        columns = {
            "year": wide["time_period"].map(lambda t: int(t[:4]) + (len(t) == 6)),
            "period": wide["time_period"].map(lambda t: "-".join(filter(None, (t[:4], t[4:])))),
            "area": wide["la_name"].where(
                wide["la_name"] != "",
                wide["region_name"].where(wide["region_name"] != "", wide["country_name"]),
            ),
            "level": wide["geographic_level"],
        }
        # A category with one item is a column of the file but no filter in its metadata.
        given = ["scenario", "estimate_type", *meta.index[meta["col_type"] == "Filter"]]
        keys = pd.DataFrame(columns | {key: wide[key] for key in dict.fromkeys(given)})
        parts = []
        for indicator in meta.index[meta["col_type"] == "Indicator"]:
            if indicator.endswith(("_lower_ci", "_upper_ci")):
                continue
            figures = {"value": indicator}
            if f"{indicator}_lower_ci" in wide:
                figures |= {"lower": f"{indicator}_lower_ci", "upper": f"{indicator}_upper_ci"}
            part = keys.assign(
                indicator=indicator,
                unit=meta.loc[indicator, "indicator_unit"],
                **{name: numbers(wide[column]) for name, column in figures.items()},
                status=wide[indicator].where(wide[indicator].isin(MARKERS), ""),
            )
            parts.append(_ranged(part))
        return select(pd.concat(parts, ignore_index=True), **wanted)


def _ranged(table):
    """The table with lower and upper, missing where nothing was drawn, before what follows them."""
    for end in ("upper", "lower"):
        values = table.pop(end) if end in table else float("nan")
        table.insert(table.columns.get_loc("value") + 1, end, values)
    return table


def _options(**options):
    """Options of the command line; None and False leave one out, a list repeats its values."""
    words = []
    for name, value in options.items():
        if value is None or value is False or value == ():
            continue
        words.append("--" + name.replace("_", "-"))
        if value is not True:
            words += [value] if isinstance(value, (str, int, float)) else list(value)
    return words


def project(scenarios="baseline", **options):
    """Projects one scenario or several, and gives the Run.

    Options are those of `carecast project` with _ for -, such as draws=200, years=5, areas="Kent",
    neighbours=True, seed=2, funding="flat-real", scale="entries.rate=0.9@2026-04-01".
    """
    return Run(["project", *_options(scenario=scenarios, **options)])


def sensitivity(method, **options):
    """Which inputs matter: one row an indicator, year, measure and input, with its interval.

    Options are those of `carecast sensitivity`, such as indicators="gap", years=2029,
    inputs=[...], runs=256.
    """
    run = Run(["sensitivity", *_options(method=method, **options)])
    return run.file("sensitivity.csv")


def solve(question, vary, **options):
    """The value of `vary` at which a figure is as asked, such as solve("gap=0", "entries.rate").

    One row a draw, with its status; draw 0 is the central run. Options are those of `carecast solve`.
    """
    return Run(["solve", question, *_options(vary=vary, **options)]).file("solve.csv")


def backtest(**options):
    """Forecasts of past years and their scores: two tables. Options are those of `backtest`."""
    run = Run(["backtest", *_options(**options)])
    return run.file("forecasts.csv"), run.file("scores.csv")


def show(kind, name):
    """What there is to say of one lever, parameter, area or other thing, as a dictionary."""
    return json.loads(command("show", kind, name, "--json"))


def compare_neighbours(area, **options):
    """An authority beside its statistical neighbours, read from what `carecast compare` prints.

    Columns: measure, area, year, value. England and the mean of neighbours are among the areas.
    """
    printed = command("compare", *_options(areas=area, neighbours=True, **options))
    rows, title, years = [], None, []
    for above, line in zip(["", *printed.splitlines()], printed.splitlines()):
        cells = re.split(r"\s{2,}", line.strip())
        if cells[0] == "Year to 31 March":
            title, years = above.strip(), [int(year) for year in cells[1:]]
        elif title and len(cells) == len(years) + 1 and not line.startswith("-"):
            values = [float(cell.replace(",", "")) for cell in cells[1:]]
            rows += [(title, cells[0], year, value) for year, value in zip(years, values)]
    if not rows:
        raise ValueError(f"carecast compare printed no table:\n{printed}")
    return pd.DataFrame(rows, columns=["measure", "area", "year", "value"])
