"""Learn which lines of a page are its article; write the sections of src/model.txt and the models of each fold.

    python learn/article.py CORPUS [--folds MODELS]

CORPUS has pages.jsonl, pages/, truth.jsonl.gz, the true text of articles, and labels.jsonl, their containers (see learn/README.md). A line is the article's when most
of its words stand there in rows of four. Two rounds of trees: the second sees what the first made of a line's surroundings, as learned
without that line's site, so that it learns how far to trust it. The features come from the crate itself. Deterministic.
"""
import argparse, collections, gzip, hashlib, json, os, re, subprocess, tempfile

import numpy

import boost

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
FOLDS = 5
ROW = 4
# Rows of four words in a line of fewer words reach into its neighbours; a line of this many letters is looked up as a whole too.
LETTERS = 20
# By cross-validation: trees of 16 leaves know more than a third more trees of 8, at the same work a line.
BAGGED = {"num_leaves": 16, "learning_rate": 0.12, "feature_fraction": 0.4, "min_data_in_leaf": 40, "bagging_fraction": 0.7, "bagging_freq": 1}
FIRST = {"trees": 60, "seeds": (1, 11), **BAGGED}
# Several with other seeds, averaged: one alone is two thousandths of text F1 up or down by chance.
SECOND = {"trees": 45, "seeds": (1, 11, 21, 31, 41), **BAGGED}
# Words of a line that is running text, and what a page known by its containers alone counts beside one known by its text.
RUNNING, LABELLED = 12, 0.5
# A section that knows nothing, in the place of one that may speak of other features.
NOTHING = "[{}]\nbias 0\n"
WORD = re.compile(r"\w+")


def fold(site):
    return int(hashlib.md5(site.encode()).hexdigest(), 16) % FOLDS


def words(text):
    return WORD.findall(text.replace("\u00ad", ""))


def labels(lines, truth):
    """For each line whether it is the article's: 1, 0, or between where only part of it is."""
    own = [words(line) for line in lines]
    true = words(truth)
    rows = collections.Counter(tuple(true[i:i + ROW]) for i in range(max(1, len(true) - ROW + 1)))
    flat = [w for line in own for w in line]
    covered = numpy.zeros(len(flat), dtype=bool)
    for i in range(len(flat) - ROW + 1):
        if tuple(flat[i:i + ROW]) in rows:
            covered[i:i + ROW] = True
    squeezed = "".join(true)
    found, at = numpy.zeros(len(lines)), 0
    for i, line in enumerate(own):
        if not line:
            continue
        share = covered[at:at + len(line)].mean()
        text = "".join(line)
        if share < 1 and len(text) >= LETTERS and text in squeezed:
            share = 1.0
        found[i] = share
        at += len(line)
    # Of copies the ones in the thick of the article count, as often as the article has the text.
    sizes = numpy.array([len(line) for line in own], dtype=float)
    dense = numpy.convolve(found * sizes, numpy.ones(31), "same") if len(lines) else found
    copies = collections.defaultdict(list)
    for i, line in enumerate(own):
        if found[i] >= 0.5 and len(line) >= ROW:
            copies[tuple(line)].append(i)
    for line, places in copies.items():
        allowed = max(1, min(rows[line[i:i + ROW]] for i in range(len(line) - ROW + 1)))
        for i in sorted(places, key=lambda i: -dense[min(i, len(dense) - 1)])[allowed:]:
            found[i] = 0.0
    return found


class Page:
    """The lines of a page and what is known of them: by its true text, or by the labelled containers."""

    def __init__(self, row, truth, label, answer):
        self.page, self.fold = row["page"], fold(row["site"])
        self.texts = answer["texts"]
        self.first = numpy.asarray(answer["first"], dtype=numpy.float32)
        size = numpy.array([len(words(t)) for t in self.texts], dtype=float)
        if truth is None:
            self.by_containers(answer, size, *label)
        else:
            self.by_truth(truth, size)

    def by_containers(self, answer, size, label, end):
        """What lies outside the labelled containers is not the article; what lies inside is where it is running text."""
        story, clutter = bytearray(len(end)), bytearray(len(end))
        for flags, nodes in (story, label["article"]), (clutter, [b[0] for b in label["blocks"]] + label["unsure"]):
            for node in nodes:
                flags[node:end[node]] = b"\1" * (end[node] - node)
        names = answer["first_names"]
        column = lambda name: self.first[:, names.index(name)] if len(self.first) else numpy.zeros(0)
        inside = numpy.array([bool(story[n] and not clutter[n]) for n in answer["nodes"]], dtype=bool)
        running = (size >= RUNNING) & (column("linked") < 0.5) & (column("figure") == 0)
        self.label = inside.astype(int)
        known = ~inside | running
        total = max(size[inside & running].sum(), 50)
        self.weight = numpy.where(known, LABELLED * numpy.sqrt(numpy.minimum(size / total + 0.3 / max(len(size), 1), 0.5)), 0.0)

    def by_truth(self, truth, size):
        share = labels(self.texts, truth)
        self.label = (share >= 0.5).astype(int)
        # Every page counts the same, a line by its words, damped, and clear lines more than half covered ones.
        weight = size / max(len(words(truth)), 50) + 0.3 / max(len(self.texts), 1)
        self.weight = numpy.sqrt(numpy.minimum(weight, 0.5)) * numpy.where((share > 0.2) & (share < 0.8), 0.3, 1.0)


def corpus(folder, work):
    """The pages of which something is known, what is, and their files."""
    ends = {d["page"]: d["end"] for d in map(json.loads, gzip.open(os.path.join(folder, "trees.jsonl.gz"), "rt", encoding="utf-8"))}
    labelled = {d["page"]: (d, ends[d["page"]]) for d in map(json.loads, open(os.path.join(folder, "labels.jsonl"), encoding="utf-8"))}
    truth = {d["page"]: d["text"] for d in map(json.loads, gzip.open(os.path.join(folder, "truth.jsonl.gz"), "rt", encoding="utf-8"))}
    rows = [json.loads(line) for line in open(os.path.join(folder, "pages.jsonl"), encoding="utf-8")]
    for row in rows:
        if row["page"] in truth or row["page"] in labelled and labelled[row["page"]][0]["article"]:
            name = row["page"].replace("/", "__")
            path = os.path.join(work, name + ".html")
            with open(path, "wb") as out:
                out.write(gzip.open(os.path.join(folder, "pages", name + ".html.gz")).read())
            yield row, truth.get(row["page"]), labelled.get(row["page"]), path


def export(model, files):
    target = os.environ.get("CARGO_TARGET_DIR", os.path.join(ROOT, "target"))
    program = os.path.join(target, "release/examples/features")
    with subprocess.Popen([program, "article", model, *files], stdout=subprocess.PIPE, text=True) as run:
        yield from map(json.loads, run.stdout)
    if run.returncode:
        raise SystemExit(f"features: {run.returncode}")


def fit(rows, pages, trees, seeds, **settings):
    weights = numpy.concatenate([p.weight for p in pages])
    rows, labels = numpy.vstack(rows), numpy.concatenate([p.label for p in pages])
    return [boost.fit(rows, labels, trees, weights / weights.mean(), seed=seed, **settings) for seed in seeds]


class Learner:
    def __init__(self, folder, work):
        self.work = work
        found = list(corpus(folder, work))
        self.files = [path for *_, path in found]
        start = os.path.join(work, "start")
        with open(start, "w") as out:
            out.write(NOTHING.format("article") + NOTHING.format("article_again"))
        self.pages = []
        for (row, truth, label, _), answer in zip(found, export(start, self.files), strict=True):
            self.pages.append(Page(row, truth, label, answer))
            self.names = answer["first_names"], answer["second_names"]
        self.first = {}

    def round_one(self, without):
        """The first round's fits, learned without some folds."""
        if without not in self.first:
            pages = [p for p in self.pages if p.fold not in without]
            self.first[without] = fit([p.first for p in pages], pages, **FIRST)
        return self.first[without]

    def sections(self, without, notes):
        """Both sections, learned without some folds."""
        known = [p for p in self.pages if p.fold not in without]
        second = {}
        for k in sorted({p.fold for p in known}):
            model = os.path.join(self.work, "model")
            with open(model, "w") as out:
                out.write(boost.averaged("article", self.round_one(frozenset(without | {k})), self.names[0], []))
                out.write(NOTHING.format("article_again"))
            own = [i for i, p in enumerate(self.pages) if p.fold == k]
            for i, answer in zip(own, export(model, [self.files[i] for i in own]), strict=True):
                second[self.pages[i].page] = numpy.asarray(answer["second"], dtype=numpy.float32)
        again = fit([second[p.page] for p in known], known, **SECOND)
        return {
            "article": boost.averaged("article", self.round_one(frozenset(without)), self.names[0], notes),
            "article_again": boost.averaged("article_again", again, self.names[1], ["what the first round made of a line's surroundings"]),
        }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus")
    parser.add_argument("--folds", help="folder for the models learned without one fold each")
    given = parser.parse_args()
    subprocess.run(["cargo", "build", "--release", "--quiet", "--example", "features"], cwd=ROOT, check=True)
    with tempfile.TemporaryDirectory() as work:
        learner = Learner(given.corpus, work)
        if given.folds:
            os.makedirs(given.folds, exist_ok=True)
            for k in range(FOLDS):
                boost.replace_sections(os.path.join(given.folds, str(k)), learner.sections(frozenset({k}), [f"without fold {k}"]))
        count = sum(len(p.texts) for p in learner.pages)
        notes = [f"{count} lines of {len(learner.pages)} pages; LightGBM {boost.lightgbm.__version__}; learn/article.py"]
        boost.replace_sections(os.path.join(ROOT, "src/model.txt"), learner.sections(frozenset(), notes))


if __name__ == "__main__":
    main()
