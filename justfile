# Every recipe works on a fresh machine; `just` itself comes with `python3 dev.py test`.

default:
    @just --list

# run the harness: just run corpus/
run *ARGS:
    python3 dev.py run {{ARGS}}

# lint, types, and every test
test *ARGS:
    python3 dev.py test {{ARGS}}

# the tests that need neither hosts nor network: seconds
quick:
    .venv/bin/ruff check && .venv/bin/mypy && .venv/bin/pytest -m "not hosts"

# format Python and Rust
format:
    .venv/bin/ruff check --fix && .venv/bin/ruff format
    cargo fmt --manifest-path rust-host/versions/0.6.0/Cargo.toml

# the harness's own cost, as ratios in one run
bench:
    .venv/bin/python benchmarks/overhead.py

# how often the timing rule finds a slowdown of 5 %, and one of none; half an hour, saved as it goes
bench-timing *ARGS:
    .venv/bin/python benchmarks/timing_power.py {{ARGS}}

# requests a second of `harness serve` over a million observations; a quarter of an hour
bench-serve *ARGS:
    .venv/bin/python benchmarks/serve.py {{ARGS}}

# the README's picture, from a record: just picture .harness/FILE.jsonl
picture RECORD:
    .venv/bin/harness report {{RECORD}} --format html --output .harness/matrix.html
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --disable-background-networking --window-size=1000,930 --screenshot=docs/matrix.png "file://$PWD/.harness/matrix.html"

# the picture of the dashboard's first screen, from the history: just dashboard
dashboard HISTORY=".harness/history":
    .venv/bin/harness site .harness/site --history {{HISTORY}} --profiles docs/profiles.json --findings docs/findings.md
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --disable-background-networking --window-size=1280,1000 --screenshot=docs/dashboard.png "file://$PWD/.harness/site/index.html"

# write the golden reports anew, to be read in the diff
golden:
    HARNESS_UPDATE_GOLDEN=1 .venv/bin/pytest tests/reports

# lock the dependencies anew
lock:
    uv pip compile pyproject.toml --extra dev --generate-hashes --universal --python-version 3.11 --no-header --no-annotate --no-emit-index-url --quiet --output-file requirements.txt
