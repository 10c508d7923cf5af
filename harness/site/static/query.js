"use strict";
// The filter over all cells. Everything is put on the page as text, never as markup.

const harnessQuery = (() => {
  const COMPATIBLE = 1, STRICT = 2, DIED = 4, SENSITIVE = 8;
  const UNJUDGED = ["unsupported", "skip", "bad-script", "unstable-oracle", "spurious", "missing"];
  const CHANGES = ["regressed", "fixed", "changed"];

  // Words and key:value terms; quotes keep blanks together, "-" negates.
  function split(text) {
    const terms = [];
    for (const match of text.matchAll(/(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/gi)) {
      const [whole, minus, key, quoted, plain] = match;
      terms.push({
        whole: whole.trim(), not: minus === "-", key: key ? key.toLowerCase() : "",
        values: quoted !== undefined ? [quoted] : plain.split(",").filter(Boolean),
      });
    }
    return terms;
  }

  // Each key: from a value to a test of a cell, or null where the value says nothing.
  function keys(data) {
    const known = (list, value, place) => {
      const at = list.findIndex((item) => item === value);
      return at < 0 ? null : (cell) => cell.parts[place] === at;
    };
    const within = (text, value) => text.toLowerCase().includes(value);
    const flag = (bit) => (cell) => (cell.parts[3] & bit) !== 0;
    const judged = (cell) => !UNJUDGED.includes(data.statuses[cell.parts[0]]);
    const is = {
      compatible: flag(COMPATIBLE), strict: flag(STRICT), died: flag(DIED), sensitive: flag(SENSITIVE),
      judged, failing: (cell) => judged(cell) && !flag(COMPATIBLE)(cell),
      different: (cell) => new Set(data.cells[cell.place].map((parts) => parts[0])).size > 1,
    };
    const found = {
      status: (value) => known(data.statuses, value, 0),
      class: (value) => known(data.classes, value, 1),
      area: (value) => data.cases.some((one) => one[2].toLowerCase() === value)
        ? (cell) => cell.info[2].toLowerCase() === value : null,
      column: (value) => data.columns.some((name) => within(name, value))
        ? (cell) => within(data.columns[cell.column], value) : null,
      case: (value) => (cell) => within(cell.info[0], value),
      tag: (value) => data.cases.some((one) => one[4].some((tag) => tag.toLowerCase() === value))
        ? (cell) => cell.info[4].some((tag) => tag.toLowerCase() === value) : null,
      signature: (value) => (cell) => cell.parts[2] >= 0
        && (data.signatures[cell.parts[2]][0].startsWith(value) || within(data.signatures[cell.parts[2]][1], value)),
      module: (value) => (cell) => cell.parts[4].some((at) => {
        const name = data.modules[at].toLowerCase();
        return name === value || name.startsWith(value + ".");
      }),
      is: (value) => Object.hasOwn(is, value) ? is[value] : null,
    };
    for (const kind of CHANGES) {
      found[kind] = (value) => changed(data, kind, value);
    }
    return found;
  }

  // "0.5.0..0.6.0", or two column IDs: every step between columns that these name.
  function changed(data, kind, value) {
    const ends = value.split("..");
    if (ends.length !== 2) return null;
    const names = (column, end) => column.toLowerCase() === end
      || column.split("@")[1].split(/[:/]/)[0].toLowerCase() === end;
    const cells = new Set();
    let steps = 0;
    for (const [step, kinds] of Object.entries(data.changes)) {
      const [old, now] = step.split("..").length === 2 ? step.split("..") : stepEnds(data, step);
      if (names(old, ends[0]) && names(now, ends[1])) {
        steps += 1;
        for (const place of kinds[kind]) cells.add(`${place} ${data.columns.indexOf(now)}`);
      }
    }
    return steps ? (cell) => cells.has(`${cell.place} ${cell.column}`) : null;
  }

  // A version may hold two dots itself.
  function stepEnds(data, step) {
    const old = data.columns.find((name) => step.startsWith(name + "..") && data.columns.includes(step.slice(name.length + 2)));
    return [old, step.slice(old.length + 2)];
  }

  // A test of a cell, and what was not understood.
  function compile(text, data) {
    const tests = [], wrong = [];
    const known = keys(data);
    for (const term of split(text)) {
      if (term.key === "") {
        const word = term.values.join(",").toLowerCase();
        const test = (cell) => cell.info[0].toLowerCase().includes(word) || cell.info[3].toLowerCase().includes(word)
          || (cell.parts[2] >= 0 && data.signatures[cell.parts[2]][1].toLowerCase().includes(word));
        tests.push(term.not ? (cell) => !test(cell) : test);
        continue;
      }
      if (!Object.hasOwn(known, term.key)) {
        wrong.push(`${term.whole}: there is no key “${term.key}”; the keys are ${Object.keys(known).join(", ")}`);
        continue;
      }
      const made = term.values.map((value) => [value, known[term.key](value.toLowerCase())]);
      if (made.length === 0) wrong.push(`${term.whole}: a value is missing`);
      for (const [value, test] of made) {
        if (test === null) wrong.push(`${term.key}:${value}: ${hint(term.key, data)}`);
      }
      const good = made.map(([, test]) => test).filter(Boolean);
      if (good.length) {
        const any = (cell) => good.some((test) => test(cell));
        tests.push(term.not ? (cell) => !any(cell) : any);
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
  const PART = 200;
  let found = [], shown = 0;

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  // What cannot be printed is shown by its number, so that no text turns the line around.
  function printable(text) {
    return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (char) => `\\u{${char.codePointAt(0).toString(16)}}`);
  }

  function row(cell) {
    const made = element("tr");
    const name = element("th");
    name.scope = "row";
    const link = element("a", printable(cell.info[0]));
    link.href = `${cell.info[1]}#${encodeURIComponent(data.columns[cell.column])}`;
    name.append(link);
    const status = element("td");
    const value = data.statuses[cell.parts[0]];
    status.append(element("span", value, `badge ${value}`));
    const why = cell.parts[2] >= 0 ? data.signatures[cell.parts[2]][1] : cell.parts[1] >= 0 ? data.classes[cell.parts[1]] : "–";
    const column = element("td");
    column.append(element("span", data.columns[cell.column], "id"));
    const cause = element("td");
    cause.append(element("code", printable(why)));
    made.append(name, column, status, cause);
    return made;
  }

  function showMore() {
    const rows = document.createDocumentFragment();
    for (const cell of found.slice(shown, shown + PART)) rows.append(row(cell));
    body.append(rows);
    shown = Math.min(found.length, shown + PART);
    more.hidden = shown >= found.length;
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
    for (const line of result.wrong) said.append(element("br"), element("b", `Not understood: ${printable(line)}.`));
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
  more.addEventListener("click", showMore);
  fromAddress();
})();
