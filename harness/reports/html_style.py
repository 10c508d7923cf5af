"""The style sheet of the HTML report."""

STYLE = """
:root { color-scheme: light dark; --page: #f6f7f9; --card: #fff; --ink: #1b1f24; --quiet: #59636e;
  --line: #d5dae0; --link: #0b57b0; --good: #d9f2df; --fair: #eef3cf; --poor: #fdeec8;
  --bad: #fddfc9; --worst: #fbd3d3; --ins: #d9f2df; --del: #fbd9d9; --edge-good: #2f8a4a;
  --edge-bad: #b3382c; --edge-mid: #a0700a; }
@media (prefers-color-scheme: dark) { :root { --page: #14171b; --card: #1d2127; --ink: #e6e9ed;
  --quiet: #a0a9b4; --line: #363d46; --link: #7db6ff; --good: #17402a; --fair: #3a421a;
  --poor: #4c3a10; --bad: #543016; --worst: #5a2326; --ins: #17402a; --del: #562428;
  --edge-good: #5bc47d; --edge-bad: #ef8177; --edge-mid: #e0b04a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 70rem; background: var(--page);
  color: var(--ink); font: 16px/1.5 system-ui, "DejaVu Sans", sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; line-height: 1.2; }
h2 { font-size: 1.2rem; margin: 2rem 0 .6rem; }
h2 small, .quiet, small { color: var(--quiet); font-weight: 400; font-size: .85rem; }
p { margin: .4rem 0; }
a { color: var(--link); }
code, pre, .id { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .85em;
  overflow-wrap: anywhere; }
.warning { padding: .6rem .9rem; border: 1px solid var(--edge-mid); border-left-width: .35rem;
  background: var(--poor); border-radius: .3rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
  gap: 1rem; margin-top: 1rem; }
.card { background: var(--card); border: 1px solid var(--line); border-top: .3rem solid
  var(--line); border-radius: .4rem; padding: .8rem 1rem; }
.card h2 { margin: 0; font-size: 1rem; }
.card.s0 { border-top-color: var(--edge-good); }
.card.s1, .card.s2 { border-top-color: var(--edge-mid); }
.card.s3, .card.s4 { border-top-color: var(--edge-bad); }
.big { font-size: 2rem; font-weight: 650; line-height: 1.2; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .4rem;
  background: var(--card); }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { padding: .4rem .65rem; text-align: left; vertical-align: top;
  border-bottom: 1px solid var(--line); }
tbody tr:last-child > * { border-bottom: 0; }
thead th { font-weight: 600; color: var(--quiet); vertical-align: bottom; }
tbody th { font-weight: 500; overflow-wrap: anywhere; }
.matrix td { width: 38%; font-variant-numeric: tabular-nums; }
.matrix tr:last-child th { font-weight: 700; }
.number { display: inline-block; white-space: nowrap; margin-right: .6rem; }
td small.number { color: inherit; display: block; }
.badge + .class { margin-left: .2rem; }
td.s0 { background: var(--good); }
td.s1 { background: var(--fair); }
td.s2 { background: var(--poor); }
td.s3 { background: var(--bad); }
td.s4 { background: var(--worst); }
.causes tbody th { min-width: 13rem; width: 45%; }
thead .id { overflow-wrap: normal; }
.causes td:last-child { overflow-wrap: anywhere; min-width: 9rem; }
.matrix tbody th { overflow-wrap: break-word; }
.speed td, .speed tbody th { white-space: nowrap; }
.sides { table-layout: fixed; }
.sides td, .sides thead th { overflow-wrap: anywhere; }
.sides th:first-child { width: 6.5rem; }
.badge { display: inline-block; padding: 0 .45rem; border: 1px solid var(--line);
  border-radius: 1rem; font-size: .8rem; font-weight: 600; white-space: nowrap; }
.badge.pass, .badge.xfail { border-color: var(--edge-good); background: var(--good); }
.badge.fail, .badge.changed, .badge.xpass { border-color: var(--edge-bad);
  background: var(--worst); }
.badge.flaky, .badge.spurious, .badge.missing { border-color: var(--edge-mid);
  background: var(--poor); }
details { margin: .6rem 0; }
summary { cursor: pointer; padding: .15rem 0; }
.cell { background: var(--card); border: 1px solid var(--line); border-radius: .4rem;
  margin: .5rem 0; padding: .4rem .8rem; }
.cell b { overflow-wrap: anywhere; font-weight: 600; }
.cell .id, .class { color: var(--quiet); font-size: .85rem; }
.why { display: block; color: var(--quiet); font-size: .9rem; overflow-wrap: anywhere;
  padding-left: 1rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: .6rem .8rem; margin: .5rem 0;
  background: var(--page); border: 1px solid var(--line); border-radius: .3rem; }
pre del, pre ins, pre i, pre span { display: inline-block; width: 100%; text-decoration: none;
  font-style: normal; }
pre code { font-size: inherit; }
pre ins { background: var(--ins); }
pre del { background: var(--del); }
pre i { color: var(--quiet); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .9rem; font-size: .92rem;
  margin: .5rem 0; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
input[type=radio] { margin: 0 .3rem 0 0; }
.choice { display: inline-block; margin-right: 1rem; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
li { overflow-wrap: anywhere; }
@media (max-width: 40rem) { .matrix td { width: auto; } .sides th:first-child { width: 5.2rem; }
  .sides thead th { font-size: .8rem; }
  th, td { padding: .35rem .45rem; } }
@media print { body { background: none; max-width: none; } }
"""


def filter_style(columns: int) -> str:
    """Hides the cells of other columns when a column's radio button is chosen."""
    return "".join(
        f"section:has(#show-{number}:checked) .cell:not(.column-{number}) {{ display: none; }}\n"
        for number in range(1, columns + 1)
    )
