"""Learn which lines of a page are its story; write the section [article] of src/model.txt and of the models of each fold.

    python learn/article.py CORPUS [--folds MODELS]

A line is the story's when the true text holds it: at least 70 % of its runs of four words, or, for a short line, the run across its
end or beginning. Pages without a true text teach by the labelled containers. Deterministic.
"""
import argparse, gzip, json, math, os, re

import boost
from clutter import FOLDS, ROOT, cover, features, fold

TOKEN = re.compile(r"\w+", re.UNICODE)
SETTINGS = {"num_leaves": 12, "feature_fraction": 0.5, "min_data_in_leaf": 40, "learning_rate": 0.12}
TREES = 110


def tokens(text):
    return TOKEN.findall(text.replace("\u00ad", "").lower())


def by_truth(rows, truth):
    """1, 0 or None (half of it) for each line."""
    words = tokens(truth)
    runs = {tuple(words[i:i + 4]) for i in range(max(1, len(words) - 3))}
    threes = {tuple(words[i:i + 3]) for i in range(max(1, len(words) - 2))}
    lines = [tokens(text) for _, text, _ in rows]
    out = []
    for i, line in enumerate(lines):
        if len(line) >= 6:
            share = sum(tuple(line[j:j + 4]) in runs for j in range(len(line) - 3)) / (len(line) - 3)
            out.append(1 if share >= 0.7 else 0 if share <= 0.3 else None)
        elif not line:
            out.append(None)
        else:
            after = line + (lines[i + 1][:3] if i + 1 < len(lines) else [])
            before = (lines[i - 1][-3:] if i else []) + line
            crosses = tuple(after[-4:]) in runs if len(after) >= 4 and len(after) > len(line) else False
            crosses = crosses or (tuple(before[:4]) in runs if len(before) >= 4 and len(before) > len(line) else False)
            out.append(int(crosses and (len(line) < 3 or tuple(line[:3]) in threes)))
    return out


def by_labels(rows, label, tree):
    end = tree["end"]
    story, clutter = cover(label["article"], end), cover([b[0] for b in label["blocks"]] + label["unsure"], end)
    return [int(story[node] and not clutter[node]) for node, _, _ in rows]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("corpus")
    arguments.add_argument("--folds")
    given = arguments.parse_args()
    at = lambda name: os.path.join(given.corpus, name)
    pages = [json.loads(line) for line in open(at("pages.jsonl"))]
    truth = {t["page"]: t["text"] for t in map(json.loads, gzip.open(at("truth.jsonl.gz"), "rt"))}
    labels = {l["page"]: l for l in map(json.loads, open(at("labels.jsonl")))}
    trees = {t["page"]: t for t in map(json.loads, gzip.open(at("trees.jsonl.gz"), "rt"))}
    answers = features("article", given.corpus, [p["page"] for p in pages])
    names = answers[0]["names"]
    data = []
    for page, answer in zip(pages, answers):
        rows = answer["rows"]
        if page["page"] in truth:
            known, weight = by_truth(rows, truth[page["page"]]), 1.0
        elif page["page"] in labels:
            known, weight = by_labels(rows, labels[page["page"]], trees[page["page"]]), 0.5
        else:
            continue
        for (_, text, values), y in zip(rows, known):
            if y is not None:
                data.append((values, y, weight * math.log1p(len(tokens(text))), fold(page["site"])))

    def learn(rows, notes):
        trees = boost.fit([r[0] for r in rows], [r[1] for r in rows], TREES, weights=[r[2] for r in rows], **SETTINGS)
        return boost.section("article", trees, names, notes)

    if given.folds:
        os.makedirs(given.folds, exist_ok=True)
        for k in range(FOLDS):
            boost.replace_section(os.path.join(given.folds, str(k)), "article", learn([r for r in data if r[3] != k], [f"without fold {k}"]))
    notes = [f"{len(data)} lines of {len(pages)} pages; LightGBM {boost.lightgbm.__version__}; learn/article.py"]
    boost.replace_section(os.path.join(ROOT, "src/model.txt"), "article", learn(data, notes))


if __name__ == "__main__":
    main()
