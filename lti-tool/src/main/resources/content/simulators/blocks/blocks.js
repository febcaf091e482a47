// Block programming: a robot on a grid. What `setup` may hold and which facts are told: README.md.
(function () {
  "use strict";

  var make = Simulator.make;
  var SVG = "http://www.w3.org/2000/svg";
  var WAYS = [{ x: 0, y: -1, name: "le haut" }, { x: 1, y: 0, name: "la droite" }, { x: 0, y: 1, name: "le bas" }, { x: -1, y: 0, name: "la gauche" }];
  var KINDS = {
    avancer: { label: "avancer d'une case" }, gauche: { label: "tourner à gauche" }, droite: { label: "tourner à droite" }, ramasser: { label: "ramasser" },
    repeter: { label: "répéter … fois", body: true, count: true }, jusqu: { label: "répéter jusqu'au drapeau", body: true },
    si: { label: "si …", body: true, test: true }, sinon: { label: "si … sinon …", body: true, test: true, other: true }
  };
  var TESTS = ["mur devant", "libre devant", "mur à droite", "libre à droite", "mur à gauche", "libre à gauche", "objet ici"];
  var MOST_STEPS = 600;

  Simulator.define({ start: start });

  function start(root, setup) {
    var next = 1;
    var worlds = [].concat(setup.worlds || setup.world).map(read);
    var palette = setup.blocks || Object.keys(KINDS);
    var tests = setup.tests || TESTS;
    var limit = setup.limit || 0;
    var facing = { haut: 0, droite: 1, bas: 2, gauche: 3 }[setup.facing || "droite"];
    var thing = setup.object || "étoile";
    var program = parse(setup.program || "");
    var past = [];
    var chosen = { slot: "main" }; // {id} of a block, or {slot: "main" | id + "/body" | id + "/other"}
    var shown = 0; // world on display
    var run = null; // {trace, at, timer}
    var pace = 500;

    function read(text) {
      var world = { walls: {}, things: {}, width: 0, height: 0, goal: null };
      String(text).trim().split("\n").forEach(function (line, y) {
        line.trim().split("").forEach(function (sign, x) {
          if (sign === "#") { world.walls[x + "," + y] = true; }
          if (sign === "*") { world.things[x + "," + y] = true; }
          if (sign === "G") { world.goal = { x: x, y: y }; }
          if (sign === "R") { world.robot = { x: x, y: y }; }
          world.width = Math.max(world.width, x + 1);
        });
        world.height = y + 1;
      });
      world.total = Object.keys(world.things).length;
      return world;
    }
    function block(kind) { return { id: next++, kind: kind, count: 2, test: tests[0], body: [], other: [] }; }
    // Lines with two spaces of indent: "répéter 4", "si mur devant", "sinon", "répéter jusqu'au drapeau", "avancer"…
    function parse(text) {
      var top = [];
      var stack = [{ indent: -1, list: top }];
      String(text).split("\n").forEach(function (line) {
        var words = line.trim();
        if (!words) { return; }
        var indent = line.search(/\S/);
        while (stack[stack.length - 1].indent >= indent) { stack.pop(); }
        var list = stack[stack.length - 1].list;
        if (words === "sinon") { var before = list[list.length - 1]; before.kind = "sinon"; stack.push({ indent: indent, list: before.other }); return; }
        var made;
        var repeat = /^répéter (\d+)$/.exec(words);
        if (repeat) { made = block("repeter"); made.count = +repeat[1]; } else if (/^répéter jusqu/.test(words)) { made = block("jusqu"); } else if (/^si /.test(words)) { made = block("si"); made.test = words.slice(3); } else { made = block({ "avancer": "avancer", "tourner à gauche": "gauche", "tourner à droite": "droite", "ramasser": "ramasser" }[words]); }
        list.push(made);
        stack.push({ indent: indent, list: made.body });
      });
      return top;
    }

    // ---- running: every step is noted beforehand, then shown

    function place(x, y) { return String.fromCharCode(65 + x) + (y + 1); }
    function execute(world) {
      var robot = { x: world.robot.x, y: world.robot.y, way: facing };
      var taken = {};
      var steps = 0;
      var trace = [note(null, "")];
      var end = "";
      function note(id, text) { return { id: id, x: robot.x, y: robot.y, way: robot.way, taken: Object.assign({}, taken), text: text }; }
      function blocked(turn) {
        var way = WAYS[(robot.way + turn + 4) % 4];
        var x = robot.x + way.x;
        var y = robot.y + way.y;
        return x < 0 || y < 0 || x >= world.width || y >= world.height || !!world.walls[x + "," + y];
      }
      function here() { return robot.x + "," + robot.y; }
      function home() { return world.goal && world.goal.x === robot.x && world.goal.y === robot.y; }
      function holds(test) {
        if (test === "objet ici") { return !!world.things[here()] && !taken[here()]; }
        var turn = { devant: 0, droite: 1, gauche: -1 }[test.split(" ").pop()];
        return test.indexOf("mur") === 0 ? blocked(turn) : !blocked(turn);
      }
      function stop(text, reason, id) { end = reason; trace.push(note(id, text)); throw stop; }
      function list(blocks) { blocks.forEach(one); }
      function tick(id) { if (++steps > MOST_STEPS) { stop("Le programme ne s'arrête pas.", "ne s'arrête pas", id); } }
      function one(item) {
        tick(item.id);
        if (item.kind === "avancer") {
          if (blocked(0)) { stop("Le robot se cogne contre un mur, en " + place(robot.x, robot.y) + ".", "contre un mur", item.id); }
          robot.x += WAYS[robot.way].x;
          robot.y += WAYS[robot.way].y;
          trace.push(note(item.id, "Avance en " + place(robot.x, robot.y) + "."));
        } else if (item.kind === "gauche" || item.kind === "droite") {
          robot.way = (robot.way + (item.kind === "droite" ? 1 : 3)) % 4;
          trace.push(note(item.id, "Tourne : il regarde vers " + WAYS[robot.way].name + "."));
        } else if (item.kind === "ramasser") {
          if (!holds("objet ici")) { stop("Rien à ramasser en " + place(robot.x, robot.y) + ".", "arrêté : rien à ramasser", item.id); }
          taken[here()] = true;
          trace.push(note(item.id, "Ramasse : " + thing + " en " + place(robot.x, robot.y) + "."));
        } else if (item.kind === "repeter") {
          for (var n = 0; n < item.count; n++) { tick(item.id); list(item.body); }
        } else if (item.kind === "jusqu") {
          while (!home()) { tick(item.id); list(item.body); }
        } else {
          var yes = holds(item.test);
          trace.push(note(item.id, "« " + item.test + " » : " + (yes ? "oui." : "non.")));
          list(yes ? item.body : item.kind === "sinon" ? item.other : []);
        }
      }
      try { list(program); } catch (thrown) { if (thrown !== stop) { throw thrown; } }
      if (!end) {
        end = home() ? "sur le drapeau" : "arrêté en " + place(robot.x, robot.y);
        trace.push(note(null, "Programme terminé, robot " + (home() ? "sur le drapeau." : "en " + place(robot.x, robot.y) + ".")));
      }
      return { trace: trace, end: end, taken: Object.keys(taken).length };
    }

    // ---- the page

    var svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("role", "img");
    svg.setAttribute("class", "world");
    var tabs = make("div.tabs", { role: "group", "aria-label": "Terrain affiché", hidden: worlds.length < 2 });
    worlds.forEach(function (world, n) { tabs.append(make("button", { type: "button", "aria-pressed": n === 0 ? "true" : "false", click: function () { halt(); shown = n; paintTabs(); paintWorld(); } }, "Terrain " + (n + 1))); });
    var message = make("p.message", { role: "status" }, "");
    var speed = make("select", { id: "speed" }, [["900", "lente"], ["500", "normale"], ["150", "rapide"]].map(function (each) { return make("option", { value: each[0] }, each[1]); }));
    speed.value = "500";
    speed.addEventListener("change", function () { pace = +speed.value; if (run && run.timer) { window.clearInterval(run.timer); run.timer = window.setInterval(step, pace); } });
    var controls = make("div.controls", {}, [
      make("button.primary", { type: "button", click: play }, "Exécuter"), make("button", { type: "button", click: function () { if (run && run.timer) { window.clearInterval(run.timer); run.timer = null; } if (!run) { begin(); } step(); } }, "Pas à pas"),
      make("button", { type: "button", click: function () { halt(); paintWorld(); message.textContent = "Robot au départ."; } }, "Au départ"),
      make("label.speed", { for: "speed" }, "Vitesse"), speed
    ]);
    var shelf = make("div.shelf", { role: "group", "aria-label": "Blocs à ajouter" });
    palette.forEach(function (kind) {
      var button = make("button.piece." + kind, { type: "button", draggable: "true", click: function () { add(kind); } }, KINDS[kind].label);
      button.addEventListener("dragstart", function (event) { event.dataTransfer.setData("text/plain", "new:" + kind); });
      shelf.append(button);
    });
    var list = make("ul.program", { role: "tree", "aria-label": "Programme" });
    var left = make("p.left", {});
    var edits = make("div.edits", { role: "toolbar", "aria-label": "Modifier le programme" }, [
      make("button", { type: "button", title: "Alt + flèche vers le haut", click: function () { shiftBlock(-1); } }, "Monter"), make("button", { type: "button", title: "Alt + flèche vers le bas", click: function () { shiftBlock(1); } }, "Descendre"),
      make("button", { type: "button", title: "Suppr", click: drop }, "Supprimer"), make("button", { type: "button", title: "Ctrl + Z", click: undo }, "Annuler"), make("button", { type: "button", click: clear }, "Tout effacer")
    ]);
    root.append(make("div.lab", {}, [
      make("div.stage", {}, [tabs, svg, message, controls]),
      make("div.workshop", {}, [make("h2", {}, "Blocs"), shelf, make("h2", {}, "Programme"), list, left, edits])
    ]));

    // ---- the program as a tree

    function find(id, blocks, parent, side) {
      blocks = blocks || program;
      for (var n = 0; n < blocks.length; n++) {
        if (blocks[n].id === id) { return { block: blocks[n], list: blocks, at: n, parent: parent || null, side: side || "main" }; }
        var inner = find(id, blocks[n].body, blocks[n], "body") || find(id, blocks[n].other, blocks[n], "other");
        if (inner) { return inner; }
      }
      return null;
    }
    function slotList(slot) {
      if (slot === "main") { return program; }
      var parts = slot.split("/");
      var found = find(+parts[0]);
      return found ? found.block[parts[1]] : program;
    }
    function countBlocks(blocks) { return blocks.reduce(function (sum, each) { return sum + 1 + countBlocks(each.body) + countBlocks(each.other); }, 0); }
    function remember() { past.push(JSON.stringify(program)); if (past.length > 80) { past.shift(); } }
    function changedProgram(text) {
      halt();
      paintProgram();
      paintWorld();
      message.textContent = "";
      if (text) { Simulator.say(text); }
      Simulator.changed();
    }
    function room(extra) {
      if (limit && countBlocks(program) + extra > limit) { Simulator.say("Le programme a déjà " + limit + " blocs, le nombre permis."); return false; }
      return true;
    }
    function name(item) {
      if (item.kind === "repeter") { return "répéter " + item.count + " fois"; }
      if (item.kind === "si" || item.kind === "sinon") { return "si " + item.test; }
      return KINDS[item.kind].label;
    }
    function add(kind) {
      if (!room(1)) { return; }
      remember();
      var made = block(kind);
      var found = chosen.id && find(chosen.id);
      if (found) { found.list.splice(found.at + 1, 0, made); chosen = KINDS[kind].body ? { slot: made.id + "/body" } : { id: made.id }; } else {
        slotList(chosen.slot).push(made);
        if (KINDS[kind].body) { chosen = { slot: made.id + "/body" }; }
      }
      changedProgram("Ajouté : " + name(made) + ".");
    }
    function drop() {
      var found = chosen.id && find(chosen.id);
      if (!found) { Simulator.say("Choisissez d'abord un bloc du programme."); return; }
      remember();
      var had = list.contains(document.activeElement);
      found.list.splice(found.at, 1);
      chosen = found.list[found.at] ? { id: found.list[found.at].id } : { slot: found.parent ? found.parent.id + "/" + found.side : "main" };
      changedProgram("Supprimé : " + name(found.block) + ".");
      if (had) { focusChosen(); }
    }
    function shiftBlock(by) {
      var found = chosen.id && find(chosen.id);
      if (!found) { Simulator.say("Choisissez d'abord un bloc du programme."); return; }
      var before = JSON.stringify(program);
      var other = found.list[found.at + by];
      found.list.splice(found.at, 1);
      if (other && KINDS[other.kind].body) {
        var inside = by > 0 ? other.body : KINDS[other.kind].other ? other.other : other.body;
        if (by > 0) { inside.unshift(found.block); } else { inside.push(found.block); }
      } else if (other) { found.list.splice(found.at + by, 0, found.block); } else if (found.parent && found.parent.kind === "sinon" && (found.side === "body") === by > 0) {
        if (by > 0) { found.parent.other.unshift(found.block); } else { found.parent.body.push(found.block); }
      } else if (found.parent) {
        var up = find(found.parent.id);
        up.list.splice(up.at + (by > 0 ? 1 : 0), 0, found.block);
      } else { found.list.splice(found.at, 0, found.block); }
      if (JSON.stringify(program) === before) { return; }
      past.push(before);
      changedProgram("Déplacé : " + name(found.block) + ".");
      focusChosen();
    }
    function undo() {
      if (!past.length) { Simulator.say("Rien à annuler."); return; }
      program = JSON.parse(past.pop());
      if (chosen.id && !find(chosen.id) || chosen.slot && chosen.slot !== "main" && !find(+chosen.slot.split("/")[0])) { chosen = { slot: "main" }; }
      changedProgram("Dernière modification annulée.");
    }
    function clear() {
      if (!program.length) { return; }
      remember();
      program = [];
      chosen = { slot: "main" };
      changedProgram("Programme vide. « Annuler » le fait revenir.");
    }

    function keyOf(one) { return one.id ? "b" + one.id : "s" + one.slot; }
    function paintProgram() {
      var active = document.activeElement;
      var mark = active && list.contains(active) ? (active.getAttribute("data-key") || active.getAttribute("data-inner")) : null;
      list.textContent = "";
      paintList(program, 1, "main");
      var used = countBlocks(program);
      left.textContent = used + (used > 1 ? " blocs" : " bloc") + (limit ? " sur " + limit + " permis" : "");
      if (mark) {
        var again = list.querySelector("[data-key='" + mark + "'], [data-inner='" + mark + "']") || list.querySelector("[tabindex='0'][data-key]");
        if (again) { again.focus(); }
      }
    }
    function row(key, level, parts, hint, kind) {
      var on = keyOf(chosen) === key;
      var item = make("li.row" + (kind ? "." + kind : ".slot"), { role: "treeitem", "aria-level": level, "aria-selected": on ? "true" : "false", tabindex: on ? "0" : "-1", "data-key": key }, parts.concat(hint ? make("span.visually-hidden", {}, hint) : []));
      item.classList.add("level" + Math.min(level, 5));
      item.addEventListener("click", function (event) {
        if (/^(INPUT|SELECT|BUTTON|OPTION)$/.test(event.target.tagName)) { return; }
        pick(key, true);
      });
      item.addEventListener("dragover", function (event) { event.preventDefault(); item.classList.add("over"); });
      item.addEventListener("dragleave", function () { item.classList.remove("over"); });
      item.addEventListener("drop", function (event) { event.preventDefault(); event.stopPropagation(); land(event.dataTransfer.getData("text/plain"), key); });
      list.append(item);
      return item;
    }
    function paintList(blocks, level, slot) {
      blocks.forEach(function (item) {
        var parts = [];
        if (item.kind === "repeter") {
          var number = make("input.count", { type: "number", min: "1", max: "50", "aria-label": "Nombre de répétitions", tabindex: "-1", "data-inner": "n" + item.id });
          number.value = item.count;
          number.addEventListener("change", function () {
            var value = Math.max(1, Math.min(50, Math.round(+number.value) || 1));
            if (value !== item.count) { remember(); find(item.id).block.count = value; changedProgram(); }
          });
          number.addEventListener("keydown", inner);
          parts = ["répéter ", number, " fois"];
        } else if (item.kind === "si" || item.kind === "sinon") {
          var select = make("select.test", { "aria-label": "Condition", tabindex: "-1", "data-inner": "n" + item.id }, tests.map(function (each) { return make("option", { value: each }, each === "objet ici" ? thing + " ici" : each); }));
          select.value = item.test;
          select.addEventListener("change", function () { if (select.value !== item.test) { remember(); find(item.id).block.test = select.value; changedProgram(); } });
          select.addEventListener("keydown", inner);
          parts = ["si ", select];
        } else { parts = [KINDS[item.kind].label]; }
        var made = row("b" + item.id, level, parts, KINDS[item.kind].count || KINDS[item.kind].test ? ", Entrée pour régler" : "", item.kind);
        made.setAttribute("draggable", "true");
        made.addEventListener("dragstart", function (event) { event.dataTransfer.setData("text/plain", "old:" + item.id); });
        if (run && run.trace[run.at] && run.trace[run.at].id === item.id) { made.classList.add("now"); }
        if (KINDS[item.kind].body) { paintList(item.body, level + 1, item.id + "/body"); }
        if (KINDS[item.kind].other) {
          var word = make("li.word.level" + Math.min(level, 5), { role: "none" }, "sinon");
          list.append(word);
          paintList(item.other, level + 1, item.id + "/other");
        }
      });
      var found = slot === "main" ? null : find(+slot.split("/")[0]);
      var on = keyOf(chosen) === "s" + slot;
      row("s" + slot, level, [on ? "▸ les blocs s'ajoutent ici" : "+ ajouter ici"], slot === "main" ? ", à la fin du programme" : ", dans « " + name(found.block).replace("objet ici", thing + " ici") + " »" + (slot.split("/")[1] === "other" ? ", sinon" : ""), "");
    }
    function pick(key, focus) {
      chosen = key.charAt(0) === "b" ? { id: +key.slice(1) } : { slot: key.slice(1) };
      paintProgram();
      if (focus) { focusChosen(); }
    }
    function focusChosen() { var item = list.querySelector("[data-key='" + keyOf(chosen) + "']"); if (item) { item.focus(); } }
    // In a number or a list of conditions: Escape or Enter goes back to its block.
    function inner(event) {
      event.stopPropagation();
      if (event.key === "Enter" || event.key === "Escape") { event.preventDefault(); event.target.dispatchEvent(new Event("change")); focusChosen(); }
    }
    list.addEventListener("keydown", function (event) {
      var items = Array.from(list.querySelectorAll("[data-key]"));
      var at = items.indexOf(document.activeElement);
      if (at < 0) { return; }
      if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) { event.preventDefault(); shiftBlock(event.key === "ArrowUp" ? -1 : 1); return; }
      var to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: items.length - 1 }[event.key];
      if (to !== undefined) { event.preventDefault(); if (items[to]) { pick(items[to].getAttribute("data-key"), true); } return; }
      if (event.key === "Delete" || event.key === "Backspace") { event.preventDefault(); drop(); return; }
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") { event.preventDefault(); undo(); return; }
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); var control = items[at].querySelector("input, select"); if (control) { control.focus(); if (control.select) { control.select(); } } return; }
      if (/^[+\-]$/.test(event.key) && chosen.id) {
        var found = find(chosen.id);
        if (found.block.kind === "repeter") { remember(); found.block.count = Math.max(1, Math.min(50, found.block.count + (event.key === "+" ? 1 : -1))); changedProgram(name(found.block) + "."); }
      }
    });
    function land(what, key) {
      var isNew = /^new:/.test(what);
      if (!isNew && !/^old:/.test(what) || isNew && !room(1)) { return; }
      var before = JSON.stringify(program);
      var moved = isNew ? block(what.slice(4)) : (find(+what.slice(4)) || {}).block;
      if (!moved) { return; }
      var target = key.charAt(0) === "b" ? +key.slice(1) : key === "smain" ? 0 : +key.slice(1).split("/")[0];
      if (!isNew && (target === moved.id || target && find(target, moved.body) || target && find(target, moved.other))) { return; }
      if (!isNew) { var old = find(moved.id); old.list.splice(old.at, 1); }
      if (key.charAt(0) === "b") { var goal = find(target); goal.list.splice(goal.at, 0, moved); } else { slotList(key.slice(1)).push(moved); }
      past.push(before);
      chosen = isNew && KINDS[moved.kind].body ? { slot: moved.id + "/body" } : { id: moved.id };
      changedProgram((isNew ? "Ajouté : " : "Déplacé : ") + name(moved) + ".");
    }

    // ---- the world

    function halt() { if (run && run.timer) { window.clearInterval(run.timer); } run = null; }
    function begin() { halt(); run = { trace: execute(worlds[shown]).trace, at: 0, timer: null }; paintWorld(); }
    function play() {
      if (!program.length) { Simulator.say("Le programme est vide : ajoutez d'abord des blocs."); return; }
      begin();
      message.textContent = "";
      run.timer = window.setInterval(step, pace);
    }
    function step() {
      if (!run) { return; }
      if (run.at >= run.trace.length - 1) { window.clearInterval(run.timer); run.timer = null; return; }
      run.at++;
      var last = run.at === run.trace.length - 1;
      if (!run.timer || last) { message.textContent = run.trace[run.at].text; }
      paintWorld();
      Array.from(list.querySelectorAll(".now")).forEach(function (item) { item.classList.remove("now"); });
      var now = list.querySelector("[data-key='b" + run.trace[run.at].id + "']");
      if (now) { now.classList.add("now"); }
      if (last && run.timer) { window.clearInterval(run.timer); run.timer = null; }
    }
    function paintTabs() { Array.from(tabs.children).forEach(function (tab, n) { tab.setAttribute("aria-pressed", n === shown ? "true" : "false"); }); }
    function draw(kind, attributes, text) {
      var element = document.createElementNS(SVG, kind);
      Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
      if (text) { element.textContent = text; }
      svg.append(element);
      return element;
    }
    function paintWorld() {
      var world = worlds[shown];
      var now = run ? run.trace[run.at] : { x: world.robot.x, y: world.robot.y, way: facing, taken: {} };
      svg.textContent = "";
      svg.setAttribute("viewBox", "0 0 " + (world.width * 40 + 24) + " " + (world.height * 40 + 24));
      svg.style.maxWidth = Math.min(420, world.width * 52 + 24) + "px";
      for (var y = 0; y < world.height; y++) {
        draw("text", { x: 10, y: 24 + y * 40 + 25, "text-anchor": "middle", "font-size": 14, fill: "#33444f", "font-family": "sans-serif" }, String(y + 1));
        for (var x = 0; x < world.width; x++) {
          var wall = world.walls[x + "," + y];
          draw("rect", { x: 24 + x * 40, y: 24 + y * 40, width: 40, height: 40, fill: wall ? "#5a4a42" : "#f4f8ef", stroke: "#aab8a4" });
          if (wall) { draw("path", { d: "M" + (24 + x * 40) + " " + (24 + y * 40 + 13) + "h40m-40 14h40m-26 -27v13m14 0v14m-14 0v13", stroke: "#a08b80", "stroke-width": 2, fill: "none" }); }
        }
      }
      for (var c = 0; c < world.width; c++) { draw("text", { x: 24 + c * 40 + 20, y: 17, "text-anchor": "middle", "font-size": 14, fill: "#33444f", "font-family": "sans-serif" }, String.fromCharCode(65 + c)); }
      if (world.goal) { draw("path", { d: "M" + (24 + world.goal.x * 40 + 11) + " " + (24 + world.goal.y * 40 + 36) + "v-31l20 8l-20 8", fill: "#c8281e", stroke: "#22313b", "stroke-width": 2 }); }
      Object.keys(world.things).forEach(function (key) {
        if (now.taken[key]) { return; }
        var at = key.split(",");
        var star = draw("path", { d: "M20 6L24 16L35 16L26 23L29 34L20 27L11 34L14 23L5 16L16 16z", fill: "#f2b705", stroke: "#5b4a00", "stroke-width": 1.5 });
        star.setAttribute("transform", "translate(" + (24 + at[0] * 40) + " " + (24 + at[1] * 40) + ")");
      });
      var robot = draw("g", { transform: "translate(" + (24 + now.x * 40 + 20) + " " + (24 + now.y * 40 + 20) + ") rotate(" + now.way * 90 + ")" });
      [["circle", { r: 15, fill: "#0b6e8f", stroke: "#ffffff", "stroke-width": 2 }], ["path", { d: "M0 -13L8 3H-8z", fill: "#ffffff" }], ["circle", { cx: 0, cy: 8, r: 3, fill: "#ffffff" }]].forEach(function (part) {
        var element = document.createElementNS(SVG, part[0]);
        Object.keys(part[1]).forEach(function (key) { element.setAttribute(key, part[1][key]); });
        robot.append(element);
      });
      function listed(keys) { return keys.map(function (key) { var at = key.split(",").map(Number); return place(at[0], at[1]); }).sort().join(", "); }
      var left = Object.keys(world.things).filter(function (key) { return !now.taken[key]; });
      svg.setAttribute("aria-label", "Terrain de " + world.width + " colonnes (A à " + String.fromCharCode(64 + world.width) + ") et " + world.height + " lignes. Robot en " + place(now.x, now.y) + ", il regarde vers " + WAYS[now.way].name + "." +
        (world.goal ? " Drapeau en " + place(world.goal.x, world.goal.y) + "." : "") + (left.length ? " Objets (" + thing + ") : " + listed(left) + "." : "") + (Object.keys(world.walls).length ? " Murs : " + listed(Object.keys(world.walls)) + "." : "") + " Le bord est un mur aussi.");
    }

    paintProgram();
    paintWorld();

    return {
      facts: function () {
        var facts = { blocks: String(countBlocks(program)), program: written(program, "").join("|") };
        worlds.forEach(function (world, n) {
          var result = execute(world);
          facts["end-" + (n + 1)] = result.end;
          facts["objects-" + (n + 1)] = world.total ? result.taken + " sur " + world.total : "";
        });
        return facts;
      }
    };
    function written(blocks, before) {
      var out = [];
      blocks.forEach(function (item) {
        out.push(before + name(item));
        if (KINDS[item.kind].body) { out = out.concat(written(item.body, before + "> ")); }
        if (KINDS[item.kind].other) { out.push(before + "sinon"); out = out.concat(written(item.other, before + "> ")); }
      });
      return out;
    }
  }
})();
