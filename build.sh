#!/usr/bin/env bash
# Builds, shows and checks Lede. `./build.sh help` lists what it does.
# It installs what it needs: a wasm target by rustup, wasm-pack and wasm-bindgen by cargo, development tools by npm into
# node_modules/, and, for demo and test, the browsers by apt where it may.
set -euo pipefail
cd "$(dirname "$0")"

WASM_PACK=0.15.1
CARGO_DENY=0.20.2
CARGO_FUZZ=0.13.2
WASM_BINDGEN=$(sed -n 's/^wasm-bindgen = { version = "=\([^"]*\)".*/\1/p' Cargo.toml)
VERSION=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
# Ceilings in bytes: the brain (the aim is 300,000), and each package.
BRAIN_LIMIT=411000
PACKAGE_LIMIT=900000

say() { printf '\n==> %s\n' "$*"; }
fail() { printf '\nerror: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# --- what is needed -----------------------------------------------------------------------------

need_rust() {
  have cargo && have rustup || fail 'Rust is missing. Install it with: curl --proto "=https" --tlsv1.2 -sSf https://sh.rustup.rs | sh'
  # Reading the pinned toolchain makes rustup fetch it with its parts; an older rustup has to be told.
  rustup show active-toolchain >/dev/null 2>&1 || rustup toolchain install
  rustup target list --installed | grep -qx wasm32-unknown-unknown || { say 'Adding the wasm target'; rustup target add wasm32-unknown-unknown; }
}

# need_tool NAME CRATE VERSION: a tool of exactly this version, built from crates.io where it is not there.
need_tool() {
  [ "$("$1" --version 2>/dev/null || true)" = "$1 $3" ] && return
  say "Building $1 $3 (a few minutes, once)"
  # The tool's own lock file may name versions that were withdrawn since; then cargo resolves anew.
  cargo install --locked --version "=$3" "$2" || cargo install --version "=$3" "$2"
}

need_wasm_tools() {
  need_tool wasm-bindgen wasm-bindgen-cli "$WASM_BINDGEN"
  need_tool wasm-pack wasm-pack "$WASM_PACK"
}

need_node() {
  have node && have npm || fail 'Node.js 20 or later with npm is missing. Install it from your package manager, for instance: apt-get install nodejs npm'
  # npm writes this file last, so it is there only after a complete install of this very lock file.
  if ! cmp -s package-lock.json node_modules/.lede-lock.json; then
    say 'Installing the development tools (npm ci)'
    npm ci --no-audit --no-fund --loglevel=error
    cp package-lock.json node_modules/.lede-lock.json
  fi
}

# need_browser COMMAND PACKAGE VARIABLE: the browser to test with.
need_browser() {
  [ -n "${!3:-}" ] && { [ -x "${!3}" ] || fail "$3 names ${!3}, which cannot be run."; return; }
  have "$1" && return
  if have apt-get && [ "$(id -u)" = 0 ]; then
    say "Installing $2"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$2"; } >&2 || fail "apt-get could not install $2."
  else
    fail "$1 is missing. Install it with: sudo apt-get install $2   (or name another binary in $3)"
  fi
}

# --- building -----------------------------------------------------------------------------------

# Rust's messages name source files. Without the folders of this machine in them every machine makes the same bytes.
# The flags as cargo takes them when a path may hold a space.
without_paths() {
  local flags="--remap-path-prefix=$PWD=lede" folder
  for folder in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do flags+=$'\x1f'"--remap-path-prefix=$folder=crates"; done
  flags+=$'\x1f'"--remap-path-prefix=$(rustc --print sysroot)/lib/rustlib/src/rust=/rustc/$(rustc -vV | sed -n 's/^commit-hash: //p')"
  echo "$flags"
}

# build_wasm NAME FEATURE: this crate with one feature, as target/NAME/NAME.js and its wasm.
build_wasm() {
  cargo fetch --locked
  CARGO_ENCODED_RUSTFLAGS=$(without_paths) wasm-pack --log-level warn build --target web --no-typescript --no-pack --profile wasm-release --out-dir "target/$1" --out-name "$1" . -- --no-default-features --features "$2" --locked
  # The memory flags hold: memory starts out as zeros, and its first kilobyte is the last that the stack would reach.
  node_modules/.bin/wasm-opt -Oz --low-memory-unused --zero-filled-memory --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals \
    --enable-reference-types --enable-multivalue --strip-debug --strip-producers "target/$1/$1_bg.wasm" -o "target/$1/$1_bg.wasm"
}

build() {
  need_rust; need_wasm_tools; need_node
  say 'Building the brain (Rust to WebAssembly)'
  build_wasm lede wasm
  say "Building the extension's own pages"
  build_wasm pages pages
  say 'Putting the extension together'
  node tools/dist.mjs target/lede target/pages "$VERSION"
  check_sizes
}

build_site() {
  say 'Building the web site'
  build_wasm try demo
  node tools/site.mjs target/try
}

package() {
  build
  [ -z "$(git status --porcelain)" ] || say 'The work tree differs from the last commit: the source archive holds the commit, the packages hold the work tree.'
  git archive --format=tar --prefix="lede-$VERSION/" HEAD | gzip -9n >"dist/lede-$VERSION-source.tar.gz"
  say 'Packages'
  ls -l dist/lede-"$VERSION"-*
}

# The packages once more, from the source archive alone, in another folder.
verify() {
  package
  local folder
  folder=$(mktemp -d)
  # shellcheck disable=SC2064
  trap "rm -rf '$folder'" EXIT
  tar -xzf "dist/lede-$VERSION-source.tar.gz" -C "$folder"
  say "Building again from the source archive, in $folder"
  "$folder/lede-$VERSION/build.sh" build
  say 'Comparing'
  node tools/verify.mjs "$VERSION" "$folder/lede-$VERSION"
}

# What is compiled into the packages, with the licences of those who wrote it; each package holds the same text.
notices() {
  node --input-type=module -e 'import { licences } from "./tools/licences.mjs"; process.stdout.write(licences("wasm,pages"))' >THIRD-PARTY.txt
}

check_sizes() {
  local brain
  brain=$(wc -c <dist/chrome/brain/lede_bg.wasm)
  printf 'brain %s bytes (%s gzipped), ceiling %s\n' "$brain" "$(gzip -9c dist/chrome/brain/lede_bg.wasm | wc -c)" "$BRAIN_LIMIT"
  printf 'pages %s bytes (%s gzipped)\n' "$(wc -c <dist/chrome/pages/pages_bg.wasm)" "$(gzip -9c dist/chrome/pages/pages_bg.wasm | wc -c)"
  [ "$brain" -le "$BRAIN_LIMIT" ] || fail "The brain's wasm is over its ceiling."
  for package in dist/lede-"$VERSION"-chrome.zip dist/lede-"$VERSION"-firefox.xpi; do
    printf '%s %s bytes, ceiling %s\n' "$package" "$(wc -c <"$package")" "$PACKAGE_LIMIT"
    [ "$(wc -c <"$package")" -le "$PACKAGE_LIMIT" ] || fail "$package is over its ceiling."
  done
}

build_cli() {
  say 'Building the lede command line'
  cargo build --release --locked
}

# --- checking -----------------------------------------------------------------------------------

check_rust() {
  say 'Rust: format and lint'
  cargo fmt --check
  cargo clippy --locked --all-targets -- -D warnings
  for feature in wasm pages demo; do
    cargo clippy --locked --lib --no-default-features --features "$feature" --target wasm32-unknown-unknown -- -D warnings
  done
  say 'Rust: documentation'
  RUSTDOCFLAGS='-D warnings' cargo doc --locked --no-deps --lib
  say 'Rust: native tests'
  cargo test --locked
  say 'Rust: ten thousand inputs by chance for each claim, and what fuzzing kept'
  cargo test --locked --release --test random
  say 'Rust: tests of the WebAssembly boundary'
  wasm-pack --log-level warn test --node -- --locked --no-default-features --features wasm --test wasm
}

# How the work grows with the page: a call at the beginning of every function and every turn of every loop, copying included, is counted.
check_cost() {
  say 'Cost: twice the page is about twice the steps'
  CARGO_PROFILE_RELEASE_LTO=off cargo build --locked --release --example cost --target wasm32-unknown-unknown --no-default-features --features wasm,html
  node_modules/.bin/wasm-opt --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals --enable-reference-types \
    --enable-multivalue --llvm-memory-copy-fill-lowering --log-execution target/wasm32-unknown-unknown/release/examples/cost.wasm -o target/cost.wasm
  node --test tests/cost.test.mjs
}

check_javascript() {
  say 'JavaScript: types and lint'
  npm run --silent check
  say 'How often a page is read'
  node --test tests/watch.test.mjs
  say 'Our words in every language'
  node --test tests/locales.test.mjs
  say 'Firefox: web-ext lint'
  node_modules/.bin/web-ext lint --source-dir dist/firefox --warnings-as-errors
}

check_supply() {
  say 'Supply chain: licences, bans, sources, pins'
  need_tool cargo-deny cargo-deny "$CARGO_DENY"
  cargo deny --locked --log-level error check licenses bans sources
  node tools/pins.mjs
}

# Known faults in what Lede is made of and built with. Exits with 2 where a database could not be asked.
audit() {
  need_rust; need_node; need_tool cargo-deny cargo-deny "$CARGO_DENY"
  local unasked=0
  say 'Advisories on crates (RustSec)'
  if cargo deny --locked fetch db; then cargo deny --locked check advisories
  else unasked=2; echo 'NOT CHECKED: the RustSec database cannot be reached from here.'; fi
  say 'Advisories on development tools (npm)'
  mkdir -p target
  if npm audit --json >target/npm-audit.json || grep -q '"vulnerabilities"' target/npm-audit.json; then npm audit --audit=true
  else unasked=2; echo 'NOT CHECKED: the npm registry gives no advisories here.'; fi
  return "$unasked"
}

# Speed and memory, beside what else there is; with a corpus also on pages of it.
bench() {
  need_browser chromium chromium LEDE_CHROMIUM
  need_browser firefox-esr firefox-esr LEDE_FIREFOX
  build
  npm ci --prefix tools/bench --no-audit --no-fund --loglevel=error
  say 'Measuring'
  node tools/bench/main.mjs "$@"
}

# Looks for inputs that break a claim of fuzz/claims.rs, so many minutes for each, or for the one named; what it finds it leaves in
# fuzz/artifacts. The coverage that libFuzzer needs is in the stable compiler, its sanitizers are not, and without unsafe code they have little to find.
fuzz() {
  need_rust; need_tool cargo-fuzz cargo-fuzz "$CARGO_FUZZ"
  local target
  for target in ${2:-snapshot html analysis sentences}; do
    say "Fuzzing $target for $1 minutes"
    mkdir -p "target/fuzz-corpus/$target"
    # From whole pages, and without growing inputs from nothing: in twenty minutes those had come to a hundred bytes.
    cargo fuzz run --sanitizer none --fuzz-dir fuzz "$target" "target/fuzz-corpus/$target" "fuzz/corpus/$target" tests/pages tests/kept www -- \
      -max_total_time="$(($1 * 60))" -max_len=20000 -len_control=0 -timeout=60 -print_final_stats=1
  done
}

check_browsers() {
  say "End to end in both browsers${1:+ ($1)}"
  # Unquoted: node 20 leaves globs to the shell.
  # shellcheck disable=SC2086
  node --test --test-concurrency=1 ${1:-tests/e2e/*.test.mjs}
}

# --- commands -----------------------------------------------------------------------------------

case "${1:-build}" in
  build) build ;;
  package) package ;;
  audit) audit ;;
  store) # the pictures for the stores, of what dist/ holds
    need_node; need_browser chromium chromium LEDE_CHROMIUM; node tools/store.mjs ;;
  bench) shift; bench "$@" ;;
  fuzz) shift; fuzz "${1:-5}" "${2:-}" ;;
  verify) verify ;;
  notices) need_rust; notices ;;
  release-check) need_rust; need_node; node tools/release.mjs "$VERSION" ;;
  demo)
    shift
    browser=chromium
    [ "${1:-}" = --browser ] && browser=${2:-}
    case "$browser" in
      chromium | chrome) browser=chromium; need_browser chromium chromium LEDE_CHROMIUM ;;
      firefox) need_browser firefox-esr firefox-esr LEDE_FIREFOX ;;
      *) fail 'The demo knows --browser chromium and --browser firefox.' ;;
    esac
    build
    node tools/demo.mjs --browser "$browser"
    ;;
  test)
    need_browser chromium chromium LEDE_CHROMIUM
    need_browser firefox-esr firefox-esr LEDE_FIREFOX
    build
    build_site
    check_supply
    check_rust
    check_cost
    check_javascript
    build_cli
    check_browsers
    say 'All checks passed'
    ;;
  e2e) # one test file, or all, on what dist/ holds: for working on the tests
    need_node; build_cli; check_browsers "${2:-}"
    ;;
  cost) # how the work grows with the page; LEDE_COST_TABLE=1 prints it
    need_rust; need_node; check_cost ;;
  www)
    need_rust; need_wasm_tools; need_node
    build_site
    node tools/serve.mjs
    ;;
  learn) shift; learn/learn.sh "$@" ;;
  help | --help | -h)
    cat <<'HELP'
./build.sh                             dist/chrome, dist/firefox and the packages for the stores
./build.sh demo [--browser firefox]    builds, opens a browser with Lede on a sample news page
./build.sh www                         builds the web site in dist/www and serves it on this machine: try Lede without installing it
./build.sh test                        every check and test, in both browsers
./build.sh e2e [FILE]                  the browser tests alone, on dist/ as it is
./build.sh package                     the packages, and the source archive that they can be rebuilt from
./build.sh verify                      rebuilds the packages from the source archive and compares them bit for bit
./build.sh notices                     writes THIRD-PARTY.txt
./build.sh store                       takes the pictures for the stores, of what dist/ holds
./build.sh release-check               what is left to do before this version goes to the stores
./build.sh audit                       asks the databases of known faults about every dependency
./build.sh cost                        counts how the work of each part grows with the page
./build.sh fuzz [MINUTES [CLAIM]]      looks for inputs that break a claim, five minutes for each claim
./build.sh bench [CORPUS]              measures speed and memory beside other tools: docs/bench.md, docs/bench.svg
./build.sh learn CORPUS                learns src/model.txt anew from a labelled corpus
HELP
    ;;
  *) fail "There is no command '$1'. See ./build.sh help" ;;
esac
