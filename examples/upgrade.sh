#!/bin/sh
# May we upgrade RustPython? A gate for any machine that has a shell.
#
#     upgrade.sh OLD NEW SCRIPTS [OPTION...]     as  upgrade.sh 0.5.0 0.6.0 scripts/ --wasm
#
# Leaves upgrade.md to read and upgrade.jsonl, the record, to keep. Ends with the code of
# `harness upgrade`; a result that is not conclusive is tried once more.
set -u

if [ $# -lt 3 ]; then
    echo "usage: upgrade.sh OLD NEW SCRIPTS [OPTION...]" >&2
    exit 2
fi

check() {
    harness upgrade "$@" --record upgrade.jsonl --format markdown -o upgrade.md
}

check "$@"
code=$?
if [ $code -eq 3 ]; then
    echo "upgrade: not conclusive, once more" >&2
    check "$@"
    code=$?
fi

case $code in
    0) echo "upgrade: nothing regressed" ;;
    1) echo "upgrade: scripts regressed, see upgrade.md" ;;
    3) echo "upgrade: still not conclusive, see the lines above" ;;
    5) echo "upgrade: scripts are slower, see upgrade.md" ;;
    *) echo "upgrade: it could not be run ($code)" ;;
esac
exit $code
