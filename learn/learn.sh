#!/usr/bin/env bash
# Learns src/model.txt anew: learn/learn.sh CORPUS [MODELS]. With MODELS also the five models that each lack one fold, for
# cross-validated figures. The order matters: clutter is judged beside the article that was found.
set -euo pipefail
cd "$(dirname "$0")/.."
corpus=${1:?usage: learn/learn.sh CORPUS [MODELS]}
folds=${2:+--folds "$2"}

venv=target/learn
if ! cmp -s learn/requirements.txt "$venv/requirements.txt"; then
  echo '==> Setting up Python for learning'
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r learn/requirements.txt
  cp learn/requirements.txt "$venv/requirements.txt"
fi
for judge in article clutter summary; do
  echo "==> Learning: $judge"
  # shellcheck disable=SC2086
  "$venv/bin/python" "learn/$judge.py" "$corpus" $folds
done
