"""Fit small boosted trees with LightGBM and write them in the text form that src/model.rs reads.

Deterministic: one thread, fixed seeds, thresholds and leaves rounded before they are written.
"""
import lightgbm
import numpy

SETTINGS = {
    "objective": "binary", "learning_rate": 0.1, "num_leaves": 8, "min_data_in_leaf": 20, "lambda_l2": 1.0, "max_bin": 63,
    "verbosity": -1, "seed": 1, "deterministic": True, "force_row_wise": True, "num_threads": 1,
}


def fit(rows, labels, trees, weights=None, groups=None, **settings):
    """Trees for rows x features and labels; `groups` (sizes) for ranking objectives."""
    data = lightgbm.Dataset(numpy.asarray(rows, dtype=numpy.float32), numpy.asarray(labels), weight=weights, group=groups, free_raw_data=False)
    return lightgbm.train({**SETTINGS, **settings}, data, num_boost_round=trees)


def number(value, digits):
    text = f"{value:.{digits}g}"
    return text[:-2] if text.endswith(".0") else text


def tree_line(node, names):
    if "leaf_value" in node:
        return [number(node["leaf_value"], 4)]
    if node["decision_type"] != "<=":
        raise ValueError(f"a split that the text form has no word for: {node['decision_type']}")
    split = f"{names[node['split_feature']]}<={number(node['threshold'], 6)}"
    return [split, *tree_line(node["left_child"], names), *tree_line(node["right_child"], names)]


def section(name, booster, names, notes):
    """One section of the model file. LightGBM keeps its starting score inside the first tree, so the bias is 0."""
    lines = [f"[{name}]", *(f"# {note}" for note in notes), "bias 0"]
    for tree in booster.dump_model()["tree_info"]:
        lines.append(" ".join(tree_line(tree["tree_structure"], names)))
    return "\n".join(lines) + "\n"


def averaged(name, fits, names, notes):
    """One section of several fits: all their trees, each leaf an equal part of its value. More digits change no answer."""
    def short(value, digits):
        # LightGBM says 1e-35 for what is at most zero, -1e-35 for what is below it.
        if 0 <= value < 1e-9:
            return "0"
        return number(value, digits).replace("0.", ".", 1) if abs(value) < 1 else number(value, digits)

    def word_of(word):
        feature, is_split, threshold = word.partition("<=")
        return f"{feature}<={short(float(threshold), 4)}" if is_split else short(float(word) / len(fits), 3)

    head, trees = [], []
    for fit in fits:
        lines = section(name, fit, names, notes).splitlines()
        head = [line for line in lines if line[0] in "[#b"][: 2 + len(notes)]
        for line in lines[len(head):]:
            trees.append(" ".join(word_of(word) for word in line.split()))
    return "\n".join([*head, *trees]) + "\n"


def replace_sections(path, sections):
    """Puts sections, by name, into a model file, in place of the ones of those names, leaving the others as they are."""
    for name, text in sections.items():
        replace_section(path, name, text)


def replace_section(path, name, text):
    """Puts a section into a model file, in place of the one of that name, leaving the others as they are."""
    try:
        lines = open(path, encoding="utf-8").read().splitlines(keepends=True)
    except FileNotFoundError:
        lines = []
    kept, inside = [], False
    for line in lines:
        if line.startswith("["):
            inside = line.strip() == f"[{name}]"
        if not inside:
            kept.append(line)
    body = "".join(kept).rstrip("\n")
    with open(path, "w", encoding="utf-8") as file:
        file.write((body + "\n\n" if body else "") + text)
