"""Checks or runs the notebooks of a folder.

check FOLDER  no notebook holds outputs or execution counts (standard library only)
run FOLDER    runs each from top to bottom in its own folder; nothing is written back
"""

import json
import sys
from pathlib import Path


def check(path):
    """The faults of a notebook, in words."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [
        f"{path}: cell {number} holds outputs; clear them before committing"
        for number, cell in enumerate(cells, start=1)
        if cell.get("outputs") or cell.get("execution_count") is not None
    ]


def run(path):
    """Runs a notebook; an error in a cell ends the program with that cell and its traceback."""
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    resources = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, timeout=300, kernel_name="python3", resources=resources).execute()
    print(f"{path}: {len(notebook.cells)} cells ran")


def main():
    action, folder = sys.argv[1:]
    paths = sorted(Path(folder).glob("*.ipynb"))
    if not paths:
        sys.exit(f"{folder} holds no notebooks")
    if action == "check":
        faults = [fault for path in paths for fault in check(path)]
        if faults:
            sys.exit("\n".join(faults))
        print(f"{len(paths)} notebooks without outputs")
    elif action == "run":
        for path in paths:
            run(path)
    else:
        sys.exit(__doc__)


main()
