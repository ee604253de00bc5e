"""Checks pages that carecast report wrote: report.py [--sheets N] PAGE ...

Tags close in order, nothing is fetched, every picture has a title, a description and a table. With
--sheets the page is printed by chromium, and has to fit on so many sheets of A4.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path

EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Page(HTMLParser):
    """Reads a page and collects what is wrong with it."""

    def __init__(self):
        super().__init__()
        self.faults, self.open, self.ids, self.used = [], [], set(), []
        self.pictures, self.tables, self.figures = [], 0, 0

    def handle_starttag(self, tag, attrs):
        self.tag(tag, dict(attrs))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tag(tag, dict(attrs))

    def tag(self, tag, attrs):
        if tag in {"script", "link", "img", "iframe", "object", "embed", "base"}:
            self.faults.append(f"<{tag}>, which a page that needs nothing else has not")
        for name, value in attrs.items():
            value = value or ""
            if name in {"src", "srcset", "data", "action", "poster"} or name.startswith("on"):
                self.faults.append(f"{name}={value!r} in <{tag}>")
            if name.endswith("href") and not value.startswith("#"):
                self.faults.append(f"{name}={value!r} leads away")
            if "url(" in value or "http" in value:
                self.faults.append(f"{name}={value!r} in <{tag}>")
        if "id" in attrs:
            if attrs["id"] in self.ids:
                self.faults.append(f"two tags have the id {attrs['id']!r}")
            self.ids.add(attrs["id"])
        self.used += attrs.get("aria-labelledby", "").split()
        if tag == "svg":
            if attrs.get("role") != "img":
                self.faults.append("a picture without role=img")
            self.pictures.append(set())
        self.figures += tag == "figure"
        self.tables += tag == "table" and {"figure", "details"} <= set(self.open)

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> at line {self.getpos()[0]} within {self.open[-3:]}")
        else:
            self.open.pop()

    def handle_data(self, data):
        if "svg" in self.open and self.open[-1] in {"title", "desc"} and data.strip():
            self.pictures[-1].add(self.open[-1])
        if self.open and self.open[-1] == "style" and re.search(r"url\(|@import", data):
            self.faults.append("the style sheet fetches something")


def faults_of(path):
    """What is wrong with a page, in words."""
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    faults = page.faults + [f"<{tag}> is not closed" for tag in page.open]
    faults += [f"nothing has the id {name!r}" for name in page.used if name not in page.ids]
    for number, words in enumerate(page.pictures, 1):
        if words != {"title", "desc"}:
            faults.append(f"picture {number} has no title or no description")
    if not page.pictures or not len(page.pictures) == page.figures == page.tables:
        faults.append(f"{len(page.pictures)} pictures, {page.figures} figures, {page.tables} tables")
    print(f"{path}: {len(page.pictures)} pictures, each with a title and a table")
    return [f"{path}: {fault}" for fault in faults]


def sheets_of(path):
    """On how many sheets chromium prints a page."""
    with tempfile.TemporaryDirectory() as folder:
        printed = Path(folder) / "page.pdf"
        subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/chromium",
             "--no-pdf-header-footer", f"--print-to-pdf={printed}", path.resolve().as_uri()],
            check=True, capture_output=True, timeout=120)
        return len(re.findall(rb"/Type\s*/Page\b", printed.read_bytes()))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sheets", type=int)
    parser.add_argument("pages", type=Path, nargs="+")
    arguments = parser.parse_args()
    faults = []
    for path in arguments.pages:
        faults += faults_of(path)
        if arguments.sheets:
            found = sheets_of(path)
            print(f"{path}: {found} sheets of A4")
            if found > arguments.sheets:
                faults.append(f"{path}: {found} sheets of A4, at most {arguments.sheets} are meant")
    if faults:
        sys.exit("\n".join(faults))


main()
