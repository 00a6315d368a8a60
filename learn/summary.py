#!/usr/bin/env python3
"""Learn the ranker of summary sentences and write it into the model file.

    learn/summary.py CORPUS [--model src/model.txt] [--folds MODELS]

The features come from `cargo run --release --example features -- summary`. CORPUS/summaries is a directory of `<set>.jsonl.gz` with {"id", "lang", "title", "text", "references"} a line. --folds also writes MODELS/0..4,
each learned without the articles of that fold (md5 of the id modulo 5), for `--cv`.

Two stages, both small trees over the same features:
1. Which sentences a greedy oracle would choose: those that raise ROUGE-1 + ROUGE-2 against the reference.
2. Which choice is the better one: at every round the choice is made as Lede makes it (no sentence that leans on
   an absent one, none that repeats another), every chosen sentence is exchanged for each of the next best ones, and
   the pair is pushed apart by as much as the exchange changes ROUGE (LambdaMART with ROUGE in the place of NDCG:
   C. Burges, "From RankNet to LambdaRank to LambdaMART", 2010).
Deterministic: one thread, fixed seeds, no sampling.
"""
import argparse
import collections
import glob
import gzip
import hashlib
import json
import os
import re
import subprocess
import sys

import lightgbm
import numpy

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import boost

FOLDS = 5
# Sentences after these are almost never chosen, by people or by the oracle.
LOOK_AT = 60
# How many sentences a summary of the set has; as the scoring does.
BUDGET = {"fr": 2, "vi": 2}
# As src/summary/choose.rs: what repetition costs, and when it forbids.
REPETITION, SAME = 1.0, 0.6
# Trees of the two stages, chosen by cross-validation among 20..120.
ORACLE_TREES, CHOICE_TREES = 40, 80
# Next best sentences that are tried in the place of each chosen one.
RIVALS = 16


def tokens(text, lang):
    words = re.findall(r"\w+", text.lower())
    if lang != "en":
        return words
    return [re.sub(r"(ies|es|s|ing|ed|ly)$", "", w) if len(w) > 4 else w for w in words]


def grams(text, lang):
    words = tokens(text, lang)
    return collections.Counter(words), collections.Counter(zip(words, words[1:]))


class Article:
    """Features of an article's sentences and what ROUGE needs to score any choice of them."""

    def __init__(self, source, computed):
        self.id, self.lang = str(source["id"]), source["lang"]
        self.fold = int(hashlib.md5(self.id.encode()).hexdigest(), 16) % FOLDS
        self.budget = BUDGET.get(self.lang, 3)
        sentences = computed["sentences"][:LOOK_AT]
        self.rows = numpy.array(computed["values"][:LOOK_AT], dtype=numpy.float32)
        self.leaning = numpy.array(computed["leaning"][:LOOK_AT], dtype=int)
        self.eligible = numpy.flatnonzero(numpy.array(computed["eligible"][:LOOK_AT], dtype=bool))
        counted = [grams(s, self.lang) for s in sentences]
        reference = grams(source["references"][0], self.lang)
        self.hits, self.sizes, self.wanted = [], [], []
        for order in (0, 1):
            keys = list(reference[order])
            self.wanted.append(numpy.array([reference[order][k] for k in keys], dtype=numpy.int16))
            self.hits.append(numpy.array([[c[order].get(k, 0) for k in keys] for c in counted], dtype=numpy.int16).reshape(len(counted), len(keys)))
            self.sizes.append(numpy.array([sum(c[order].values()) for c in counted]))
        # Likeness as the choice sees it, over distinct long words.
        terms = [{w[:6] for w in c[0] if len(w) > 2} for c in counted]
        self.alike = numpy.array([[len(a & b) / max(1.0, (len(a) * len(b)) ** 0.5) for b in terms] for a in terms]).reshape(len(terms), len(terms))

    def rouge(self, hits, sizes):
        """ROUGE-1 + ROUGE-2 (F1) for summed hits and sizes; the last axis of hits is the reference's n-grams."""
        total = 0.0
        for order in (0, 1):
            found = numpy.minimum(hits[order], self.wanted[order]).sum(-1)
            total = total + 2 * found / numpy.maximum(sizes[order] + self.wanted[order].sum(), 1)
        return total

    def sums(self, chosen):
        return [h[chosen].sum(0) for h in self.hits], [s[chosen].sum() for s in self.sizes]

    def with_each(self, hits, sizes, others):
        return self.rouge([h[None] + own[others] for h, own in zip(hits, self.hits)], [s + own[others] for s, own in zip(sizes, self.sizes)])

    def oracle(self):
        chosen, best = [], 0.0
        while len(chosen) < self.budget:
            left = numpy.array([i for i in self.eligible if i not in chosen], dtype=int)
            if not len(left):
                break
            values = self.with_each(*self.sums(chosen), left)
            if values.max() <= best:
                break
            best = values.max()
            chosen.append(int(left[values.argmax()]))
        return chosen

    def choose(self, worth):
        """As src/summary/choose.rs."""
        chosen = []
        free = numpy.zeros(len(worth), dtype=bool)
        free[self.eligible] = True
        alike = numpy.zeros(len(worth))
        for relaxed in (False, True):
            while len(chosen) < self.budget:
                stands = self.leaning < 3 if relaxed else self.leaning == 0
                for i in chosen:
                    if i + 1 < len(worth) and self.leaning[i + 1] < 3:
                        stands[i + 1] = True
                may = free & stands & (alike <= SAME)
                if not may.any():
                    break
                best = int(numpy.where(may, worth - REPETITION * alike, -1e9).argmax())
                chosen.append(best)
                free[best] = False
                alike = numpy.maximum(alike, self.alike[best])
        return chosen


def articles(directory):
    """The names of the features and the articles."""
    names, known = [], []
    for path in sorted(glob.glob(os.path.join(directory, "*.jsonl.gz"))):
        sources = [json.loads(line) for line in gzip.open(path, "rt", encoding="utf-8")]
        text = "\n".join(json.dumps({k: s.get(k) for k in ("id", "title", "text", "lang")}, ensure_ascii=False) for s in sources)
        command = ["cargo", "run", "--release", "--quiet", "--locked", "--example", "features", "--", "summary"]
        answers = [json.loads(line) for line in subprocess.run(command, input=text, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()]
        names = answers[0]["names"]
        known += [Article(source, computed) for source, computed in zip(sources, answers, strict=True)]
    return names, known


def learn(known):
    """The boosters of both stages, on articles that have something to choose from."""
    known = [a for a in known if len(a.eligible)]
    rows = numpy.vstack([a.rows[a.eligible] for a in known])
    begins = numpy.cumsum([0] + [len(a.eligible) for a in known])
    oracle = numpy.concatenate([numpy.isin(a.eligible, a.oracle()) for a in known]).astype(float)
    first = boost.fit(rows, oracle, ORACLE_TREES, min_data_in_leaf=40)
    start = first.predict(rows, raw_score=True)

    def push(scores, _data):
        slope, bend = numpy.zeros_like(scores), numpy.full_like(scores, 1e-3)
        for begin, a in zip(begins, known):
            own = scores[begin:begin + len(a.eligible)]
            worth = numpy.full(len(a.rows), -1e9)
            worth[a.eligible] = own
            chosen = a.choose(worth)
            order = a.eligible[numpy.argsort(-own, kind="stable")][:RIVALS]
            rivals = order[~numpy.isin(order, chosen)]
            if not len(rivals) or not chosen:
                continue
            hits, sizes = a.sums(chosen)
            now = a.rouge(hits, sizes)
            at = begin + numpy.searchsorted(a.eligible, rivals)
            for i in chosen:
                without = [h - own[i] for h, own in zip(hits, a.hits)], [s - own[i] for s, own in zip(sizes, a.sizes)]
                gain = a.with_each(*without, rivals) - now
                sign = numpy.where(gain > 0, 1.0, -1.0)
                doubt = 1 / (1 + numpy.exp(sign * (worth[rivals] - worth[i])))
                force = 10 * numpy.abs(gain) * doubt
                stiff = force * (1 - doubt)
                here = begin + int(numpy.searchsorted(a.eligible, i))
                slope[at] -= sign * force
                slope[here] += (sign * force).sum()
                bend[at] += stiff
                bend[here] += stiff.sum()
        return slope, bend

    data = lightgbm.Dataset(rows, oracle, init_score=start, free_raw_data=False)
    settings = {**boost.SETTINGS, "objective": push, "min_data_in_leaf": 40, "min_sum_hessian_in_leaf": 1.0}
    return first, lightgbm.train(settings, data, num_boost_round=CHOICE_TREES)


def write(path, boosters, names, notes):
    first, second = (boost.section("summary", b, names, notes) for b in boosters)
    trees = [line for line in second.splitlines() if line and not line.startswith(("[", "#", "bias"))]
    boost.replace_section(path, "summary", first + "\n".join(trees) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", help="folder whose summaries/ holds <set>.jsonl.gz")
    parser.add_argument("--model", default="src/model.txt")
    parser.add_argument("--folds", help="directory for the models of the folds")
    args = parser.parse_args()
    names, known = articles(os.path.join(args.corpus, "summaries"))
    trees = ORACLE_TREES + CHOICE_TREES
    notes = [
        f"{trees} trees by learn/summary.py from {len(known)} articles with reference summaries (English, French, Vietnamese).",
    ]
    if args.folds:
        os.makedirs(args.folds, exist_ok=True)
        for fold in range(FOLDS):
            write(os.path.join(args.folds, str(fold)), learn([a for a in known if a.fold != fold]), names, [f"without fold {fold}"])
            print(f"fold {fold}", file=sys.stderr, flush=True)
    write(args.model, learn(known), names, notes)


if __name__ == "__main__":
    main()
