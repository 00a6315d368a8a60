"""Score headline, byline, date and language against what publishers' own data say.

    python learn/score_article.py LEDE CORPUS [--misses 20]

CORPUS has meta.jsonl with {"page", "headline", "authors", "published", "lang"} a line, and pages/. Only pages that have a value count.
A headline is right when it has the same words, but for a kicker before or after it; a byline when it names every author; a date when
the day is the same, here or in UTC. The data can be wrong themselves: read the misses.
"""
import argparse, datetime, gzip, json, os, re, subprocess, tempfile

WORD = re.compile(r"\w+")


def words(text):
    return WORD.findall((text or "").lower())


def headline(meta, found):
    true, ours = words(meta["headline"]), words((found["headline"] or {}).get("text"))
    if not ours:
        return False
    shared = len(set(true) & set(ours))
    inside = lambda a, b: len(a) >= 3 and any(b[i:i + len(a)] == a for i in range(len(b) - len(a) + 1))
    return true == ours or inside(true, ours) or inside(ours, true) or shared >= 0.8 * len(set(true) | set(ours))


def byline(meta, found):
    ours = " " + " ".join(words(found["byline"])) + " "
    return all(" " + " ".join(words(author)) + " " in ours for author in meta["authors"])


def moment(text):
    text = re.sub(r"\.\d+", "", text.strip().replace("Z", "+00:00"))
    text = re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", text)
    return datetime.datetime.fromisoformat(text)


def date(meta, found):
    if not found["published"]:
        return False
    days = []
    for text in (meta["published"], found["published"]):
        try:
            at = moment(text)
        except ValueError:
            return False
        days.append({at.date(), at.astimezone(datetime.timezone.utc).date() if at.tzinfo else at.date()})
    return bool(days[0] & days[1])


def lang(meta, found):
    fold = lambda tag: {"nb": "no", "nn": "no"}.get((tag or "").split("-")[0].lower(), (tag or "").split("-")[0].lower())
    return fold(meta["lang"]) == fold(found["lang"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lede")
    parser.add_argument("corpus")
    parser.add_argument("--misses", type=int, default=0)
    given = parser.parse_args()
    metas = [json.loads(line) for line in open(os.path.join(given.corpus, "meta.jsonl"), encoding="utf-8") if line.strip()]
    with tempfile.TemporaryDirectory() as work:
        files = []
        for meta in metas:
            name = meta["page"].replace("/", "__")
            files.append(os.path.join(work, name + ".html"))
            with open(files[-1], "wb") as out:
                out.write(gzip.open(os.path.join(given.corpus, "pages", name + ".html.gz")).read())
        run = subprocess.run([given.lede, "inspect", "--json", *files], check=True, capture_output=True, text=True)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    for name, right, ours in (("headline", headline, lambda f: (f["headline"] or {}).get("text")), ("authors", byline, lambda f: f["byline"]),
                              ("published", date, lambda f: f["published"]), ("lang", lang, lambda f: f["lang"])):
        pairs = [(m, f) for m, f in zip(metas, answers, strict=True) if m.get(name)]
        wrong = [(m, f) for m, f in pairs if not right(m, f)]
        print(f"{name}: {len(pairs) - len(wrong)} of {len(pairs)}, {1 - len(wrong) / max(len(pairs), 1):.1%}")
        for m, f in wrong[:given.misses]:
            print(f"  {m['page']}: {m[name]!r}, found {ours(f)!r}")


if __name__ == "__main__":
    main()
