"use strict";
// The filter over all cells. Everything is put on the page as text, never as markup.

const harnessQuery = (() => {
  const COMPATIBLE = 1, STRICT = 2, DIED = 4, SENSITIVE = 8;
  const UNJUDGED = ["unsupported", "skip", "bad-script", "unstable-oracle", "spurious", "missing"];
  const CHANGES = ["regressed", "fixed", "changed"];
  const QUOTED = String.raw`"(?:[^"\\]|\\.)*(?:"|$)`; // the last quote of a query may be left open
  const TERM = new RegExp(`(?:[^\\s"]|${QUOTED})+`, "gs");
  const VALUE = new RegExp(`(?:[^,"]|${QUOTED})+`, "gs");
  const KEY = /^([a-z_-]+):(?!:)/i; // `std::fmt` is a word

  // Words and key:value terms; a comma parts values, quotes keep blanks and commas together,
  // "-" negates.
  function split(text) {
    return [...text.matchAll(TERM)].map(([whole]) => {
      const not = whole.startsWith("-");
      const rest = not ? whole.slice(1) : whole;
      const key = KEY.exec(rest)?.[1] ?? "";
      const after = key ? rest.slice(key.length + 1) : rest;
      const values = key ? [...after.matchAll(VALUE)].map(([value]) => plain(value)) : [plain(after)];
      return { whole, not, key: key.toLowerCase(), values: values.filter(Boolean), open: isOpen(rest) };
    });
  }

  const plain = (value) => value.replace(new RegExp(QUOTED, "gs"),
    (quoted) => quoted.slice(1, isOpen(quoted) ? undefined : -1).replace(/\\(["\\])/g, "$1"));
  const isOpen = (text) => (text.replace(/\\["\\]/g, "").match(/"/g)?.length ?? 0) % 2 === 1;

  // What a column may be called: its ID, with or without the engine, its version, its runtime.
  function namesOf(column) {
    const [, id] = column.split(/@(.*)/s);
    const [, version, profile, runtime] = /^([^:/]*)(?::([^/]*))?(?:\/(.*))?$/s.exec(id);
    return { ids: [column, id, version].map(lower), parts: [profile ?? "default", runtime ?? "native"].map(lower) };
  }

  const lower = (text) => text.toLowerCase();

  // The columns that a value means: those that it names, or else those that it occurs in.
  function columnsOf(data, value) {
    const named = data.columns.filter((column) => {
      const { ids, parts } = namesOf(column);
      return ids.includes(value) || parts.includes(value);
    });
    return named.length ? named : data.columns.filter((column) => lower(column).includes(value));
  }

  // Each key: from a value, in lower case, to a test of a cell; null where nothing can have it.
  function keys(data) {
    const listed = (list, value, place) => {
      const at = list.indexOf(value);
      return at < 0 ? null : (cell) => cell.parts[place] === at;
    };
    const within = (text, value) => lower(text).includes(value);
    const flag = (bit) => (parts) => (parts[3] & bit) !== 0;
    const judged = (parts) => !UNJUDGED.includes(data.statuses[parts[0]]);
    const is = {
      compatible: flag(COMPATIBLE), strict: flag(STRICT), died: flag(DIED), sensitive: flag(SENSITIVE),
      judged, failing: (parts) => judged(parts) && !flag(COMPATIBLE)(parts),
    };
    const differs = data.cells.map((row) => new Set(row.filter(judged).map(flag(COMPATIBLE))).size > 1);
    const found = {
      status: (value) => listed(data.statuses, value, 0),
      class: (value) => listed(data.classes, value, 1),
      area: (value) => data.cases.some((one) => lower(one[2]) === value)
        ? (cell) => lower(cell.info[2]) === value : null,
      column: (value) => {
        const columns = columnsOf(data, value);
        return columns.length ? (cell) => columns.includes(data.columns[cell.column]) : null;
      },
      case: (value) => (cell) => within(cell.info[0], value),
      tag: (value) => data.cases.some((one) => one[4].some((tag) => lower(tag) === value))
        ? (cell) => cell.info[4].some((tag) => lower(tag) === value) : null,
      signature: (value) => (cell) => cell.parts[2] >= 0
        && (data.signatures[cell.parts[2]][0].startsWith(value) || within(data.signatures[cell.parts[2]][1], value)),
      module: (value) => (cell) => cell.parts[4].some((at) => {
        const name = lower(data.modules[at]);
        return name === value || name.startsWith(value + ".");
      }),
      is: (value) => value === "different" ? (cell) => differs[cell.place]
        : Object.hasOwn(is, value) ? (cell) => is[value](cell.parts) : null,
    };
    for (const kind of CHANGES) found[kind] = (value) => changed(data, kind, value);
    return found;
  }

  // "0.5.0..0.6.0", or two column IDs: every step between columns that these name. A version may
  // hold two dots itself.
  function changed(data, kind, value) {
    const columns = data.columns.map((name) => [name, namesOf(name).ids]);
    const named = (end) => columns.filter(([, ids]) => ids.includes(end)).map(([name]) => name);
    const cells = new Set();
    let steps = 0;
    for (const dots of value.matchAll(/(?=\.\.)/g)) {
      for (const old of named(value.slice(0, dots.index))) {
        for (const now of named(value.slice(dots.index + 2))) {
          if (!Object.hasOwn(data.changes, `${old}..${now}`)) continue;
          steps += 1;
          for (const place of data.changes[`${old}..${now}`][kind]) cells.add(`${place} ${data.columns.indexOf(now)}`);
        }
      }
    }
    return steps ? (cell) => cells.has(`${cell.place} ${cell.column}`) : null;
  }

  // A test of a cell, and what was not understood.
  function compile(text, data) {
    const tests = [], wrong = [];
    const known = keys(data);
    const add = (term, test) => tests.push(term.not ? (cell) => !test(cell) : test);
    for (const term of split(text)) {
      if (term.open) wrong.push(`${term.whole}: the quote is not closed`);
      if (term.key && !Object.hasOwn(known, term.key)) {
        wrong.push(`${term.whole}: there is no key “${term.key}”; the keys are ${Object.keys(known).join(", ")}; quotes make it a word`);
      } else if (term.values.length === 0) {
        wrong.push(`${term.whole}: a value is missing`);
      } else if (term.key === "") {
        const word = lower(term.values[0]);
        add(term, (cell) => lower(cell.info[0]).includes(word) || lower(cell.info[3]).includes(word)
          || (cell.parts[2] >= 0 && lower(data.signatures[cell.parts[2]][1]).includes(word)));
      } else {
        const made = term.values.map((value) => known[term.key](lower(value)));
        made.forEach((test, at) => {
          if (!test) wrong.push(`${term.key}:${term.values[at]}: ${hint(term.key, data)}`);
        });
        const good = made.filter(Boolean);
        if (good.length) add(term, (cell) => good.some((test) => test(cell)));
      }
    }
    return { test: (cell) => tests.every((one) => one(cell)), wrong };
  }

  function hint(key, data) {
    const lists = {
      status: data.statuses, class: data.classes, column: data.columns,
      area: [...new Set(data.cases.map((one) => one[2]))],
      is: ["compatible", "strict", "failing", "died", "judged", "sensitive", "different"],
    };
    if (Object.hasOwn(lists, key)) return `not among ${lists[key].join(", ")}`;
    if (key === "tag") return "no script has this tag";
    return `expected two versions or columns that are shown, as ${key}:0.5.0..0.6.0`;
  }

  function* all(data) {
    for (let place = 0; place < data.cases.length; place += 1) {
      for (let column = 0; column < data.columns.length; column += 1) {
        yield { place, column, info: data.cases[place], parts: data.cells[place][column] };
      }
    }
  }

  function find(text, data) {
    const { test, wrong } = compile(text, data);
    return { cells: [...all(data)].filter(test), wrong };
  }

  return { find };
})();

(() => {
  const data = window.harnessCells;
  const form = document.getElementById("query");
  const body = document.querySelector("#cells tbody");
  const more = document.getElementById("more");
  const said = document.getElementById("said");
  const title = document.title;
  document.getElementById("idle").hidden = true;
  const PART = 200;
  let found = [], shown = 0;

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  // What cannot be printed is shown by its number, as on every other page, so that no text
  // turns the line around. A byte that was no UTF-8 stands as U+DC80 to U+DCFF.
  const printable = (text) => text.replace(/[\p{C}\p{Z}]/gu, (char) => char === " " ? char : numbered(char.codePointAt(0)));

  function numbered(code) {
    if (code === 9 || code === 10 || code === 13) return { 9: "\\t", 10: "\\n", 13: "\\r" }[code];
    if (code >= 0xdc80 && code <= 0xdcff) code -= 0xdc00;
    const [mark, digits] = code < 0x100 ? ["x", 2] : code < 0x10000 ? ["u", 4] : ["U", 8];
    return `\\${mark}${code.toString(16).padStart(digits, "0")}`;
  }

  const BREAKS = /(?<=[a-z\d]_)(?=[a-z\d])|(?<=[/.,@-])(?=[a-z])|(?<=:)(?=[^:])/i;

  // A text that may be broken within its long words; a column's ID, where its parts begin.
  function breakable(made, text, where = BREAKS) {
    for (const part of printable(text).split(where)) made.append(document.createElement("wbr"), part);
    return made;
  }

  function row(cell) {
    const made = element("tr");
    const name = element("th");
    name.scope = "row";
    const link = breakable(element("a"), cell.info[0]);
    link.href = `${cell.info[1]}#${encodeURIComponent(data.columns[cell.column])}`;
    name.append(link);
    const status = element("td");
    const value = data.statuses[cell.parts[0]];
    status.append(element("span", value, `badge ${value}`));
    const why = cell.parts[2] >= 0 ? data.signatures[cell.parts[2]][1] : cell.parts[1] >= 0 ? data.classes[cell.parts[1]] : "–";
    const column = element("td");
    column.append(breakable(element("span", undefined, "id"), data.columns[cell.column], /(?=[@:/])/));
    const cause = element("td");
    cause.append(breakable(element("code"), why));
    made.append(name, status, column, cause);
    return made;
  }

  function showMore() {
    const rows = document.createDocumentFragment();
    const from = shown;
    for (const cell of found.slice(shown, shown + PART)) rows.append(row(cell));
    body.append(rows);
    shown = Math.min(found.length, shown + PART);
    more.hidden = shown >= found.length;
    return body.rows[from];
  }

  function run(text) {
    const result = harnessQuery.find(text, data);
    found = result.cells;
    shown = 0;
    body.replaceChildren();
    showMore();
    const scripts = new Set(found.map((cell) => cell.place)).size;
    const total = data.cases.length * data.columns.length;
    said.replaceChildren(`${found.length} of ${total} cells, ${scripts} ${scripts === 1 ? "script" : "scripts"}.`);
    for (const line of result.wrong) said.append(element("br"), element("b", `Not understood, and left out: ${printable(line)}.`));
    document.title = text ? `${printable(text)} · ${title}` : title;
  }

  const asked = () => new URLSearchParams(location.search).get("q") ?? "";
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = form.elements.q.value;
    if (text !== asked()) history.pushState(null, "", text ? `?q=${encodeURIComponent(text)}` : location.pathname);
    run(text);
  });
  function fromAddress() {
    form.elements.q.value = asked();
    run(asked());
  }
  addEventListener("popstate", fromAddress);
  // The button may go away: who pressed it goes on at the first of the new rows.
  more.addEventListener("click", () => showMore()?.querySelector("a").focus());
  fromAddress();
})();
