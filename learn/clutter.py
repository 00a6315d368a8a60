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
# What can only speak for an appeal, and what only against one: the trees may not learn the opposite from the few pages they see.
FOR = (
    "telling asking strong calls head_telling first_telling money cause letter inbox signup subscribe locked app follow close you we "
    "site site_rate prices sorts density appeal_links to_give to_letter to_join to_app emails named_give named_letter named_join "
    "named_app named_promo named_overlay self_give self_letter self_join self_app self_promo self_overlay within_name plain_ask "
    "mail_form plea pleading to_store to_channel dialog"
).split()
AGAINST = (
    "plain plain_body comments masked story_links secrets searches areas near_area near_secret near_comments self_related self_ad "
    "named_comments menu_entry twins repeated"
).split()
# Chosen by recall at one hidden block in ten wrong or stray, cross-validated: with few features and part of the rows a tree.
APPEAL = {"learning_rate": 0.14, "num_leaves": 16, "feature_fraction": 0.3, "bagging_fraction": 0.7, "bagging_freq": 1}
WHOLE = {"feature_fraction": 0.5}
# Where an appeal ends is asked of few mixed parents and many pure ones; a wrong step hides what is no appeal.
MIXED = 3.0
# Half of all labelled appeals are about newsletters; the other kinds weigh a little more than they are many.
RARE = 3
# Several small ensembles with other seeds, averaged: one alone is a point or two up or down by chance.
SEEDS = (1, 2, 3)
TREES, WHOLE_TREES, KIND_TREES = 70, 60, 12
# The highest threshold of src/clutter/decide.rs.
SUREST = 0.72
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
    quiet = lambda values: values[at["words"]] * (1 - values[at["telling"]])
    more = quiet(c.outer.values) - quiet(c.values)
    for name in whole:
        if name == "added_quiet":
            row.append(more)
        elif name == "quiet_share":
            row.append(more / max(1, c.values[at["words"]]))
        elif name.startswith("part_"):
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
    rows, is_appeal = [c.values for c in known], [int(c.inside or c.pure >= 0.9) for c in known]
    only = {"monotone_constraints": [(n in FOR) - (n in AGAINST) for n in names]}
    fits = [boost.fit(rows, is_appeal, TREES, weights=weights, seed=seed, **APPEAL, **only) for seed in SEEDS]
    out = {"clutter": boost.averaged("clutter", fits, names, notes)}
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


def answers(corpus, pages, model):
    """What the command line makes of pages with a model: blocks with their confidence."""
    target = os.environ.get("CARGO_TARGET_DIR", os.path.join(ROOT, "target"))
    with tempfile.TemporaryDirectory() as work:
        command = [os.path.join(target, "release/lede"), "inspect", "--json", "--model", model, *corpus_files(corpus, pages, work)]
        out = subprocess.run(command, check=True, capture_output=True, text=True)
    for page, line in zip(pages, out.stdout.splitlines()):
        answer = json.loads(line)
        # What is surer than any threshold and not hidden is held back by a rule.
        asked = [b for b in answer["maybe"] if b["confidence"] < SUREST]
        yield page, [(b["node"], b["confidence"]) for b in answer["hidden"] + asked if b["category"] in NAGS]


def curve(corpus, folds, path):
    """Recall against the share of hidden blocks that are wrong or stray, by threshold, each page by the model that never saw its site."""
    labels = {l["page"]: l for l in map(json.loads, open(os.path.join(corpus, "labels.jsonl")))}
    trees = {t["page"]: t for t in map(json.loads, gzip.open(os.path.join(corpus, "trees.jsonl.gz"), "rt"))}
    subprocess.run(["cargo", "build", "--release", "--quiet"], cwd=ROOT, check=True)
    found = {}
    for k in range(FOLDS):
        pages = [p for p, l in labels.items() if fold(l["site"]) == k]
        found.update(answers(corpus, pages, os.path.join(folds, str(k))))
    points = []
    for percent in range(36, 100, 2):
        hit = total = hidden = bad = 0
        for page, label in labels.items():
            end, words = trees[page]["end"], running(trees[page]["words"])
            solid = set(trees[page].get("solid", []))
            nodes = [n for n, c in found[page] if c >= percent / 100]
            here = cover(nodes, end)
            held = running([w if h else 0 for w, h in zip(trees[page]["words"], here)])
            gold = cover([b[0] for b in label["blocks"] if b[1] in NAGS] + label["unsure"], end)
            good = running([w if g else 0 for w, g in zip(trees[page]["words"], gold)])
            for block in (b for b in label["blocks"] if b[1] in NAGS):
                a, z = block[0], end[block[0]]
                total += 1
                hit += held[z] - held[a] >= 0.8 * (words[z] - words[a]) if words[z] > words[a] else bool(here[a])
            for a in nodes:
                z = end[a]
                if words[z] > words[a]:
                    hidden += 1
                    bad += good[z] - good[a] < 0.5 * (words[z] - words[a])
                elif any(gold[a:z]):
                    hidden += 1
                elif any(i in solid for i in range(a, z)):
                    hidden += 1
                    bad += 1
        points.append((percent / 100, hit / total, bad / max(1, hidden)))
    draw(points, path)
    return points


def draw(points, path):
    """The curve as a picture."""
    left, top, wide, high = 60, 20, 520, 320
    x = lambda bad: left + wide * min(bad, 0.4) / 0.4
    y = lambda recall: top + high * (1 - recall)
    out = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 400" font-family="sans-serif" font-size="12">',
           '<rect width="620" height="400" fill="#fff"/>']
    for step in range(5):
        out.append(f'<path d="M{left} {y(step / 4)}h{wide}M{x(step / 10)} {top}v{high}" stroke="#ddd" fill="none"/>')
        out.append(f'<text x="{left - 8}" y="{y(step / 4) + 4}" text-anchor="end">{step * 25} %</text>')
        out.append(f'<text x="{x(step / 10)}" y="{top + high + 18}" text-anchor="middle">{step * 10} %</text>')
    line = " ".join(f"{x(bad):.1f},{y(recall):.1f}" for _, recall, bad in points)
    out.append(f'<polyline points="{line}" fill="none" stroke="#06c" stroke-width="2"/>')
    for at, recall, bad in points:
        if round(at * 100) % 10 == 0:
            out.append(f'<circle cx="{x(bad):.1f}" cy="{y(recall):.1f}" r="3" fill="#06c"/>'
                       f'<text x="{x(bad) + 6:.1f}" y="{y(recall) + 14:.1f}">{at:.1f}</text>')
    out.append(f'<text x="{left + wide / 2}" y="{top + high + 40}" text-anchor="middle">hidden blocks that are wrong or stray</text>')
    out.append(f'<text x="{left + 8}" y="{top + 16}">appeals hidden, by threshold; cross-validated by site</text></svg>')
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    open(path, "w").write("\n".join(out) + "\n")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("corpus")
    arguments.add_argument("--folds", help="folder for the models learned without one fold each")
    arguments.add_argument("--curve", help="picture of the cross-validated curve; needs --folds")
    given = arguments.parse_args()
    names, whole, found = read(given.corpus)
    pages = len({c.page for c in found})
    notes = [f"{len(found)} candidates of {pages} labelled pages; LightGBM {boost.lightgbm.__version__}; learn/clutter.py"]
    if given.folds:
        os.makedirs(given.folds, exist_ok=True)
        for k in range(FOLDS):
            boost.replace_sections(os.path.join(given.folds, str(k)), sections(names, whole, [c for c in found if c.fold != k], [f"without fold {k}"]))
    boost.replace_sections(os.path.join(ROOT, "src/model.txt"), sections(names, whole, found, notes))
    if given.folds and given.curve:
        for at, recall, bad in curve(given.corpus, given.folds, given.curve):
            print(f"{at:.2f} hidden {recall:.3f} wrong or stray {bad:.3f}")


if __name__ == "__main__":
    main()
