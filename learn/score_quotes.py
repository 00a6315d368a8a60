#!/usr/bin/env python3
"""Precision and recall of quotes (and precision of facts) against pages that were read.

    learn/score_quotes.py LEDE PAGES [--wrong]

LEDE is the built program, PAGES a directory of `<page>.html.gz`. tests/truth/quotes.jsonl holds the node and the speaker
of everything somebody is said to say; a page with "complete": false was read for what Lede found only, and does not
count for recall. tests/truth/facts.jsonl holds the names that Lede may list, by kind. No text of a page is in either.
"""
import gzip
import json
import os
import subprocess
import sys
import unicodedata

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tests", "truth")


def plain(name):
    letters = unicodedata.normalize("NFKD", name).lower().replace("’", "'")
    return [w for w in "".join(c for c in letters if not unicodedata.combining(c)).split() if w not in ("the", "a", "an")]


def same(a, b):
    """The same speaker: the words of the shorter name in the longer one, the last word included."""
    a, b = sorted((plain(a), plain(b)), key=len)
    return bool(a) and all(w in b for w in a)


def answer(lede, pages, page):
    html = gzip.open(os.path.join(pages, f"{page}.html.gz")).read()
    out = subprocess.run([lede, "inspect", "--json", "-"], input=html, capture_output=True, check=True).stdout
    return json.loads(out)


def lines(name):
    path = os.path.join(HERE, name)
    return [json.loads(line) for line in open(path, encoding="utf-8")] if os.path.exists(path) else []


def main():
    lede, pages = sys.argv[1:3]
    loud = "--wrong" in sys.argv
    answers = {}

    def of(page):
        if page not in answers:
            answers[page] = answer(lede, pages, page)
        return answers[page]

    right = found = met = wanted = 0
    for row in lines("quotes.jsonl"):
        quotes = [(q["sentence"]["node"], q["speaker"]) for q in of(row["page"])["quotes"]]
        for node, speaker in quotes:
            good = any(n == node and same(speaker, s) for n, s in row["quotes"])
            found, right = found + 1, right + good
            if loud and not good:
                print("wrong:", row["page"], node, speaker)
        if row["complete"]:
            for node, speaker in row["quotes"]:
                hit = any(n == node and same(speaker, s) for n, s in quotes)
                wanted, met = wanted + 1, met + hit
                if loud and not hit:
                    print("missed:", row["page"], node, speaker)
    print(f"quotes: precision {right}/{found} = {100 * right / max(found, 1):.1f} %, recall {met}/{wanted} = {100 * met / max(wanted, 1):.1f} %")

    right = found = 0
    for row in lines("facts.jsonl"):
        for fact in of(row["page"])["facts"]:
            good = any(plain(fact["name"]) == plain(n) for n in row[fact["kind"]])
            found, right = found + 1, right + good
            if loud and not good:
                print("wrong fact:", row["page"], fact["kind"], fact["name"])
    if found:
        print(f"facts: precision {right}/{found} = {100 * right / found:.1f} %")


if __name__ == "__main__":
    main()
