"""Validates how runs describe their own files: exports.py RUN ...

Every description of CSV on the Web with csvw, the data package with frictionless, workbooks with openpyxl.
"""

import sys
from pathlib import Path

from csvw import CSVW
from frictionless import validate
from openpyxl import load_workbook


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


def workbook_faults(path):
    """In what a workbook is not as accessible spreadsheets are meant to be, in words."""
    book = load_workbook(path)
    faults = []
    if book.sheetnames[:3] != ["Cover", "Contents", "Notes"]:
        faults.append(f"{path}: begins with {book.sheetnames[:3]}")
    if not book.chartsheets or any(len(sheet._charts) != 1 for sheet in book.chartsheets):
        faults.append(f"{path}: no charts, or not one to a sheet")
    for sheet in book.worksheets:
        place = f"{path}, {sheet.title}"
        if len(sheet.tables) != 1:
            faults.append(f"{place}: {len(sheet.tables)} tables")
        if sheet.merged_cells.ranges or sheet.freeze_panes or sheet.auto_filter.ref:
            faults.append(f"{place}: merged cells, frozen panes or filters")
        (table,) = sheet.tables.values()
        if table.ref.split(":")[1] != sheet.dimensions.split(":")[1]:
            faults.append(f"{place}: something lies beside or below the table")
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    faults.append(f"{place}: a formula in {cell.coordinate}")
        for row in sheet[table.ref]:
            if any(cell.value is None for cell in row):
                faults.append(f"{place}: a blank cell in row {row[0].row}")
    return faults


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
        for workbook in sorted(run.rglob("*.xlsx")):
            faults += workbook_faults(workbook)
        count += len(files)
    if faults:
        sys.exit("\n".join(faults))
    print(f"{count} CSV files are as described")


main()
