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
# As src/summary/choose.rs: what repetition costs, when it forbids, and words a sentence.
REPETITION, SAME, WORDS = 1.0, 0.5, 40
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
        self.words = self.rows[:, computed["names"].index("words")] if len(sentences) else numpy.zeros(0)
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



class Articles:
    """Many articles side by side, filled up to the same number of sentences and n-grams, so that all are scored at once."""

    def __init__(self, known):
        self.rows = numpy.arange(len(known))
        self.budget = numpy.array([a.budget for a in known])
        self.most = max(len(a.rows) for a in known)

        def filled(parts, shape, kind):
            out = numpy.zeros((len(known), *shape), dtype=kind)
            for own, part in zip(out, parts):
                own[tuple(slice(n) for n in part.shape)] = part
            return out

        self.words = filled([a.words for a in known], (self.most,), numpy.float32)
        self.leaning = filled([a.leaning for a in known], (self.most,), numpy.int8)
        self.alike = filled([a.alike for a in known], (self.most, self.most), numpy.float32)
        self.eligible = numpy.zeros((len(known), self.most), dtype=bool)
        for own, a in zip(self.eligible, known):
            own[a.eligible] = True
        self.hits, self.sizes, self.wanted, self.length = [], [], [], []
        for order in (0, 1):
            grams_most = max(len(a.wanted[order]) for a in known)
            self.hits.append(filled([a.hits[order] for a in known], (self.most, grams_most), numpy.int16))
            self.sizes.append(filled([a.sizes[order] for a in known], (self.most,), numpy.int32))
            self.wanted.append(filled([a.wanted[order] for a in known], (grams_most,), numpy.int16))
            self.length.append(self.wanted[order].sum(1, dtype=numpy.int32))

    def rouge(self, hits, sizes):
        """ROUGE-1 + ROUGE-2 (F1) for summed hits and sizes: one choice an article, or several in the middle."""
        total = 0.0
        for order in (0, 1):
            wanted, length = self.wanted[order], self.length[order]
            if sizes[order].ndim == 2:
                wanted, length = wanted[:, None], length[:, None]
            found = numpy.minimum(hits[order], wanted).sum(-1, dtype=numpy.int32)
            total = total + 2 * found / numpy.maximum(sizes[order] + length, 1)
        return total

    def sums(self, chosen):
        """Hits and sizes of what is chosen; -1 is nothing."""
        held, at = chosen >= 0, numpy.maximum(chosen, 0)
        rows = self.rows[:, None]
        return [(h[rows, at] * held[..., None]).sum(1, dtype=numpy.int16) for h in self.hits], [(s[rows, at] * held).sum(1) for s in self.sizes]

    def oracle(self):
        """Whether a greedy oracle would choose a sentence."""
        taken = numpy.zeros_like(self.eligible)
        best = numpy.zeros(len(self.rows))
        hits, sizes = self.sums(numpy.full((len(self.rows), 1), -1))
        for step in range(max(self.budget)):
            values = self.rouge([h[:, None] + own for h, own in zip(hits, self.hits)], [s[:, None] + own for s, own in zip(sizes, self.sizes)])
            values[~self.eligible | taken] = -1.0
            first = values.argmax(1)
            value = values[self.rows, first]
            better = (value > best) & (step < self.budget)
            best = numpy.where(better, value, best)
            taken[self.rows[better], first[better]] = True
            new_hits, new_sizes = self.sums(numpy.where(better, first, -1)[:, None])
            hits, sizes = [h + n for h, n in zip(hits, new_hits)], [s + n for s, n in zip(sizes, new_sizes)]
        return taken

    def choose(self, worth):
        """As src/summary/choose.rs: the places of the chosen sentences, -1 behind the last."""
        chosen = numpy.full((len(self.rows), max(self.budget)), -1)
        count, words = numpy.zeros(len(self.rows), dtype=int), numpy.zeros(len(self.rows))
        free, follows, alike = self.eligible.copy(), numpy.zeros_like(self.eligible), numpy.zeros(worth.shape)
        for most in (0, 1, 3):
            for _ in range(chosen.shape[1]):
                may = free & ((self.leaning <= most) | (follows & (self.leaning < 4))) & (alike <= SAME)
                may &= (count == 0)[:, None] | (words[:, None] + self.words <= WORDS * self.budget[:, None])
                rows = self.rows[(count < self.budget) & may.any(1) & ((most < 3) | (count == 0))]
                best = numpy.where(may, worth - REPETITION * alike, -numpy.inf).argmax(1)[rows]
                chosen[rows, count[rows]] = best
                count[rows] += 1
                words[rows] += self.words[rows, best]
                free[rows, best] = False
                inside = best + 1 < self.most
                follows[rows[inside], best[inside] + 1] = True
                alike[rows] = numpy.maximum(alike[rows], self.alike[rows, best])
        return chosen

    def push(self, scores):
        """How the scores of the eligible sentences should move, and how stiffly: see the head of this file."""
        worth = numpy.full(self.eligible.shape, -1e9)
        worth[self.eligible] = scores
        chosen = self.choose(worth)
        hits, sizes = self.sums(chosen)
        now = self.rouge(hits, sizes)[:, None]
        rows, rivals = self.rows[:, None], numpy.argsort(-worth, axis=1, kind="stable")[:, :RIVALS]
        may = self.eligible[rows, rivals] & (rivals[..., None] != chosen[:, None]).all(-1)
        slope, bend = numpy.zeros(worth.shape), numpy.full(worth.shape, 1e-3)
        for i in chosen.T:
            held, i = i >= 0, numpy.maximum(i, 0)
            with_rival = [(h - own[self.rows, i])[:, None] + own[rows, rivals] for h, own in zip(hits, self.hits)]
            gain = self.rouge(with_rival, [(s - own[self.rows, i])[:, None] + own[rows, rivals] for s, own in zip(sizes, self.sizes)]) - now
            sign = numpy.where(gain > 0, 1.0, -1.0)
            apart = numpy.clip(sign * (worth[rows, rivals] - worth[self.rows, i][:, None]), -50, 50)
            doubt = 1 / (1 + numpy.exp(apart))
            force = 10 * numpy.abs(gain) * doubt * (may & held[:, None])
            stiff = force * (1 - doubt)
            slope[rows, rivals] -= sign * force
            slope[self.rows, i] += (sign * force).sum(1)
            bend[rows, rivals] += stiff
            bend[self.rows, i] += stiff.sum(1)
        return slope[self.eligible], bend[self.eligible]


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
    together = Articles(known)
    oracle = together.oracle()[together.eligible].astype(float)
    first = boost.fit(rows, oracle, ORACLE_TREES, min_data_in_leaf=40)
    data = lightgbm.Dataset(rows, oracle, init_score=first.predict(rows, raw_score=True), free_raw_data=False)
    settings = {**boost.SETTINGS, "objective": lambda scores, _data: together.push(scores), "min_data_in_leaf": 40, "min_sum_hessian_in_leaf": 1.0}
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
