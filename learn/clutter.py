"""Learn the clutter model from labelled pages; write its sections of src/model.txt, the models of each fold, and the curve.

    python learn/clutter.py CORPUS [--folds MODELS] [--curve docs/clutter-curve.svg]

CORPUS has labels.jsonl, trees.jsonl.gz, pages.jsonl and pages/ (see learn/README.md). The features come from the crate itself
(`cargo run --release --example features`), so that what is learned is what will be asked. Deterministic.
"""
import argparse, collections, gzip, hashlib, json, os, subprocess, sys, tempfile

import numpy

import boost

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
NAGS = ("donation", "newsletter", "subscribe", "app")
FOLDS = 5
# Chosen by recall at one hidden block in ten wrong or stray, cross-validated: slow, with few features and part of the rows a tree.
APPEAL = {"learning_rate": 0.07, "feature_fraction": 0.3, "bagging_fraction": 0.7, "bagging_freq": 1}
WHOLE = {"feature_fraction": 0.5}
# Where an appeal ends is asked of few mixed parents and many pure ones; a wrong step hides what is no appeal.
MIXED = 3.0
# Half of all labelled appeals are about newsletters; the other kinds weigh a little more than they are many.
RARE = 3
TREES, WHOLE_TREES, KIND_TREES = 220, 60, 12
KIND = {"num_leaves": 6, "feature_fraction": 0.7}


def fold(site):
    return int(hashlib.md5(site.encode()).hexdigest(), 16) % FOLDS


def cover(nodes, end):
    """One flag an element: whether it lies in one of the nodes."""
    inside = bytearray(len(end))
    for node in nodes:
        if 0 <= node < len(end):
            inside[node:end[node]] = b"\1" * (end[node] - node)
    return inside


def running(values):
    return numpy.concatenate([[0], numpy.cumsum(numpy.asarray(values, dtype=float))])


class Candidate:
    """An element the crate would judge, with what the labels say of it."""

    def __init__(self, page, site, node, values):
        self.page, self.fold, self.node, self.values = page, fold(site), node, numpy.asarray(values, dtype=numpy.float32)
        self.outer = None


def corpus_files(corpus, pages, work):
    files = []
    for page in pages:
        name = page.replace("/", "__")
        path = os.path.join(work, name + ".html")
        with open(path, "wb") as out:
            out.write(gzip.open(os.path.join(corpus, "pages", name + ".html.gz")).read())
        files.append(path)
    return files


def features(which, corpus, pages):
    """The crate's answer for each page, in order."""
    subprocess.run(["cargo", "build", "--release", "--quiet", "--example", "features"], cwd=ROOT, check=True)
    target = os.environ.get("CARGO_TARGET_DIR", os.path.join(ROOT, "target"))
    with tempfile.TemporaryDirectory() as work:
        files = corpus_files(corpus, pages, work)
        out = subprocess.run([os.path.join(target, "release/examples/features"), which, *files], check=True, capture_output=True, text=True)
    return [json.loads(line) for line in out.stdout.splitlines()]


def read(corpus):
    labels = [json.loads(line) for line in open(os.path.join(corpus, "labels.jsonl"))]
    trees = {t["page"]: t for t in map(json.loads, gzip.open(os.path.join(corpus, "trees.jsonl.gz"), "rt"))}
    answers = features("clutter", corpus, [label["page"] for label in labels])
    names, whole = answers[0]["names"], answers[0]["whole"]
    found = []
    for label, answer in zip(labels, answers):
        tree = trees[label["page"]]
        end, words = tree["end"], tree["words"]
        nags = [b for b in label["blocks"] if b[1] in NAGS]
        gold, unsure = cover([b[0] for b in nags], end), cover(label["unsure"], end)
        totals = running(words), running([w if g else 0 for w, g in zip(words, gold)]), running(list(gold)), running(list(unsure))
        rows = {node: Candidate(label["page"], label["site"], node, values) for node, values in answer["rows"]}
        for node, c in rows.items():
            total, labelled, marked, doubtful = (t[end[node]] - t[node] for t in totals)
            c.inside, c.holds, c.unsure = bool(gold[node]), marked > 0, doubtful > 0
            c.pure = 1.0 if c.inside else labelled / total if total > 0 else float(c.holds)
            c.block = next((b for b in nags if b[0] <= node < end[b[0]]), None)
            if c.block is None and c.holds:
                kinds = [b for b in nags if node <= b[0] < end[node]]
                c.kind = kinds[0][1] if len({b[1] for b in kinds}) == 1 else None
            else:
                c.kind = c.block[1] if c.block else None
            outer = tree["parent"][node]
            while outer >= 0 and outer not in rows:
                outer = tree["parent"][outer]
            c.outer = rows.get(outer)
        found += rows.values()
    return names, whole, found


def pair(names, whole, c):
    """The features of the question whether the element around is the same appeal."""
    at = {n: i for i, n in enumerate(names)}
    row = []
    for name in whole:
        if name.startswith("part_"):
            row.append(c.values[at[name[5:]]])
        elif name.startswith("added_"):
            row.append(c.outer.values[at[name[6:]]] - c.values[at[name[6:]]])
        else:
            row.append(c.outer.values[at[name]])
    return row


def sections(names, whole, found, notes):
    """The text of every section, learned from these candidates."""
    # What is an appeal: parts of labelled blocks and what holds nothing else, against what holds no appeal. What mixes teaches nothing.
    known = [c for c in found if not c.unsure and (c.inside or not c.holds or c.pure >= 0.9)]
    parts = collections.Counter((c.page, c.block[0]) for c in known if c.block)
    weights = [(2 if c.block[1] == "newsletter" else RARE) / parts[c.page, c.block[0]] ** 0.5 if c.block else 1.0 for c in known]
    appeal = boost.fit([c.values for c in known], [int(c.inside or c.pure >= 0.9) for c in known], TREES, weights=weights, **APPEAL)
    out = {"clutter": boost.section("clutter", appeal, names, notes)}
    # Where it ends.
    pairs = [c for c in found if c.outer and (c.inside or c.pure >= 0.9) and not c.outer.unsure and (c.outer.pure >= 0.9 or c.outer.pure < 0.6)]
    ends = [int(c.outer.pure >= 0.9) for c in pairs]
    grown = boost.fit([pair(names, whole, c) for c in pairs], ends, WHOLE_TREES, weights=[1.0 if y else MIXED for y in ends], **WHOLE)
    out["clutter_whole"] = boost.section("clutter_whole", grown, whole, ["whether the element around an appeal is the same appeal"])
    # Of which kind it is.
    kinds = [c for c in known if c.kind]
    for kind in NAGS:
        trees = boost.fit([c.values for c in kinds], [int(c.kind == kind) for c in kinds], KIND_TREES, **KIND)
        out["clutter_" + kind] = boost.section("clutter_" + kind, trees, names, ["of which kind an appeal is"])
    return out


def write(path, out):
    for name, text in out.items():
        boost.replace_section(path, name, text)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("corpus")
    arguments.add_argument("--folds", help="folder for the models learned without one fold each")
    given = arguments.parse_args()
    names, whole, found = read(given.corpus)
    pages = len({c.page for c in found})
    notes = [f"{len(found)} candidates of {pages} labelled pages; LightGBM {boost.lightgbm.__version__}; learn/clutter.py"]
    if given.folds:
        os.makedirs(given.folds, exist_ok=True)
        for k in range(FOLDS):
            write(os.path.join(given.folds, str(k)), sections(names, whole, [c for c in found if c.fold != k], [f"without fold {k}"]))
    write(os.path.join(ROOT, "src/model.txt"), sections(names, whole, found, notes))


if __name__ == "__main__":
    main()
