// A small spreadsheet: formulas, fill, sort, filter, formats. What `setup` may hold and which facts are told: README.md.
(function () {
  "use strict";

  var make = Simulator.make;
  var FORMATS = [["", "Standard"], ["0", "Nombre entier"], ["0,00", "Nombre, 2 décimales"], ["euro", "Euros"], ["percent", "Pourcentage"], ["date", "Date"]];
  var FUNCTIONS = ["SOMME", "MOYENNE", "MIN", "MAX", "NB", "NBVAL", "NB.SI", "SOMME.SI", "MOYENNE.SI", "SI", "ET", "OU", "NON", "ARRONDI", "ABS", "RECHERCHEV", "SIERREUR"];
  var OTHER_NAMES = {
    SUM: "SOMME", AVERAGE: "MOYENNE", COUNT: "NB", COUNTA: "NBVAL", COUNTIF: "NB.SI", SUMIF: "SOMME.SI", AVERAGEIF: "MOYENNE.SI", IF: "SI", AND: "ET",
    OR: "OU", NOT: "NON", ROUND: "ARRONDI", VLOOKUP: "RECHERCHEV", IFERROR: "SIERREUR"
  };
  var CONDITIONS = [["=", "est égal à"], ["<>", "est différent de"], [">", "est supérieur à"], [">=", "est supérieur ou égal à"], ["<", "est inférieur à"],
    ["<=", "est inférieur ou égal à"], ["contient", "contient"], ["commence", "commence par"]];
  var collate = new Intl.Collator("fr", { numeric: false, sensitivity: "base" }).compare;

  function letter(column) { return String.fromCharCode(65 + column); }
  function address(row, column) { return letter(column) + (row + 1); }
  function parseAddress(text) {
    var match = /^\$?([A-Z])\$?(\d{1,3})$/.exec(text.toUpperCase());
    return match ? { row: +match[2] - 1, column: match[1].charCodeAt(0) - 65 } : null;
  }
  function parseRange(text) {
    var ends = text.split(":").map(parseAddress);
    if (!ends[0] || ends.length > 1 && !ends[1]) { return null; }
    var other = ends[1] || ends[0];
    return {
      top: Math.min(ends[0].row, other.row), bottom: Math.max(ends[0].row, other.row),
      left: Math.min(ends[0].column, other.column), right: Math.max(ends[0].column, other.column)
    };
  }
  function bare(text) { return String(text).normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }
  function Fault(code) { this.code = code; }
  function fault(code) { return new Fault(code); }

  // What was typed: number, date, percentage, euros or text; null when empty.
  function typed(text) {
    var trimmed = text.replace(/[\u00a0\u202f]/g, " ").trim();
    if (!trimmed) { return { value: null }; }
    if (trimmed.charAt(0) === "'") { return { value: trimmed.slice(1) }; }
    var match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(trimmed);
    if (match) {
      var day = Date.UTC(+match[3], +match[2] - 1, +match[1]);
      if (new Date(day).getUTCDate() === +match[1] && new Date(day).getUTCMonth() === +match[2] - 1) { return { value: day / 86400000 + 25569, format: "date" }; }
    }
    match = /^([+-]?\d+(?: \d{3})*(?:,\d+)?|[+-]?,\d+)( ?%| ?€)?$/.exec(trimmed);
    if (match) {
      var number = parseFloat(match[1].replace(/ /g, "").replace(",", "."));
      var unit = (match[2] || "").trim();
      return { value: unit === "%" ? number / 100 : number, format: unit === "%" ? "percent" : unit ? "euro" : undefined };
    }
    if (/^(vrai|faux)$/i.test(trimmed)) { return { value: trimmed.toLowerCase() === "vrai" }; }
    return { value: text.trim() };
  }
  function plain(value) {
    if (value === null || value === undefined) { return ""; }
    if (value instanceof Fault) { return value.code; }
    if (typeof value === "boolean") { return value ? "VRAI" : "FAUX"; }
    if (typeof value === "number") { return String(Math.round(value * 1e6) / 1e6).replace(".", ","); }
    return value;
  }
  function grouped(number, least, most) {
    return number.toLocaleString("fr-FR", { minimumFractionDigits: least, maximumFractionDigits: most }).replace(/\u202f/g, "\u00a0");
  }
  function shown(value, format) {
    if (typeof value !== "number") { return plain(value); }
    if (format === "0") { return grouped(value, 0, 0); }
    if (format === "0,00") { return grouped(value, 2, 2); }
    if (format === "euro") { return grouped(value, 2, 2) + "\u00a0€"; }
    if (format === "percent") { return grouped(value * 100, 0, 2) + "\u00a0%"; }
    if (format === "date") {
      var date = new Date(Math.round((value - 25569) * 86400000));
      return isNaN(date) ? "#VALEUR!" : ("0" + date.getUTCDate()).slice(-2) + "/" + ("0" + (date.getUTCMonth() + 1)).slice(-2) + "/" + date.getUTCFullYear();
    }
    return String(parseFloat(value.toPrecision(9))).replace(".", ",");
  }

  // ---- formulas: words, then a tree, then a value

  function words(text) {
    var out = [];
    var pattern = /\s*(?:("(?:[^"]|"")*")|(\$?[A-Za-z]\$?\d{1,3}(?![\w.(])(?:\s*:\s*\$?[A-Za-z]\$?\d{1,3})?)|([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9._]*)|(\d+(?:[.,]\d+)?|[.,]\d+)|(<=|>=|<>|[-+*/^&=<>%();]))/y;
    var at = 0;
    while (at < text.length && text.slice(at).trim()) {
      pattern.lastIndex = at;
      var match = pattern.exec(text);
      if (!match) { throw fault("#ERREUR!"); }
      at = pattern.lastIndex;
      if (match[1] !== undefined) { out.push({ kind: "text", value: match[1].slice(1, -1).replace(/""/g, "\"") }); }
      if (match[2] !== undefined) { out.push({ kind: "range", value: match[2].replace(/[\s$]/g, "").toUpperCase() }); }
      if (match[3] !== undefined) { out.push({ kind: "name", value: match[3].toUpperCase() }); }
      if (match[4] !== undefined) { out.push({ kind: "number", value: parseFloat(match[4].replace(",", ".")) }); }
      if (match[5] !== undefined) { out.push({ kind: "sign", value: match[5] }); }
    }
    return out;
  }
  function parse(text) {
    var list = words(text);
    var at = 0;
    function next(sign) {
      if (list[at] && list[at].kind === "sign" && (sign === undefined || sign.indexOf(list[at].value) >= 0)) { return list[at++].value; }
      return null;
    }
    function level(signs, deeper) {
      return function () {
        var left = deeper();
        for (var sign = next(signs); sign; sign = next(signs)) { left = { kind: "two", sign: sign, left: left, right: deeper() }; }
        return left;
      };
    }
    var power = level(["^"], unary);
    var product = level(["*", "/"], power);
    var sum = level(["+", "-"], product);
    var joined = level(["&"], sum);
    var compared = level(["=", "<>", "<", ">", "<=", ">="], joined);
    function unary() {
      var sign = next(["-", "+"]);
      if (sign) { return { kind: "one", sign: sign, of: unary() }; }
      var value = atom();
      while (next(["%"])) { value = { kind: "two", sign: "/", left: value, right: { kind: "number", value: 100 } }; }
      return value;
    }
    function atom() {
      var word = list[at];
      if (!word) { throw fault("#ERREUR!"); }
      if (next(["("])) {
        var inner = compared();
        if (!next([")"])) { throw fault("#ERREUR!"); }
        return inner;
      }
      if (word.kind === "sign") { throw fault("#ERREUR!"); }
      at++;
      if (word.kind !== "name") { return word; }
      if (word.value === "VRAI" || word.value === "FAUX") {
        if (next(["("]) && !next([")"])) { throw fault("#ERREUR!"); }
        return { kind: "boolean", value: word.value === "VRAI" };
      }
      if (!next(["("])) { throw fault("#NOM?"); }
      var given = [];
      if (!next([")"])) {
        do { given.push(list[at] && list[at].kind === "sign" && (list[at].value === ";" || list[at].value === ")") ? { kind: "text", value: "" } : compared()); } while (next([";"]));
        if (!next([")"])) { throw fault("#ERREUR!"); }
      }
      return { kind: "call", name: OTHER_NAMES[word.value] || word.value, given: given };
    }
    var tree = compared();
    if (at < list.length) { throw fault("#ERREUR!"); }
    return tree;
  }

  // Moves the references of a formula without $ by some rows and columns.
  function shift(text, rows, columns) {
    if (text.charAt(0) !== "=") { return text; }
    return text.replace(/"(?:[^"]|"")*"|(\$?)([A-Za-z])(\$?)(\d{1,3})(?![\w.(])/g, function (all, fixedColumn, column, fixedRow, row, at) {
      if (column === undefined || /[\wÀ-ÿ.]/.test(text.charAt(at - 1) || "")) { return all; }
      var newColumn = column.toUpperCase().charCodeAt(0) - 65 + (fixedColumn ? 0 : columns);
      var newRow = +row + (fixedRow ? 0 : rows);
      if (newColumn < 0 || newColumn > 25 || newRow < 1) { return "#REF!"; }
      return fixedColumn + letter(newColumn) + fixedRow + newRow;
    });
  }

  // Values of a whole sheet: cells = {A1: {raw}}; computed as asked for.
  function Sheet(cells) { this.cells = cells; this.values = {}; this.busy = {}; }
  Sheet.prototype.value = function (name) {
    if (name in this.values) { return this.values[name]; }
    var cell = this.cells[name];
    if (!cell || !cell.raw) { return null; }
    if (cell.raw.charAt(0) !== "=" || cell.raw.length === 1) { return (this.values[name] = typed(cell.raw).value); }
    if (this.busy[name]) { throw fault("#CIRCULAIRE!"); }
    this.busy[name] = true;
    var result;
    try { result = this.scalar(parse(cell.raw.slice(1))); if (result === null) { result = 0; } } catch (thrown) {
      if (!(thrown instanceof Fault)) { throw thrown; }
      result = thrown;
    }
    delete this.busy[name];
    return (this.values[name] = result);
  };
  Sheet.prototype.range = function (text) {
    var range = parseRange(text);
    var out = [];
    for (var row = range.top; row <= range.bottom; row++) {
      var line = [];
      for (var column = range.left; column <= range.right; column++) { line.push(this.value(address(row, column))); }
      out.push(line);
    }
    return out;
  };
  Sheet.prototype.flat = function (tree) {
    if (tree.kind === "range") { return [].concat.apply([], this.range(tree.value)); }
    return [this.scalar(tree)];
  };
  Sheet.prototype.scalar = function (tree) {
    if (tree.kind === "number" || tree.kind === "text" || tree.kind === "boolean") { return tree.value; }
    if (tree.kind === "range") {
      if (tree.value.indexOf(":") >= 0) { throw fault("#VALEUR!"); }
      var value = this.value(tree.value);
      if (value instanceof Fault) { throw value; }
      return value;
    }
    if (tree.kind === "one") { var only = number(this.scalar(tree.of)); return tree.sign === "-" ? -only : only; }
    if (tree.kind === "two") { return operate(tree.sign, this.scalar(tree.left), this.scalar(tree.right)); }
    return this.call(tree.name, tree.given);
  };
  function number(value) {
    if (value === null) { return 0; }
    if (typeof value === "number") { return value; }
    if (typeof value === "boolean") { return value ? 1 : 0; }
    var read = typed(value).value;
    if (typeof read === "number") { return read; }
    throw fault("#VALEUR!");
  }
  function truth(value) {
    if (typeof value === "string") { throw fault("#VALEUR!"); }
    return !!value;
  }
  function order(one, other) {
    if (one === null) { one = typeof other === "string" ? "" : 0; }
    if (other === null) { other = typeof one === "string" ? "" : 0; }
    if (typeof one === "number" && typeof other === "number") { return Math.abs(one - other) < 1e-9 ? 0 : one - other; }
    if (typeof one === typeof other) { return typeof one === "string" ? (one.toLowerCase() === other.toLowerCase() ? 0 : collate(one, other) || 1) : one - other; }
    return typeof one === "number" ? -1 : typeof other === "number" ? 1 : typeof one === "string" ? -1 : 1;
  }
  function operate(sign, left, right) {
    if (sign === "&") { return plain(left) + plain(right); }
    if ("+-*/^".indexOf(sign) >= 0) {
      var a = number(left);
      var b = number(right);
      if (sign === "+") { return a + b; }
      if (sign === "-") { return a - b; }
      if (sign === "*") { return a * b; }
      if (sign === "^") { return Math.pow(a, b); }
      if (b === 0) { throw fault("#DIV/0!"); }
      return a / b;
    }
    var result = order(left, right);
    return { "=": result === 0, "<>": result !== 0, "<": result < 0, ">": result > 0, "<=": result <= 0, ">=": result >= 0 }[sign];
  }
  // ">=10", "pain", "*vin*": the test of NB.SI and of filters
  function test(sign, wanted) {
    return function (value) {
      if (sign === "contient") { return bare(plain(value)).indexOf(bare(plain(wanted))) >= 0; }
      if (sign === "commence") { return bare(plain(value)).indexOf(bare(plain(wanted))) === 0; }
      if (sign === "=" || sign === "<>") {
        var same;
        if (typeof wanted === "string" && /[*?]/.test(wanted)) {
          same = typeof value === "string" && new RegExp("^" + wanted.toLowerCase().replace(/[.+^${}()|[\]\\]/g, "\\$&").replace(/\*/g, ".*").replace(/\?/g, ".") + "$").test(value.toLowerCase());
        } else if (wanted === null || wanted === "") { same = value === null || value === ""; } else { same = value !== null && typeof value === typeof wanted && order(value, wanted) === 0; }
        return sign === "=" ? same : !same;
      }
      if (typeof value !== typeof wanted || value === null) { return false; }
      var result = order(value, wanted);
      return { "<": result < 0, ">": result > 0, "<=": result <= 0, ">=": result >= 0 }[sign];
    };
  }
  function criterion(given) {
    if (typeof given !== "string") { return test("=", given); }
    var match = /^(<=|>=|<>|[=<>])?([\s\S]*)$/.exec(given);
    return test(match[1] || "=", typed(match[2]).value);
  }
  function faultless(values) {
    values.forEach(function (value) { if (value instanceof Fault) { throw value; } });
    return values;
  }
  Sheet.prototype.call = function (name, given) {
    var sheet = this;
    function need(least, most) { if (given.length < least || given.length > most) { throw fault("#ERREUR!"); } }
    function all() { return faultless([].concat.apply([], given.map(function (each) { return sheet.flat(each).map(function (value) { return each.kind === "range" || typeof value === "number" || value === null ? value : number(value); }); }))); }
    function numbers() { return all().filter(function (value) { return typeof value === "number"; }); }
    function add(values) { return values.reduce(function (sum, each) { return sum + each; }, 0); }
    function chosen() {
      need(2, name === "NB.SI" ? 2 : 3);
      if (given[0].kind !== "range") { throw fault("#VALEUR!"); }
      var tested = sheet.flat(given[0]);
      var right = criterion(sheet.scalar(given[1]));
      var taken = given[2] ? sheet.flat(given[2]) : tested;
      return tested.map(function (value, n) { return right(value) ? { value: taken[n] } : null; }).filter(Boolean).map(function (each) { return each.value === undefined ? null : each.value; });
    }
    function numeric(values) { return faultless(values).filter(function (value) { return typeof value === "number"; }); }
    var list;
    switch (name) {
      case "SOMME": need(1, 30); return add(numbers());
      case "MOYENNE": need(1, 30); list = numbers(); if (!list.length) { throw fault("#DIV/0!"); } return add(list) / list.length;
      case "MIN": need(1, 30); list = numbers(); return list.length ? Math.min.apply(null, list) : 0;
      case "MAX": need(1, 30); list = numbers(); return list.length ? Math.max.apply(null, list) : 0;
      case "NB": need(1, 30); return [].concat.apply([], given.map(function (each) { return sheet.flat(each); })).filter(function (value) { return typeof value === "number"; }).length;
      case "NBVAL": need(1, 30); return [].concat.apply([], given.map(function (each) { return sheet.flat(each); })).filter(function (value) { return value !== null; }).length;
      case "NB.SI": return chosen().length;
      case "SOMME.SI": return add(numeric(chosen()));
      case "MOYENNE.SI": list = numeric(chosen()); if (!list.length) { throw fault("#DIV/0!"); } return add(list) / list.length;
      case "SI": need(2, 3); return truth(sheet.scalar(given[0])) ? sheet.scalar(given[1]) : given[2] ? sheet.scalar(given[2]) : false;
      case "ET": need(1, 30); return faultless([].concat.apply([], given.map(function (each) { return sheet.flat(each); }))).every(truth);
      case "OU": need(1, 30); return faultless([].concat.apply([], given.map(function (each) { return sheet.flat(each); }))).some(truth);
      case "NON": need(1, 1); return !truth(sheet.scalar(given[0]));
      case "ABS": need(1, 1); return Math.abs(number(sheet.scalar(given[0])));
      case "ARRONDI": need(1, 2); var by = Math.pow(10, given[1] ? number(sheet.scalar(given[1])) : 0); var whole = number(sheet.scalar(given[0])) * by; return Math.sign(whole) * Math.round(Math.abs(whole) + 1e-9) / by;
      case "SIERREUR": need(2, 2); try { return sheet.scalar(given[0]); } catch (thrown) { if (thrown instanceof Fault) { return sheet.scalar(given[1]); } throw thrown; }
      case "RECHERCHEV":
        need(3, 4);
        if (given[1].kind !== "range") { throw fault("#VALEUR!"); }
        var wanted = sheet.scalar(given[0]);
        var table = sheet.range(given[1].value);
        var column = number(sheet.scalar(given[2])) - 1;
        if (column < 0) { throw fault("#VALEUR!"); }
        if (column >= table[0].length) { throw fault("#REF!"); }
        var exact = given[3] ? !truth(sheet.scalar(given[3])) : false;
        var found = null;
        table.some(function (line) {
          if (line[0] === null || line[0] instanceof Fault || typeof line[0] !== typeof wanted) { return false; }
          var result = order(line[0], wanted);
          if (exact ? result === 0 : result <= 0) { found = line[column]; if (found === null) { found = 0; } return exact; }
          return !exact;
        });
        if (found === null) { throw fault("#N/A"); }
        if (found instanceof Fault) { throw found; }
        return found;
      default: throw fault("#NOM?");
    }
  };

  Simulator.define({ start: start });

  function start(root, setup) {
    var cells = {}; // A1 → {raw, format, bold}
    var lines = String(setup.sheet || "").replace(/\s+$/, "").split("\n");
    var rowCount = Math.min(setup.lines || lines.length + 3, 60);
    var columnCount = 2;
    lines.forEach(function (line, row) {
      var parts = line.split("|");
      columnCount = Math.max(columnCount, parts.length);
      parts.forEach(function (part, column) { if (part.trim()) { cells[address(row, column)] = { raw: part.trim() }; } });
    });
    columnCount = Math.min(setup.columns || columnCount + 1, 12);
    rowCount = Math.max(rowCount, lines.length);
    Object.keys(cells).forEach(function (name) { var read = typed(cells[name].raw); if (read.format && cells[name].raw.charAt(0) !== "=") { cells[name].format = read.format; } });
    Object.keys(setup.formats || {}).forEach(function (range) { each(parseRange(range), function (name) { cell(name).format = setup.formats[range]; }); });
    [].concat(setup.bold || []).forEach(function (range) { each(parseRange(range), function (name) { cell(name).bold = true; }); });

    function cell(name) { return cells[name] || (cells[name] = { raw: "" }); }
    function each(range, act) {
      for (var row = range.top; row <= range.bottom; row++) { for (var column = range.left; column <= range.right; column++) { act(address(row, column), row, column); } }
    }

    var at = parseAddress(setup.select || "A1") || { row: 0, column: 0 }; // the active cell
    var from = at; // other corner of the selection
    var filters = [];
    var filterArea = null;
    var hidden = {};
    var clipboard = null;
    var past = [];
    var future = [];
    var editor = null; // the input that is being used: in the cell or the bar
    var editing = null; // address being edited
    var pointed = null; // {start, end} of a reference put in by pointing
    var sheet = new Sheet(cells);
    var lastHidden = 0;

    function snapshot() { return JSON.stringify({ cells: cells, filters: filters, area: filterArea, at: at, from: from }); }
    function remember() { past.push(snapshot()); future = []; if (past.length > 60) { past.shift(); } }
    function restore(text) {
      var kept = JSON.parse(text);
      cells = kept.cells; filters = kept.filters; filterArea = kept.area; at = kept.at; from = kept.from;
      paint();
      focusCell();
      Simulator.changed();
    }
    function undo() { if (past.length) { future.push(snapshot()); restore(past.pop()); Simulator.say("Dernière action annulée."); } else { Simulator.say("Rien à annuler."); } }
    function redo() { if (future.length) { past.push(snapshot()); restore(future.pop()); Simulator.say("Action rétablie."); } else { Simulator.say("Rien à rétablir."); } }
    function selected() { return { top: Math.min(at.row, from.row), bottom: Math.max(at.row, from.row), left: Math.min(at.column, from.column), right: Math.max(at.column, from.column) }; }
    function name(range) { var one = address(range.top, range.left); var other = address(range.bottom, range.right); return one === other ? one : one + ":" + other; }

    // ---- the page

    var button = function (label, act, title, key) { return make("button", { type: "button", click: act, title: title || null, "data-key": key || null }, label); };
    var nameBox = make("output.name", { "aria-label": "Sélection" });
    var bar = make("input.formula", { type: "text", id: "formula", autocomplete: "off", spellcheck: "false", "aria-label": "Contenu de la cellule" });
    var formats = make("select", { id: "format", "aria-label": "Format des nombres" }, FORMATS.map(function (format) { return make("option", { value: format[0] }, format[1]); }));
    var functions = make("select", { id: "functions", "aria-label": "Insérer une fonction" }, [make("option", { value: "" }, "Fonction…")].concat(FUNCTIONS.map(function (each) { return make("option", { value: each }, each); })));
    var tools = make("div.tools", { role: "toolbar", "aria-label": "Outils" }, [
      button("Annuler", undo, "Annuler (Ctrl+Z)"), button("Rétablir", redo, "Rétablir (Ctrl+Y)"),
      button("Copier", function () { copy(false); }, "Copier (Ctrl+C)"), button("Couper", function () { copy(true); }, "Couper (Ctrl+X)"), button("Coller", paste, "Coller (Ctrl+V)"),
      button("Recopier ↓", function () { fill("down"); }, "Recopier la première ligne de la sélection vers le bas (Ctrl+B ou Ctrl+D)"),
      button("Recopier →", function () { fill("right"); }, "Recopier la première colonne de la sélection vers la droite (Ctrl+R)"),
      button("Σ Somme", sum, "Insérer la somme des nombres situés au-dessus ou à gauche"), functions,
      button("Trier…", sortDialog), button("Filtrer…", filterDialog), formats
    ]);
    tools.children[5].setAttribute("aria-label", "Recopier vers le bas");
    tools.children[6].setAttribute("aria-label", "Recopier vers la droite");
    var table = make("table.grid", { role: "grid", "aria-label": "Feuille de calcul", "aria-multiselectable": "true", "aria-rowcount": rowCount + 1, "aria-colcount": columnCount + 1 });
    var status = make("p.status", {});
    var dialog = make("dialog", {});
    var tds = {};
    var head = make("tr", { role: "row" }, make("th.corner", { role: "columnheader" }, make("span.visually-hidden", {}, "Ligne")));
    var columnHeads = [];
    var rowHeads = [];
    for (var c = 0; c < columnCount; c++) { columnHeads.push(make("th", { role: "columnheader", scope: "col", "data-column": c, title: "Choisir la colonne " + letter(c) }, letter(c))); head.append(columnHeads[c]); }
    table.append(make("thead", { role: "rowgroup" }, head));
    var body = make("tbody", { role: "rowgroup" });
    for (var r = 0; r < rowCount; r++) {
      var line = make("tr", { role: "row" });
      rowHeads.push(make("th", { role: "rowheader", scope: "row", "data-row": r }, String(r + 1)));
      line.append(rowHeads[r]);
      for (var k = 0; k < columnCount; k++) {
        var td = make("td", { role: "gridcell", tabindex: "-1", "data-row": r, "data-column": k });
        tds[address(r, k)] = td;
        line.append(td);
      }
      body.append(line);
    }
    table.append(body);
    var handle = make("span.handle", { "aria-hidden": "true", title: "Tirer pour recopier" });
    root.append(make("div.book", {}, [tools, make("div.entry", {}, [nameBox, bar]), make("div.scroll", {}, table), status, dialog]));

    // ---- painting

    function paint() {
      sheet = new Sheet(cells);
      hidden = {};
      var count = 0;
      if (filterArea && filters.length) {
        for (var row = filterArea.top + 1; row <= filterArea.bottom; row++) {
          var fits = filters.every(function (filter) { return test(filter.sign, typed(filter.text).value)(sheet.value(address(row, filter.column))); });
          if (!fits) { hidden[row] = true; } else { count++; }
        }
      }
      lastHidden = count;
      var range = selected();
      var marked = clipboard ? clipboard.range : null;
      Object.keys(tds).forEach(function (key) {
        var td = tds[key];
        var row = +td.dataset.row;
        var column = +td.dataset.column;
        var kept = cells[key];
        var value = sheet.value(key);
        var text = shown(value, kept && kept.format);
        var inside = row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
        if (editing !== key || editor === bar) { td.textContent = text; }
        td.className = (typeof value === "number" ? "number" : value instanceof Fault ? "fault" : typeof value === "boolean" ? "middle" : "") + (kept && kept.bold ? " bold" : "") + (inside ? " on" : "") +
          (row === at.row && column === at.column ? " active" : "") + (marked && row >= marked.top && row <= marked.bottom && column >= marked.left && column <= marked.right ? " marked" : "");
        td.setAttribute("aria-selected", inside ? "true" : "false");
        td.setAttribute("aria-label", key + " " + (text || "vide") + (kept && kept.raw.charAt(0) === "=" ? ", formule " + kept.raw : ""));
        td.tabIndex = row === at.row && column === at.column ? 0 : -1;
      });
      if (!editing) { tds[address(range.bottom, range.right)].append(handle); }
      rowHeads.forEach(function (th, row) { th.parentNode.hidden = !!hidden[row]; th.classList.toggle("lit", row >= range.top && row <= range.bottom); });
      columnHeads.forEach(function (th, column) {
        th.classList.toggle("lit", column >= range.left && column <= range.right);
        var filtered = filters.some(function (filter) { return filter.column === column; });
        th.textContent = letter(column) + (filtered ? " ▼" : "");
        th.setAttribute("aria-label", filtered ? "Colonne " + letter(column) + ", filtrée" : "Colonne " + letter(column));
      });
      nameBox.textContent = name(range);
      if (editor !== bar) { bar.value = rawShown(address(at.row, at.column)); }
      bar.setAttribute("aria-label", "Contenu de la cellule " + address(at.row, at.column));
      formats.value = (cells[address(at.row, at.column)] || {}).format || "";
      paintStatus(range);
    }
    function rawShown(key) {
      var kept = cells[key];
      return kept ? kept.raw : "";
    }
    function paintStatus(range) {
      var values = [];
      each(range, function (key, row) { if (!hidden[row]) { values.push(sheet.value(key)); } });
      var numbers = values.filter(function (value) { return typeof value === "number"; });
      var text = [];
      if (filters.length) { text.push("Filtre actif : " + count(lastHidden, "ligne affichée", "lignes affichées")); }
      if (numbers.length > 1) {
        var total = numbers.reduce(function (sum, value) { return sum + value; }, 0);
        text.push("Nombre : " + numbers.length + " — Somme : " + shown(total) + " — Moyenne : " + shown(Math.round(total / numbers.length * 100) / 100));
      }
      status.textContent = text.join(" — ") || "\u00a0";
    }
    function count(n, one, many) { return n + " " + (n > 1 ? many : one); }
    function focusCell() {
      var td = tds[address(at.row, at.column)];
      td.focus({ preventScroll: true });
      td.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    function move(row, column, extend) {
      var to = { row: Math.max(0, Math.min(rowCount - 1, row)), column: Math.max(0, Math.min(columnCount - 1, column)) };
      var way = to.row > at.row ? 1 : -1;
      while (hidden[to.row] && to.row + way >= 0 && to.row + way < rowCount) { to.row += way; }
      if (hidden[to.row]) { to.row = at.row; }
      at = to;
      if (!extend) { from = to; }
      paint();
      focusCell();
      Simulator.changed();
    }

    // ---- writing into cells

    function write(key, raw) {
      var kept = cell(key);
      kept.raw = raw.trim();
      if (raw.charAt(0) === "'") { kept.raw = raw; }
      var read = kept.raw.charAt(0) === "=" ? {} : typed(kept.raw);
      if (read.format) { kept.format = read.format; }
      if (!kept.raw && !kept.format && !kept.bold) { delete cells[key]; }
    }
    function edit(key, text, select, inBar) {
      editing = key;
      pointed = null;
      if (inBar) { editor = bar; return; }
      var td = tds[key];
      editor = make("input.cell", { type: "text", "aria-label": "Contenu de " + key, autocomplete: "off", spellcheck: "false" });
      editor.value = text;
      td.textContent = "";
      td.append(editor);
      editor.focus();
      editor.setSelectionRange(select ? 0 : text.length, text.length);
      bar.value = text;
      var mine = editor;
      editor.addEventListener("input", function () { bar.value = mine.value; pointed = null; });
      editor.addEventListener("keydown", keysOfEditor);
      editor.addEventListener("blur", function () { if (editor === mine) { window.setTimeout(function () { if (editor === mine && document.activeElement !== mine && document.activeElement !== bar) { commit(); } }, 0); } });
    }
    function commit() {
      if (!editing) { return; }
      var key = editing;
      var text = editor.value;
      editing = null;
      editor = null;
      if (text.charAt(0) === "=" && (text.match(/\(/g) || []).length > (text.match(/\)/g) || []).length) { text += ")".repeat((text.match(/\(/g) || []).length - (text.match(/\)/g) || []).length); }
      if (text !== rawShown(key)) { remember(); write(key, text); }
      paint();
      var value = sheet.value(key);
      if (value instanceof Fault) { Simulator.say(key + " : " + value.code + " — " + explained(value.code)); }
      Simulator.changed();
    }
    function explained(code) {
      return { "#DIV/0!": "division par zéro.", "#NOM?": "nom de fonction inconnu, ou texte sans guillemets.", "#VALEUR!": "un nombre était attendu.", "#REF!": "adresse hors de la feuille.", "#N/A": "valeur introuvable.", "#CIRCULAIRE!": "la formule dépend d'elle-même.", "#ERREUR!": "la formule est mal écrite." }[code] || "";
    }
    function cancel() { editing = null; editor = null; paint(); focusCell(); }
    function keysOfEditor(event) {
      event.stopPropagation();
      if (event.key === "Enter" || event.key === "Tab") {
        event.preventDefault();
        commit();
        if (event.key === "Enter") { move(at.row + (event.shiftKey ? -1 : 1), at.column); } else { move(at.row, at.column + (event.shiftKey ? -1 : 1)); }
      } else if (event.key === "Escape") {
        event.preventDefault();
        cancel();
      } else if ((event.key === "ArrowUp" || event.key === "ArrowDown") && editor !== bar) {
        event.preventDefault();
        commit();
        move(at.row + (event.key === "ArrowUp" ? -1 : 1), at.column);
      } else if (event.key === "F4") {
        event.preventDefault();
        turnDollars();
      }
    }
    // F4: A1 → $A$1 → A$1 → $A1 → A1 at the caret
    function turnDollars() {
      var input = editor;
      var caret = input.selectionStart;
      var pattern = /(\$?)([A-Za-z])(\$?)(\d{1,3})/g;
      for (var match = pattern.exec(input.value); match; match = pattern.exec(input.value)) {
        if (caret >= match.index && caret <= match.index + match[0].length) {
          var stage = match[1] && match[3] ? ["", "$"] : match[3] ? ["$", ""] : match[1] ? ["", ""] : ["$", "$"];
          var made = stage[0] + match[2] + stage[1] + match[4];
          input.value = input.value.slice(0, match.index) + made + input.value.slice(match.index + match[0].length);
          input.setSelectionRange(match.index + made.length, match.index + made.length);
          if (input !== bar) { bar.value = input.value; }
          return;
        }
      }
    }
    bar.addEventListener("focus", function () { if (!editing) { edit(address(at.row, at.column), bar.value, false, true); } else if (editor !== bar) { var text = editor.value; editor = bar; bar.value = text; tds[editing].textContent = text; } });
    bar.addEventListener("input", function () { if (!editing) { edit(address(at.row, at.column), bar.value, false, true); } pointed = null; if (editing) { tds[editing].textContent = bar.value; } });
    bar.addEventListener("blur", function () { window.setTimeout(function () { if (editor === bar && document.activeElement !== bar) { commit(); } }, 0); });
    bar.addEventListener("keydown", function (event) {
      if (event.key === "Tab") { event.stopPropagation(); return; }
      keysOfEditor(event);
    });

    // Pointing at a cell while a formula is being written puts its address there.
    function pointable() {
      if (!editing || editor.value.charAt(0) !== "=") { return false; }
      return pointed !== null || /[=+\-*/^&<>(;:]\s*$/.test(editor.value.slice(0, editor.selectionStart));
    }
    function point(range) {
      var text = name(range);
      var begin = pointed ? pointed.start : editor.selectionStart;
      var end = pointed ? pointed.end : editor.selectionEnd;
      editor.value = editor.value.slice(0, begin) + text + editor.value.slice(end);
      pointed = { start: begin, end: begin + text.length };
      editor.focus();
      editor.setSelectionRange(pointed.end, pointed.end);
      if (editor !== bar) { bar.value = editor.value; }
    }

    // ---- keys and mouse on the grid

    table.addEventListener("keydown", function (event) {
      if (!document.activeElement || document.activeElement.tagName !== "TD") { return; }
      var control = event.ctrlKey || event.metaKey;
      var steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
      var letters = { c: function () { copy(false); }, x: function () { copy(true); }, v: paste, z: undo, y: redo, d: function () { fill("down"); }, b: function () { fill("down"); }, r: function () { fill("right"); }, a: everything };
      if (steps) {
        event.preventDefault();
        if (control) { jump(steps, event.shiftKey); } else { move(at.row + steps[0], at.column + steps[1], event.shiftKey); }
      } else if (event.key === "Home") { event.preventDefault(); move(control ? 0 : at.row, 0, event.shiftKey);
      } else if (event.key === "End") { event.preventDefault(); var last = lastUsed(); move(control ? last.row : at.row, last.column, event.shiftKey);
      } else if (event.key === "PageDown" || event.key === "PageUp") { event.preventDefault(); move(at.row + (event.key === "PageDown" ? 10 : -10), at.column, event.shiftKey);
      } else if (event.key === "Enter") { event.preventDefault(); move(at.row + (event.shiftKey ? -1 : 1), at.column);
      } else if (event.key === "F2") { event.preventDefault(); from = at; edit(address(at.row, at.column), rawShown(address(at.row, at.column)));
      } else if (event.key === "Delete" || event.key === "Backspace") { event.preventDefault(); clear();
      } else if (event.key === "Escape" && clipboard) { clipboard = null; paint();
      } else if (control && letters[event.key.toLowerCase()]) { event.preventDefault(); letters[event.key.toLowerCase()]();
      } else if (event.key.length === 1 && !control && !event.altKey) {
        event.preventDefault();
        from = at;
        paint();
        edit(address(at.row, at.column), event.key === " " ? "" : event.key);
      }
    });
    function lastUsed() {
      var last = { row: 0, column: 0 };
      Object.keys(cells).forEach(function (key) { if (cells[key].raw) { var place = parseAddress(key); last.row = Math.max(last.row, place.row); last.column = Math.max(last.column, place.column); } });
      return last;
    }
    function filled(row, column) { return row >= 0 && column >= 0 && row < rowCount && column < columnCount && !!(cells[address(row, column)] || {}).raw; }
    function jump(step, extend) {
      var row = at.row + step[0];
      var column = at.column + step[1];
      function within() { return row >= 0 && row < rowCount && column >= 0 && column < columnCount; }
      if (filled(at.row, at.column) && filled(row, column)) {
        while (filled(row + step[0], column + step[1])) { row += step[0]; column += step[1]; }
      } else {
        while (within() && !filled(row, column)) { row += step[0]; column += step[1]; }
      }
      move(row, column, extend);
    }
    function everything() { at = { row: 0, column: 0 }; from = lastUsed(); var kept = at; at = from; from = kept; paint(); focusCell(); Simulator.changed(); }
    function clear() {
      remember();
      each(selected(), function (key) { if (cells[key]) { write(key, ""); } });
      paint();
      Simulator.changed();
    }

    var dragging = null; // "select", "point" or "fill"
    var dragStart = null;
    var fillTo = null;
    var lastPress = 0; // of the handle: two within 450 ms are a double click
    function placeOf(target) {
      var td = target && target.closest ? target.closest("td") : null;
      return td && table.contains(td) ? { row: +td.dataset.row, column: +td.dataset.column } : null;
    }
    table.addEventListener("pointerdown", function (event) {
      if (event.target === handle) {
        event.preventDefault();
        if (event.timeStamp - lastPress < 450) { lastPress = 0; dragging = null; fillAlong(); return; }
        lastPress = event.timeStamp;
        dragging = "fill";
        dragStart = selected();
        fillTo = null;
        try { handle.releasePointerCapture(event.pointerId); } catch (ignored) { /* a mouse is not captured */ }
        return;
      }
      if (editor && event.target === editor) { return; }
      var place = placeOf(event.target);
      var th = event.target.closest("th");
      if (th && !place) {
        commit();
        event.preventDefault();
        if (th.dataset.column !== undefined) { at = { row: lastUsed().row, column: +th.dataset.column }; from = { row: 0, column: at.column }; } else if (th.dataset.row !== undefined) { at = { row: +th.dataset.row, column: lastUsed().column }; from = { row: at.row, column: 0 }; } else { everything(); return; }
        var kept = at; at = from; from = kept;
        paint(); focusCell(); Simulator.changed();
        return;
      }
      if (!place) { return; }
      if (pointable() && address(place.row, place.column) !== editing) {
        event.preventDefault();
        dragging = "point";
        dragStart = place;
        point({ top: place.row, bottom: place.row, left: place.column, right: place.column });
        return;
      }
      commit();
      if (event.pointerType === "mouse") { event.preventDefault(); dragging = "select"; }
      if (event.shiftKey) { at = place; } else { at = from = place; }
      paint();
      focusCell();
      Simulator.changed();
    });
    table.addEventListener("pointerover", function (event) {
      var place = placeOf(event.target);
      if (!place || !dragging) { return; }
      if (dragging === "select") { at = place; var turn = from; paint(); from = turn; }
      if (dragging === "point") { point({ top: Math.min(place.row, dragStart.row), bottom: Math.max(place.row, dragStart.row), left: Math.min(place.column, dragStart.column), right: Math.max(place.column, dragStart.column) }); }
      if (dragging === "fill") {
        fillTo = place.row > dragStart.bottom ? { down: true, end: place.row } : place.column > dragStart.right ? { down: false, end: place.column } : null;
        at = fillTo ? { row: fillTo.down ? fillTo.end : dragStart.bottom, column: fillTo.down ? dragStart.right : fillTo.end } : { row: dragStart.bottom, column: dragStart.right };
        from = { row: dragStart.top, column: dragStart.left };
        paint();
      }
    });
    window.addEventListener("pointerup", function () {
      if (!dragging) { return; }
      var was = dragging;
      dragging = null;
      if (was === "select") { var kept = at; at = from; from = kept; paint(); focusCell(); Simulator.changed(); }
      if (was === "fill") {
        at = { row: dragStart.top, column: dragStart.left };
        if (fillTo) {
          from = fillTo.down ? { row: fillTo.end, column: dragStart.right } : { row: dragStart.bottom, column: fillTo.end };
          spread(dragStart, selected());
        } else { from = { row: dragStart.bottom, column: dragStart.right }; paint(); }
        focusCell();
      }
    });
    table.addEventListener("dblclick", function (event) {
      var place = placeOf(event.target);
      if (event.target === handle) { return; }
      if (place && !editing) { at = from = place; paint(); edit(address(at.row, at.column), rawShown(address(at.row, at.column))); }
    });
    // Double click on the handle: as far down as the neighbouring column goes.
    function fillAlong() {
      var range = selected();
      var column = range.left > 0 ? range.left - 1 : range.right + 1;
      var row = range.bottom;
      while (filled(row + 1, column)) { row++; }
      if (row > range.bottom) { at = { row: range.top, column: range.left }; from = { row: row, column: range.right }; spread(range, selected()); focusCell(); }
    }

    // ---- copying

    function copyCell(source, target, rows, columns, kept) {
      var old = kept[source];
      if (!old) { delete cells[target]; return; }
      cells[target] = { raw: shift(old.raw, rows, columns), format: old.format, bold: old.bold };
    }
    function spread(source, goal) {
      remember();
      var kept = JSON.parse(JSON.stringify(cells));
      var height = source.bottom - source.top + 1;
      var width = source.right - source.left + 1;
      each(goal, function (key, row, column) {
        if (row >= source.top && row <= source.bottom && column >= source.left && column <= source.right || hidden[row]) { return; }
        var sourceRow = source.top + (row - source.top) % height;
        var sourceColumn = source.left + (column - source.left) % width;
        copyCell(address(sourceRow, sourceColumn), key, row - sourceRow, column - sourceColumn, kept);
      });
      paint();
      Simulator.say("Recopié : " + name(goal) + ".");
      Simulator.changed();
    }
    function fill(way) {
      commit();
      var range = selected();
      var source;
      if (way === "down") {
        if (range.top === range.bottom) { Simulator.say("Sélectionnez la cellule à recopier et celles du dessous (Maj + flèche vers le bas)."); return; }
        source = { top: range.top, bottom: range.top, left: range.left, right: range.right };
      } else {
        if (range.left === range.right) { Simulator.say("Sélectionnez la cellule à recopier et celles de droite (Maj + flèche vers la droite)."); return; }
        source = { top: range.top, bottom: range.bottom, left: range.left, right: range.left };
      }
      spread(source, range);
    }
    function copy(cut) {
      commit();
      clipboard = { range: selected(), cut: cut };
      paint();
      Simulator.say(name(clipboard.range) + (cut ? " coupé." : " copié.") + " Choisissez la destination, puis « Coller ».");
    }
    function paste() {
      commit();
      if (!clipboard) { Simulator.say("Rien à coller : copiez d'abord des cellules."); return; }
      var source = clipboard.range;
      var goal = selected();
      var height = source.bottom - source.top + 1;
      var width = source.right - source.left + 1;
      if (clipboard.cut || (goal.bottom - goal.top + 1) % height || (goal.right - goal.left + 1) % width) {
        goal = { top: goal.top, left: goal.left, bottom: goal.top + height - 1, right: goal.left + width - 1 };
      }
      if (goal.bottom >= rowCount || goal.right >= columnCount) { Simulator.say("Il n'y a pas assez de place ici."); return; }
      remember();
      var kept = JSON.parse(JSON.stringify(cells));
      if (clipboard.cut) { each(source, function (key) { delete cells[key]; }); }
      each(goal, function (key, row, column) {
        var sourceRow = source.top + (row - goal.top) % height;
        var sourceColumn = source.left + (column - goal.left) % width;
        copyCell(address(sourceRow, sourceColumn), key, clipboard.cut ? 0 : row - sourceRow, clipboard.cut ? 0 : column - sourceColumn, kept);
      });
      if (clipboard.cut) { clipboard = null; }
      at = { row: goal.top, column: goal.left };
      from = { row: goal.bottom, column: goal.right };
      paint();
      Simulator.changed();
    }
    function sum() {
      commit();
      var range = selected();
      if (range.top !== range.bottom || range.left !== range.right) {
        var wide = range.bottom === range.top;
        var goal = wide ? address(range.top, range.right + 1) : null;
        if (goal && tds[goal] && !filled(range.top, range.right + 1)) { remember(); write(goal, "=SOMME(" + name(range) + ")"); } else {
          remember();
          for (var column = range.left; column <= range.right; column++) {
            var below = address(range.bottom + 1, column);
            if (tds[below] && !filled(range.bottom + 1, column)) { write(below, "=SOMME(" + name({ top: range.top, bottom: range.bottom, left: column, right: column }) + ")"); }
          }
        }
        paint(); focusCell(); Simulator.changed();
        return;
      }
      var row = at.row - 1;
      while (row >= 0 && typeof sheet.value(address(row, at.column)) === "number") { row--; }
      var left = at.column - 1;
      while (left >= 0 && typeof sheet.value(address(at.row, left)) === "number") { left--; }
      var guess = row < at.row - 1 ? name({ top: row + 1, bottom: at.row - 1, left: at.column, right: at.column }) : left < at.column - 1 ? name({ top: at.row, bottom: at.row, left: left + 1, right: at.column - 1 }) : "";
      edit(address(at.row, at.column), "=SOMME(" + guess + ")");
      editor.setSelectionRange(7, 7 + guess.length);
    }
    functions.addEventListener("change", function () {
      var chosen = functions.value;
      functions.value = "";
      if (!chosen) { return; }
      commit();
      edit(address(at.row, at.column), "=" + chosen + "(");
    });
    formats.addEventListener("change", function () {
      remember();
      each(selected(), function (key) { cell(key).format = formats.value || undefined; });
      paint();
      Simulator.say("Format appliqué à " + name(selected()) + ".");
      Simulator.changed();
    });

    // ---- sort and filter

    // The filled block around the active cell, or the selection when it has several cells.
    function region() {
      var range = selected();
      if (range.top !== range.bottom) { return range; }
      range = { top: at.row, bottom: at.row, left: at.column, right: at.column };
      for (var grown = true; grown;) {
        grown = false;
        var wider = { top: Math.max(0, range.top - 1), bottom: Math.min(rowCount - 1, range.bottom + 1), left: Math.max(0, range.left - 1), right: Math.min(columnCount - 1, range.right + 1) };
        [["top", wider.top, range.left, wider.top, range.right], ["bottom", wider.bottom, range.left, wider.bottom, range.right], ["left", range.top, wider.left, range.bottom, wider.left], ["right", range.top, wider.right, range.bottom, wider.right]].forEach(function (side) {
          if (range[side[0]] === wider[side[0]]) { return; }
          var some = false;
          each({ top: side[1], left: side[2], bottom: side[3], right: side[4] }, function (key, row, column) { if (filled(row, column)) { some = true; } });
          if (some) { range[side[0]] = wider[side[0]]; grown = true; }
        });
      }
      return range;
    }
    function columnNames(area, titled) {
      var out = [];
      for (var column = area.left; column <= area.right; column++) {
        var title = titled ? plain(sheet.value(address(area.top, column))) : "";
        out.push([column, title ? title + " (" + letter(column) + ")" : "Colonne " + letter(column)]);
      }
      return out;
    }
    function selectOf(id, label, options, value, silent) {
      var list = make("select", { id: id }, options.map(function (each) { return make("option", { value: each[0] }, each[1]); }));
      if (value !== undefined) { list.value = value; }
      return [make(silent ? "label.visually-hidden" : "label", { for: id }, label), list];
    }
    function show(title, parts, buttons, first) {
      dialog.textContent = "";
      dialog.setAttribute("aria-labelledby", "dialog-title");
      dialog.append(make("h2", { id: "dialog-title" }, title));
      parts.forEach(function (part) { dialog.append(part); });
      function leave() { if (dialog.open) { dialog.close(); } focusCell(); }
      dialog.append(make("div.buttons", {}, buttons.map(function (each) { return make("button" + (each.main ? ".primary" : ""), { type: "button", click: function () { leave(); if (each.run) { each.run(); } } }, each.label); })));
      dialog.oncancel = function (event) { event.preventDefault(); leave(); };
      dialog.onkeydown = function (event) {
        event.stopPropagation();
        if (event.key === "Enter" && (event.target.tagName === "INPUT" || event.target.tagName === "SELECT")) { event.preventDefault(); leave(); buttons[0].run(); }
      };
      dialog.showModal();
      (first || dialog.querySelector("select, input, button")).focus();
    }
    function empty(area) { return !Object.keys(cells).length || area.top === area.bottom; }
    function sortDialog() {
      commit();
      var area = region();
      if (empty(area)) { Simulator.say("Choisissez d'abord une cellule du tableau à trier."); return; }
      var titled = make("input", { type: "checkbox", id: "titled" });
      titled.checked = looksTitled(area);
      var keys = make("div", {});
      function drawKeys() {
        keys.textContent = "";
        [1, 2].forEach(function (n) {
          var columns = columnNames(area, titled.checked);
          if (n === 2) { columns.unshift(["", "(aucune)"]); }
          var here = at.column >= area.left && at.column <= area.right ? at.column : area.left;
          keys.append(make("div.line", {}, selectOf("key" + n, n === 1 ? "Trier par" : "puis par", columns, n === 1 ? here : "").concat(selectOf("way" + n, "Ordre", [["up", "croissant (A → Z, 0 → 9)"], ["down", "décroissant (Z → A, 9 → 0)"]]))));
        });
      }
      drawKeys();
      titled.addEventListener("change", drawKeys);
      show("Trier " + name(area), [make("p.check", {}, [titled, make("label", { for: "titled" }, "La première ligne contient les titres")]), keys], [
        { label: "Trier", main: true, run: function () {
          var list = [1, 2].map(function (n) { var key = dialog.querySelector("#key" + n).value; return key === "" ? null : { column: +key, way: dialog.querySelector("#way" + n).value === "down" ? -1 : 1 }; }).filter(Boolean);
          sort({ top: area.top + (titled.checked ? 1 : 0), bottom: area.bottom, left: area.left, right: area.right }, list);
        } },
        { label: "Ne pas trier" }
      ], keys.querySelector("select"));
    }
    // Titles: a first row of texts only, of which some column goes on with something else or that is bold.
    function looksTitled(area) {
      var texts = true;
      var differs = false;
      for (var column = area.left; column <= area.right; column++) {
        var first = sheet.value(address(area.top, column));
        if (typeof first !== "string") { texts = false; }
        if (typeof sheet.value(address(area.top + 1, column)) !== "string" || (cells[address(area.top, column)] || {}).bold) { differs = true; }
      }
      return texts && differs;
    }
    function sort(area, keys) {
      remember();
      var kept = JSON.parse(JSON.stringify(cells));
      var rows = [];
      for (var row = area.top; row <= area.bottom; row++) { rows.push(row); }
      function rank(value) { return value === null ? 4 : value instanceof Fault ? 3 : typeof value === "boolean" ? 2 : typeof value === "string" ? 1 : 0; }
      var sorted = rows.slice().sort(function (one, other) {
        for (var n = 0; n < keys.length; n++) {
          var a = sheet.value(address(one, keys[n].column));
          var b = sheet.value(address(other, keys[n].column));
          if ((a === null) !== (b === null)) { return a === null ? 1 : -1; }
          var result = rank(a) - rank(b) || (typeof a === "string" ? collate(a, b) : a instanceof Fault || a === null ? 0 : a - b);
          if (result) { return keys[n].way * result; }
        }
        return one - other;
      });
      sorted.forEach(function (source, n) {
        for (var column = area.left; column <= area.right; column++) { copyCell(address(source, column), address(rows[n], column), rows[n] - source, 0, kept); }
      });
      paint();
      focusCell();
      Simulator.say("Trié : " + name(area) + ".");
      Simulator.changed();
    }
    function filterDialog() {
      commit();
      var area = filterArea || region();
      if (empty(area)) { Simulator.say("Choisissez d'abord une cellule du tableau à filtrer."); return; }
      var columns = columnNames(area, true);
      columns.unshift(["", "(aucune)"]);
      var parts = [make("p.quiet", {}, "Seules les lignes qui remplissent toutes les conditions restent affichées.")];
      [0, 1, 2].forEach(function (n) {
        var filter = filters[n] || { column: "", sign: "=", text: "" };
        var value = make("input", { type: "text", id: "value" + n, autocomplete: "off", list: "values" + n });
        value.value = filter.text;
        var choices = make("datalist", { id: "values" + n });
        var line = make("div.line", {}, selectOf("column" + n, n ? "et colonne" : "Colonne", columns, filter.column).concat(selectOf("sign" + n, "Condition", CONDITIONS, filter.sign, true)).concat([make("label.visually-hidden", { for: "value" + n }, "Valeur"), value, choices]));
        var picker = line.querySelector("select");
        var list = function () {
          choices.textContent = "";
          if (picker.value === "") { return; }
          var seen = {};
          for (var row = area.top + 1; row <= area.bottom; row++) { var key = address(row, +picker.value); seen[shown(sheet.value(key), (cells[key] || {}).format)] = true; }
          Object.keys(seen).sort(collate).forEach(function (text) { choices.append(make("option", { value: text })); });
        };
        picker.addEventListener("change", list);
        list();
        parts.push(line);
      });
      show("Filtrer " + name(area), parts, [
        { label: "Filtrer", main: true, run: function () {
          remember();
          filterArea = area;
          filters = [0, 1, 2].map(function (n) { return { column: dialog.querySelector("#column" + n).value, sign: dialog.querySelector("#sign" + n).value, text: dialog.querySelector("#value" + n).value }; })
            .filter(function (filter) { return filter.column !== ""; }).map(function (filter) { filter.column = +filter.column; return filter; });
          settle(filters.length ? "Filtre appliqué" : "Aucun filtre");
        } },
        { label: "Tout réafficher", run: function () { remember(); filters = []; filterArea = null; settle("Toutes les lignes sont affichées"); } },
        { label: "Ne rien changer" }
      ], parts[1].querySelector("select"));
    }
    function settle(text) {
      paint();
      if (hidden[at.row]) { at = from = { row: filterArea.top, column: at.column }; paint(); }
      focusCell();
      Simulator.say(text + (filters.length ? " : " + count(lastHidden, "ligne affichée.", "lignes affichées.") : "."));
      Simulator.changed();
    }

    paint();

    // ---- facts

    function told(range, of, how) {
      var out = [];
      each(parseRange(range), function (key, row) { if (!hidden[row] || how === "every") { out.push(of(key)); } });
      return out.join("|");
    }
    return {
      facts: function () {
        var facts = { selection: name(selected()) };
        Object.keys(setup.tell || {}).forEach(function (fact) {
          var range = String(setup.tell[fact]);
          facts[fact] = told(range, function (key) { return plain(sheet.value(key)); });
          facts[fact + "-shown"] = told(range, function (key) { return shown(sheet.value(key), (cells[key] || {}).format).replace(/\u00a0/g, " "); });
          facts[fact + "-formulas"] = told(range, function (key) { var raw = (cells[key] || {}).raw || ""; return raw.charAt(0) === "=" ? raw.toUpperCase().replace(/\s/g, "") : ""; });
        });
        // What the sheet would show if some cells held something else: tells a formula from a number typed in.
        Object.keys(setup.probes || {}).forEach(function (fact) {
          var probe = setup.probes[fact];
          var copy = JSON.parse(JSON.stringify(cells));
          Object.keys(probe.set).forEach(function (key) { copy[key] = Object.assign({}, copy[key], { raw: String(probe.set[key]).replace(".", ",") }); });
          var other = new Sheet(copy);
          facts[fact] = told(String(probe.show), function (key) { return plain(other.value(key)); }, "every");
        });
        return facts;
      }
    };
  }
})();
