"""Validates how runs describe their own files: exports.py RUN ...

Every description of CSV on the Web with csvw, the data package with frictionless.
"""

import sys
from pathlib import Path

from csvw import CSVW
from frictionless import validate


def csvw_faults(path):
    """What csvw finds wrong in a file or its description, in words."""
    try:
        table = CSVW(str(path), validate=True)
        if table.is_valid:
            return []
        return [f"{path}: {warning.message}" for warning in table.warnings]
    except ValueError as error:
        return [f"{path}: {error}"]


def package_faults(path):
    """What frictionless finds wrong in a data package or its files, in words."""
    rows = validate(str(path)).flatten(["title", "rowNumber", "fieldName", "message"])
    return [f"{path}: {row}" for row in rows]


def main():
    faults, count = [], 0
    for run in map(Path, sys.argv[1:]):
        descriptions = sorted(run.rglob("*.csv-metadata.json"))
        files = sorted(run.rglob("*.csv"))
        if not files or len(files) != len(descriptions):
            faults.append(f"{run}: {len(files)} CSV files, {len(descriptions)} descriptions")
        for description in descriptions:
            faults += csvw_faults(description)
        faults += package_faults(run / "datapackage.json")
        count += len(files)
    if faults:
        sys.exit("\n".join(faults))
    print(f"{count} CSV files are as described")


main()
