// A file manager: places, folders, files, a bin. What `setup` may hold and which facts are told: README.md.
(function () {
  "use strict";

  var make = Simulator.make;
  var KINDS = {
    jpg: "Image JPEG", jpeg: "Image JPEG", png: "Image PNG", gif: "Image GIF", svg: "Dessin SVG", txt: "Texte brut", odt: "Document texte",
    docx: "Document texte", pdf: "Document PDF", ods: "Feuille de calcul", xlsx: "Feuille de calcul", csv: "Tableau CSV", odp: "Diaporama",
    mp3: "Son MP3", wav: "Son WAV", ogg: "Son OGG", mp4: "Vidéo MP4", mov: "Vidéo MOV", mkv: "Vidéo MKV", zip: "Archive ZIP", html: "Page Web",
    exe: "Programme", ics: "Agenda", vcf: "Fiche de contact", tmp: "Fichier temporaire", bak: "Copie de secours"
  };
  // Small drawings: a path, and the colour that fills it (always beside the name of the kind).
  var SIGNS = {
    Dossier: ["M1 3h5l2 2h7v9H1z", "#e0b040"], Image: ["M1 2h14v12H1z M3 12l3.5-5 3 3.5 2-2 2 3.5z", "#bfe0c8"], Dessin: ["M1 2h14v12H1z M4 12l4-8 4 8z", "#bfe0c8"],
    Feuille: ["M2 1h12v14H2z M2 6h12M2 10h12M6 1v14", "#c8ead2"], Tableau: ["M2 1h12v14H2z M2 6h12M2 10h12M6 1v14", "#c8ead2"], Diaporama: ["M1 3h14v9H1z M8 12v3M5 15h6", "#f5cdb8"],
    Son: ["M6 12V3l8-2v9 M6 12a2 2 0 1 1-4 0 2 2 0 0 1 4 0z M14 10a2 2 0 1 1-4 0 2 2 0 0 1 4 0z", "#d9cff0"], Vidéo: ["M1 3h14v10H1z M6.5 5.5v5l4-2.5z", "#d9cff0"],
    Archive: ["M2 2h12v12H2z M8 2v9M6.5 11h3v2h-3z", "#eadfb8"], Programme: ["M1 2h14v12H1z M1 5h14", "#cfd8de"],
    place: ["M2 2h12v9H2z M0.5 13.5h15", "#cfe3f5"], device: ["M4 5h8v10H4z M6 1h4v4H6z", "#cfd8de"], bin: ["M3 5h10l-1 10H4z M1.5 4.5h13 M6 4V1.5h4V4", "#e6ecef"],
    other: ["M3 1h7l3 3v11H3z M5 7h6M5 10h6M5 13h4", "#ffffff"]
  };
  var compare = new Intl.Collator("fr", { numeric: true, sensitivity: "base" }).compare;

  function bare(text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }
  function extension(name) { var at = name.lastIndexOf("."); return at > 0 ? name.slice(at + 1) : ""; }
  function stem(name) { var at = name.lastIndexOf("."); return at > 0 ? name.slice(0, at) : name; }
  function kind(node) {
    if (node.children) { return "Dossier"; }
    var ending = extension(node.name);
    return KINDS[ending.toLowerCase()] || (ending ? "Fichier " + ending.toUpperCase() : "Fichier");
  }
  function drawing(name) {
    var given = SIGNS[name] || SIGNS.other;
    var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    var shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("class", "sign");
    svg.setAttribute("aria-hidden", "true");
    shape.setAttribute("d", given[0]);
    shape.setAttribute("fill", given[1]);
    shape.setAttribute("stroke", "#33444f");
    svg.append(shape);
    return svg;
  }
  function sign(node) { return drawing(kind(node).split(" ")[0]); }

  // "2,4 Mo" → 2400 (in Ko); 1 Mo = 1000 Ko.
  function amount(text) {
    var match = /^\s*([\d\s]+(?:[.,]\d+)?)\s*(o|Ko|Mo|Go)?\s*$/.exec(String(text === undefined ? "1 Ko" : text));
    if (!match) { return 1; }
    return parseFloat(match[1].replace(/\s/g, "").replace(",", ".")) * { o: 0.001, Ko: 1, Mo: 1000, Go: 1000000 }[match[2] || "Ko"];
  }
  function shownSize(amountInKo) {
    var unit = "Ko";
    var value = amountInKo;
    if (value >= 1000000) { value /= 1000000; unit = "Go"; } else if (value >= 1000) { value /= 1000; unit = "Mo"; } else if (value < 1) { value *= 1000; unit = "o"; }
    return value.toLocaleString("fr-FR", { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 }) + "\u00a0" + unit;
  }
  function shownDate(text) {
    var match = /^(\d{4})-(\d{2})-(\d{2})(?: (.*))?$/.exec(text || "");
    return match ? match[3] + "/" + match[2] + "/" + match[1] + (match[4] ? " " + match[4] : "") : "";
  }

  Simulator.define({ start: start });

  function start(root, setup) {
    var next = 1;
    var model = { places: [], bin: [] };
    var today = setup.today || "2026-03-02 09:00";
    var origin = {}; // id → path at the start

    function read(entry, path) {
      var given = typeof entry === "string" ? { file: entry } : entry;
      var node = { id: next++ };
      if (given.folder !== undefined) {
        node.name = String(given.folder);
        node.modified = given.modified || today;
        node.children = (given.content || []).map(function (each) { return read(each, path + node.name + "/"); });
      } else {
        var parts = String(given.file).split("|").map(function (each) { return each.trim(); });
        node.name = parts[0];
        node.size = amount(parts[1]);
        node.modified = parts[2] || today;
        node.text = given.text;
        node.properties = given.properties;
      }
      origin[node.id] = path + node.name;
      return node;
    }
    model.places = (setup.places || []).map(function (place) {
      var node = read({ folder: place.place, content: place.content }, "");
      node.place = true;
      node.room = place.room ? amount(place.room) : null;
      node.external = place.external === true;
      return node;
    });
    model.bin = (setup.bin || []).map(function (each) {
      var node = read(each, "Corbeille/");
      node.from = each.from || model.places[0].name;
      return node;
    });

    // ---- finding one's way in the tree

    function visit(nodes, act, parent) {
      nodes.forEach(function (node) { act(node, parent); if (node.children) { visit(node.children, act, node); } });
    }
    function find(id) {
      var found = null;
      visit(model.places, function (node, parent) { if (node.id === id) { found = { node: node, parent: parent }; } }, null);
      visit(model.bin, function (node, parent) { if (node.id === id) { found = { node: node, parent: parent || null, binned: true }; } }, null);
      return found;
    }
    function path(node) {
      var names = [node.name];
      for (var at = find(node.id); at && at.parent; at = find(at.parent.id)) { names.unshift(at.parent.name); }
      return names.join("/");
    }
    function reach(text) {
      var names = text.split("/");
      var node = model.places.find(function (each) { return each.name === names[0]; });
      for (var i = 1; node && i < names.length; i++) {
        node = (node.children || []).find(function (each) { return each.name === names[i]; });
      }
      return node;
    }
    function size(node) { return node.children ? node.children.reduce(function (sum, each) { return sum + size(each); }, 0) : node.size; }
    function placeOf(node) { var name = path(node).split("/")[0]; return model.places.find(function (each) { return each.name === name; }); }
    function remove(node) {
      var at = find(node.id);
      var siblings = at.binned && !at.parent ? model.bin : at.parent.children;
      siblings.splice(siblings.indexOf(siblings.find(function (each) { return each.id === node.id; })), 1);
    }
    function inside(node, ancestorId) {
      for (var at = find(node.id); at; at = at.parent && find(at.parent.id)) { if (at.node.id === ancestorId) { return true; } }
      return false;
    }
    function named(folder, name) {
      return folder.children.find(function (each) { return bare(each.name) === bare(name) && each.name.length === name.length; });
    }
    function freeName(folder, name, mark) {
      var base = mark === "number" ? stem(name) : stem(name) + " - copie";
      var end = extension(name) ? "." + extension(name) : "";
      var tried = mark === "number" ? base + " (2)" + end : base + end;
      for (var n = mark === "number" ? 3 : 2; named(folder, tried); n++) { tried = base + " (" + n + ")" + end; }
      return tried;
    }
    function duplicate(node) {
      var twin = Object.assign({}, node, { id: next++ });
      origin[twin.id] = origin[node.id];
      if (node.children) { twin.children = node.children.map(duplicate); }
      delete twin.from;
      return twin;
    }

    // ---- what is shown

    var BIN = -1;
    var here = (setup.open && (setup.open === "Corbeille" ? BIN : (reach(setup.open) || model.places[0]).id)) || model.places[0].id;
    var chosen = [];
    var cursor = null; // id of the row that takes the keyboard
    var anchor = null;
    var clipboard = null; // {ids, cut}
    var order = { key: "name", down: false };
    var query = "";
    var endings = setup.extensions !== false;
    var past = [];

    function remember() { past.push(JSON.stringify({ model: model, here: here })); if (past.length > 50) { past.shift(); } }
    function undo() {
      if (!past.length) { Simulator.say("Rien à annuler."); return; }
      var kept = JSON.parse(past.pop());
      model = kept.model;
      if (!find(here)) { here = kept.here; }
      chosen = [];
      clipboard = null;
      done("Dernière action annulée.");
    }
    function folder() { return here === BIN ? { id: BIN, name: "Corbeille", children: model.bin } : find(here).node; }
    function shownName(node) { return !endings && !node.children && extension(node.name) ? stem(node.name) : node.name; }
    function matches(name) {
      var words = bare(query).trim().split(/\s+/);
      if (/[*?]/.test(query)) {
        var pattern = bare(query).trim().replace(/[.+^${}()|[\]\\]/g, "\\$&").replace(/\*/g, ".*").replace(/\?/g, ".");
        return new RegExp("^" + pattern + "$").test(bare(name));
      }
      return words.every(function (word) { return bare(name).indexOf(word) >= 0; });
    }
    function rows() {
      var list = folder().children.slice();
      if (query.trim()) {
        list = [];
        visit(folder().children, function (node) { if (matches(node.name)) { list.push(node); } }, null);
      }
      var way = order.down ? -1 : 1;
      return list.sort(function (one, other) {
        if (!one.children !== !other.children) { return one.children ? -1 : 1; }
        var result = 0;
        if (order.key === "size") { result = size(one) - size(other); }
        if (order.key === "modified") { result = one.modified < other.modified ? -1 : one.modified > other.modified ? 1 : 0; }
        if (order.key === "kind") { result = compare(kind(one), kind(other)); }
        return way * (result || compare(one.name, other.name));
      });
    }
    function selection() { return rows().filter(function (node) { return chosen.indexOf(node.id) >= 0; }); }

    var manager = make("div.manager", {});
    var bar = make("div.bar", { role: "toolbar", "aria-label": "Actions sur les fichiers" });
    var tree = make("ul.tree", { role: "tree", "aria-label": "Emplacements et dossiers" });
    var trail = make("nav.trail", { "aria-label": "Dossier ouvert" });
    var searched = make("input", { id: "search", type: "search", autocomplete: "off", placeholder: "Partie du nom" });
    var showEndings = make("input", { id: "endings", type: "checkbox" });
    var table = make("div.list", { role: "grid", "aria-label": "Contenu du dossier", "aria-multiselectable": "true" });
    var foot = make("p.foot", {});
    var menu = make("div.menu", { role: "menu", hidden: true, "aria-label": "Actions" });
    var dialog = make("dialog", {});
    showEndings.checked = endings;
    manager.append(bar,
      make("div.finder", {}, [
        trail,
        make("div.look", {}, [make("label", { for: "search" }, "Rechercher ici"), searched])
      ]),
      make("div.panes", {}, [
        make("div.side", {}, [tree]),
        make("div.main", {}, [table, foot, make("label.endings", { for: "endings" }, [showEndings, " Afficher les extensions des noms de fichiers"])])
      ]), menu, dialog);
    root.append(manager);

    searched.addEventListener("input", function () { query = searched.value; chosen = []; draw(); });
    searched.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && query) { searched.value = ""; query = ""; draw(); }
    });
    showEndings.addEventListener("change", function () { endings = showEndings.checked; draw(); });

    // ---- commands

    var COMMANDS = [
      { key: "look", label: "Ouvrir", both: true, hint: "Entrée", when: function () { return selection().length === 1; }, run: function () { enter(selection()[0]); } },
      { key: "new", label: "Nouveau dossier", when: function () { return here !== BIN && !query.trim(); }, run: create },
      { key: "rename", label: "Renommer", hint: "F2", when: function () { return here !== BIN && selection().length === 1; }, run: rename },
      { key: "cut", label: "Couper", hint: "Ctrl+X", when: function () { return here !== BIN && selection().length; }, run: function () { keep(true); } },
      { key: "copy", label: "Copier", hint: "Ctrl+C", when: function () { return here !== BIN && selection().length; }, run: function () { keep(false); } },
      { key: "paste", label: "Coller", hint: "Ctrl+V", when: function () { return here !== BIN && clipboard && !query.trim(); }, run: paste },
      { key: "delete", label: "Supprimer", hint: "Suppr", when: function () { return here !== BIN && selection().length; }, run: discard },
      { key: "restore", label: "Restaurer", bin: true, when: function () { return here === BIN && selection().length; }, run: restore },
      { key: "erase", label: "Supprimer définitivement", bin: true, when: function () { return here === BIN && selection().length; }, run: erase },
      { key: "empty", label: "Vider la corbeille", bin: true, when: function () { return here === BIN && model.bin.length; }, run: empty },
      { key: "properties", label: "Propriétés", both: true, when: function () { return selection().length === 1; }, run: properties },
      { key: "undo", label: "Annuler", both: true, hint: "Ctrl+Z", when: function () { return past.length; }, run: undo }
    ];
    function available(command) { return command.both || (here === BIN ? command.bin : !command.bin); }
    function run(command) {
      closeMenu();
      if (command.when()) { command.run(); } else if (!selection().length && command.key !== "paste" && command.key !== "undo" && command.key !== "empty" && command.key !== "new") {
        Simulator.say("Choisissez d'abord un fichier ou un dossier dans la liste.");
      } else {
        Simulator.say("« " + command.label + " » n'est pas possible ici.");
      }
    }
    COMMANDS.forEach(function (command) {
      command.button = make("button", { type: "button", "data-key": command.key, title: command.hint ? command.label + " (" + command.hint + ")" : null, click: function () { run(command); } }, command.label);
      bar.append(command.button);
    });

    function done(text) {
      var focused = document.activeElement;
      draw();
      if (focused && !focused.isConnected || focused === document.body) { focusRow(); }
      if (text) { Simulator.say(text); }
      Simulator.changed();
    }
    function some(nodes) {
      return nodes.length === 1 ? "« " + shownName(nodes[0]) + " »" : nodes.length + " éléments";
    }
    function verb(nodes, one, many) { return nodes.length === 1 ? one : many; }

    function create() {
      var name = "Nouveau dossier";
      for (var n = 2; named(folder(), name); n++) { name = "Nouveau dossier " + n; }
      remember();
      var node = { id: next++, name: name, modified: today, children: [] };
      origin[node.id] = "";
      folder().children.push(node);
      chosen = [node.id];
      cursor = anchor = node.id;
      draw();
      Simulator.changed();
      rename(true);
    }
    function rename(fresh) {
      var node = selection()[0];
      var row = table.querySelector("[data-id='" + node.id + "']");
      var cell = row.querySelector(".name");
      var ending = !endings && !node.children ? extension(node.name) : "";
      var input = make("input.rename", { type: "text", "aria-label": "Nouveau nom de " + shownName(node), autocomplete: "off", spellcheck: "false" });
      var over = false;
      var way = row.querySelector(".folder-of");
      input.value = shownName(node);
      cell.textContent = "";
      cell.append(input);
      if (way) { cell.append(way); }
      input.focus();
      input.setSelectionRange(0, endings && !node.children ? stem(node.name).length : input.value.length);
      function finish(keepIt) {
        if (over) { return; }
        var name = input.value.trim() + (ending ? "." + ending : "");
        var home = find(node.id).parent;
        var twin = home.children.find(function (each) { return each.id !== node.id && bare(each.name) === bare(name) && each.name.length === name.length; });
        if (keepIt && (!input.value.trim() || /[\\/:*?"<>|]/.test(name))) {
          Simulator.say(input.value.trim() ? "Un nom ne peut pas contenir \\ / : * ? \" < > |" : "Le nom ne peut pas être vide.");
          if (document.activeElement === input) { return; }
          keepIt = false;
        }
        if (keepIt && twin) {
          Simulator.say("Ce nom est déjà pris dans ce dossier.");
          if (document.activeElement === input) { return; }
          keepIt = false;
        }
        over = true;
        var before = node.name;
        var mine = document.activeElement === input || document.activeElement === document.body;
        if (keepIt && name !== node.name) {
          if (fresh !== true) { remember(); }
          find(node.id).node.name = name;
        }
        draw();
        if (mine) { focusRow(); }
        if (name !== before && keepIt) {
          Simulator.say(!node.children && bare(extension(before)) !== bare(extension(name)) ?
            "Renommé en « " + name + " ». Attention : l'extension a changé, le fichier risque de ne plus s'ouvrir." : "Renommé en « " + name + " ».");
        }
        Simulator.changed();
      }
      input.addEventListener("keydown", function (event) {
        event.stopPropagation();
        if (event.key === "Enter") { event.preventDefault(); finish(true); }
        if (event.key === "Escape") { event.preventDefault(); finish(false); }
      });
      input.addEventListener("click", function (event) { event.stopPropagation(); });
      input.addEventListener("dblclick", function (event) { event.stopPropagation(); });
      input.addEventListener("blur", function () { window.setTimeout(function () { if (input.isConnected) { finish(true); } }, 0); });
    }
    function keep(cut) {
      var nodes = selection();
      clipboard = { ids: nodes.map(function (node) { return node.id; }), cut: cut };
      done(some(nodes) + " " + (cut ? verb(nodes, "coupé", "coupés") : verb(nodes, "copié", "copiés")) + ". Ouvrez le dossier de destination, puis « Coller ».");
    }
    function paste() {
      var nodes = clipboard.ids.map(find).filter(Boolean).map(function (each) { return each.node; });
      put(nodes, folder(), clipboard.cut);
      if (clipboard && clipboard.cut) { clipboard = null; }
    }
    // Moves or copies nodes into a folder; asks for each name that is already there.
    function put(nodes, target, cut) {
      var place = placeOf(target);
      var waiting = nodes.slice();
      var moved = [];
      if (nodes.some(function (node) { return node.children && inside(target, node.id); })) {
        Simulator.say("Un dossier ne peut pas être placé dans lui-même.");
        return;
      }
      if (cut && nodes.every(function (node) { return find(node.id).parent && find(node.id).parent.id === target.id; })) {
        Simulator.say("Ces éléments sont déjà dans ce dossier.");
        return;
      }
      var needed = nodes.reduce(function (sum, node) { return sum + (cut && placeOf(node) === place ? 0 : size(node)); }, 0);
      if (place.room !== null && size(place) + needed > place.room) {
        Simulator.say("Pas assez de place : il reste " + shownSize(place.room - size(place)) + " et il faut " + shownSize(needed) + ".");
        return;
      }
      remember();
      step();
      function step() {
        if (!waiting.length) { end(); return; }
        var node = waiting.shift();
        var goal = find(target.id).node;
        var same = find(node.id).parent && find(node.id).parent.id === goal.id;
        if (same && cut) { step(); return; }
        if (same) { add(node, freeName(goal, node.name, "copy")); step(); return; }
        var twin = named(goal, node.name);
        if (!twin) { add(node, node.name); step(); return; }
        ask(node, twin, function (choice) {
          if (choice === "replace") { remove(twin); add(node, node.name); }
          if (choice === "both") { add(node, freeName(goal, node.name, "number")); }
          step();
        });
      }
      function add(node, name) {
        var goal = find(target.id).node;
        var added = cut ? find(node.id).node : duplicate(node);
        if (cut) { remove(added); }
        added.name = name;
        goal.children.push(added);
        moved.push(added);
      }
      function end() {
        chosen = here === target.id ? moved.map(function (node) { return node.id; }) : [];
        if (chosen.length) { cursor = anchor = chosen[0]; }
        if (!moved.length) { past.pop(); }
        done(moved.length ? some(moved) + " " + (cut ? verb(moved, "déplacé", "déplacés") : verb(moved, "copié", "copiés")) + " dans « " + target.name + " »." : "Rien n'a été changé.");
      }
    }
    function ask(node, twin, then) {
      function line(title, each) {
        return make("li", {}, title + " : " + (each.children ? each.children.length + " éléments" : shownSize(each.size) + ", modifié le " + shownDate(each.modified)));
      }
      show("« " + node.name + " » existe déjà dans ce dossier", [
        make("ul", {}, [line("Élément apporté", node), line("Élément déjà présent", twin)])
      ], [
        { label: "Remplacer", run: function () { then("replace"); } },
        { label: "Garder les deux", run: function () { then("both"); } },
        { label: "Ne pas placer cet élément", cancel: true, run: function () { then("skip"); } }
      ]);
    }
    function discard() {
      var nodes = selection();
      var list = rows();
      var at = list.indexOf(nodes[nodes.length - 1]);
      remember();
      nodes.forEach(function (node) {
        if (!find(node.id)) { return; } // went away with its folder
        var home = path(find(node.id).parent);
        remove(node);
        node.from = home;
        model.bin.push(node);
      });
      chosen = [];
      var left = rows();
      cursor = anchor = left.length ? left[Math.max(0, Math.min(at - nodes.length + 1, left.length - 1))].id : null;
      if (clipboard) { clipboard.ids = clipboard.ids.filter(function (id) { return !find(id).binned; }); if (!clipboard.ids.length) { clipboard = null; } }
      done(some(nodes) + " " + verb(nodes, "mis", "mis") + " à la corbeille.");
    }
    function restore() {
      var nodes = selection();
      var names = [];
      remember();
      nodes.forEach(function (node) {
        var top = node;
        while (find(top.id).parent) { top = find(top.id).parent; }
        if (!top.from) { return; } // already restored with its folder
        var home = reach(top.from) || model.places[0];
        remove(top);
        if (named(home, top.name)) { top.name = freeName(home, top.name, "number"); }
        delete top.from;
        home.children.push(top);
        names.push(home.name);
      });
      chosen = [];
      done(some(nodes) + " " + verb(nodes, "restauré dans « " + names[0] + " ».", "restaurés dans leur dossier d'origine."));
    }
    function erase() { sure(selection(), "Supprimer définitivement " + some(selection()) + " ?"); }
    function empty() { sure(model.bin.slice(), "Vider la corbeille ?"); }
    function sure(nodes, title) {
      show(title, [make("p", {}, "Ces éléments ne pourront plus être restaurés.")], [
        { label: "Supprimer", run: function () {
          remember();
          nodes.forEach(function (node) { if (find(node.id)) { remove(node); } });
          chosen = [];
          done(some(nodes) + " " + verb(nodes, "supprimé", "supprimés") + " définitivement.");
        } },
        { label: "Ne rien supprimer", cancel: true, run: function () { focusRow(); } }
      ]);
    }
    function properties() { about(selection()[0]); }
    function about(node, opened) {
      var at = find(node.id);
      var top = node;
      while (find(top.id).parent) { top = find(top.id).parent; }
      var list = make("dl", {});
      function line(title, text) { list.append(make("dt", {}, title), make("dd", {}, text)); }
      line("Nom complet", node.name);
      line("Type", kind(node));
      line("Emplacement", at.binned ? "Corbeille (vient de " + top.from.split("/").join(" › ") + ")" : path(at.parent).split("/").join(" › "));
      line("Taille", shownSize(size(node)));
      if (node.children) {
        var count = 0;
        visit(node.children, function (each) { if (!each.children) { count++; } }, null);
        line("Contenu", count + (count > 1 ? " fichiers" : " fichier"));
      }
      line("Modifié le", shownDate(node.modified));
      Object.keys(node.properties || {}).forEach(function (name) { line(name, String(node.properties[name])); });
      var parts = opened ? [] : [list];
      if (opened) {
        parts = node.text ? [make("div.text", { tabindex: "0", role: "document", "aria-label": "Contenu" }, String(node.text).split("\n").map(function (each) { return make("p", {}, each); }))] :
          [make("p", {}, "Aperçu indisponible ici. Voici ce que l'on sait du fichier :"), list];
      }
      show((opened ? "" : "Propriétés de ") + "« " + shownName(node) + " »", parts, [{ label: "Fermer", cancel: true, run: focusRow }]);
    }
    function show(title, parts, buttons) {
      var back = document.activeElement;
      dialog.textContent = "";
      dialog.setAttribute("aria-labelledby", "dialog-title");
      dialog.append(make("h2", { id: "dialog-title" }, title));
      parts.forEach(function (part) { dialog.append(part); });
      var line = make("div.buttons", {});
      var answered = false;
      function answer(button) {
        if (answered) { return; }
        answered = true;
        if (dialog.open) { dialog.close(); }
        if (back && back.isConnected) { back.focus(); }
        button.run();
      }
      buttons.forEach(function (button) { line.append(make("button", { type: "button", click: function () { answer(button); } }, button.label)); });
      dialog.append(line);
      dialog.oncancel = function (event) { event.preventDefault(); answer(buttons.find(function (button) { return button.cancel; })); };
      dialog.showModal();
      line.querySelector("button").focus();
    }

    // ---- going about

    function go(id, focus) {
      here = id;
      query = searched.value = "";
      chosen = [];
      cursor = anchor = null;
      draw();
      if (focus) { focusRow(); }
      Simulator.say("Dossier ouvert : " + folder().name + ", " + count(folder().children.length) + ".");
      Simulator.changed();
    }
    function count(n) { return n === 0 ? "vide" : n + (n > 1 ? " éléments" : " élément"); }
    function enter(node) {
      if (here === BIN) { about(node); } else if (node.children) { go(node.id, true); } else { about(node, true); }
    }
    function up() {
      if (here === BIN) { return; }
      var parent = find(here).parent;
      if (parent) { var from = here; go(parent.id, false); cursor = anchor = from; draw(); focusRow(); }
    }
    function focusRow() {
      var row = table.querySelector("[tabindex='0'][data-id]");
      if (row) { row.focus(); } else { bar.querySelector("button:not([hidden])").focus(); }
    }

    // ---- drawing; what had the focus gets it back

    function draw() {
      var active = document.activeElement;
      var mark = active && root.contains(active) && active.getAttribute("data-focus");
      COMMANDS.forEach(function (command) {
        command.button.hidden = !available(command);
        command.button.setAttribute("aria-disabled", command.when() ? "false" : "true");
      });
      drawTree();
      drawTrail();
      drawList();
      if (mark) { var again = root.querySelector("[data-focus='" + mark + "']"); if (again && again !== document.activeElement) { again.focus(); } }
    }
    function drawTree() {
      tree.textContent = "";
      function branch(node, level) {
        var id = node.id;
        var item = make("li", {
          role: "treeitem", "aria-level": level, "aria-selected": id === here ? "true" : "false", tabindex: id === here ? "0" : "-1", "data-focus": "tree" + id, "data-tree": id,
          "aria-label": node.name, click: function () { go(id, false); var again = tree.querySelector("[data-tree='" + id + "']"); if (again) { again.focus(); } }
        }, make("span", {}, [drawing(id === BIN ? "bin" : node.place ? (node.external ? "device" : "place") : "Dossier"), " " + node.name]));
        item.classList.add("level" + Math.min(level, 5));
        if (id !== BIN) { droppable(item, node); } else { droppable(item, null); }
        tree.append(item);
        (id === BIN ? [] : node.children).filter(function (each) { return each.children; }).sort(function (one, other) { return compare(one.name, other.name); }).forEach(function (each) { branch(each, level + 1); });
      }
      model.places.forEach(function (place) { branch(place, 1); });
      branch({ id: BIN, name: "Corbeille" }, 1);
    }
    tree.addEventListener("keydown", function (event) {
      var items = Array.from(tree.children);
      var at = items.indexOf(document.activeElement);
      if (at < 0) { return; }
      var to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
      if (event.key === "ArrowLeft") {
        for (to = at - 1; to >= 0 && items[to].getAttribute("aria-level") >= items[at].getAttribute("aria-level"); to--) { /* up to the parent */ }
      }
      if (event.key === "ArrowRight" && items[at + 1] && items[at + 1].getAttribute("aria-level") > items[at].getAttribute("aria-level")) { to = at + 1; }
      if (to !== undefined && items[to]) {
        event.preventDefault();
        items[at].tabIndex = -1;
        items[to].tabIndex = 0;
        items[to].focus();
      }
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); items[at].click(); }
      shortcuts(event);
    });
    function drawTrail() {
      trail.textContent = "";
      trail.append(make("button.up", { type: "button", "data-focus": "up", "aria-disabled": here === BIN || !find(here).parent ? "true" : "false", click: up, "aria-label": "Dossier parent", title: "Dossier parent" }, "↑"));
      var list = make("ol", {});
      var names = here === BIN ? [] : path(folder()).split("/");
      if (here === BIN) { list.append(make("li", { "aria-current": "page" }, "Corbeille")); }
      names.forEach(function (name, n) {
        if (n === names.length - 1) { list.append(make("li", { "aria-current": "page" }, name)); return; }
        list.append(make("li", {}, make("button.link", { type: "button", "data-focus": "trail" + n, click: function () { go(reach(names.slice(0, n + 1).join("/")).id, true); } }, name)));
      });
      trail.append(list);
    }
    function drawList() {
      var list = rows();
      if (!list.some(function (node) { return node.id === cursor; })) { cursor = list.length ? list[0].id : null; }
      table.textContent = "";
      table.setAttribute("aria-label", query.trim() ? "Résultats de la recherche" : "Contenu du dossier " + folder().name);
      var head = make("div.row.head", { role: "row" });
      [["name", "Nom"], ["modified", "Modifié le"], ["kind", "Type"], ["size", "Taille"]].forEach(function (column) {
        var sorted = order.key === column[0];
        head.append(make("div." + column[0], { role: "columnheader", "aria-sort": sorted ? (order.down ? "descending" : "ascending") : "none" },
          make("button", { type: "button", "data-focus": "sort" + column[0], title: "Trier par " + column[1].toLowerCase(), click: function () {
            order = { key: column[0], down: sorted ? !order.down : false };
            draw();
            Simulator.say("Liste triée : " + column[1].toLowerCase() + ", ordre " + (order.down ? "décroissant." : "croissant."));
          } }, [column[1], make("span", { "aria-hidden": "true" }, sorted ? (order.down ? " ▼" : " ▲") : "")])));
      });
      table.append(make("div", { role: "rowgroup" }, head));
      var body = make("div.body", { role: "rowgroup" });
      table.append(body);
      list.forEach(function (node) {
        var on = chosen.indexOf(node.id) >= 0;
        var cut = clipboard && clipboard.cut && clipboard.ids.indexOf(node.id) >= 0;
        var where = here === BIN ? node.from && "vient de " + node.from.split("/").join(" › ") : query.trim() ? "dans " + path(find(node.id).parent || folder()).split("/").join(" › ") : "";
        var row = make("div.row" + (on ? ".on" : "") + (cut ? ".cut" : ""), {
          role: "row", "aria-selected": on ? "true" : "false", tabindex: node.id === cursor ? "0" : "-1", "data-id": node.id, "data-focus": "row" + node.id, draggable: "true",
          "aria-label": [shownName(node), kind(node), node.children ? "" : shownSize(node.size), "modifié le " + shownDate(node.modified), where].filter(Boolean).join(", ")
        }, [
          make("div.name", { role: "gridcell" }, [
            make("span.tick", { "aria-hidden": "true" }, on ? "☑" : "☐"),
            sign(node),
            make("span.label", {}, [shownName(node), where ? make("span.folder-of", {}, where) : ""])
          ]),
          make("div.modified", { role: "gridcell" }, shownDate(node.modified)),
          make("div.kind", { role: "gridcell" }, kind(node)),
          make("div.size", { role: "gridcell" }, node.children ? count(node.children.length) : shownSize(node.size))
        ]);
        row.addEventListener("click", function (event) {
          var tick = event.target.classList.contains("tick");
          choose(node.id, event.ctrlKey || event.metaKey || tick ? "toggle" : event.shiftKey ? "range" : "only");
        });
        row.addEventListener("dblclick", function () { enter(node); });
        row.addEventListener("contextmenu", function (event) {
          event.preventDefault();
          if (!on) { choose(node.id, "only"); }
          openMenu(event.clientX, event.clientY);
        });
        row.addEventListener("dragstart", function (event) {
          if (here === BIN) { event.preventDefault(); return; }
          if (chosen.indexOf(node.id) < 0) { chosen = [node.id]; }
          event.dataTransfer.setData("text/plain", "rows");
          event.dataTransfer.effectAllowed = "copyMove";
        });
        if (node.children && here !== BIN) { droppable(row, node); }
        body.append(row);
      });
      if (!list.length) {
        body.append(make("div.row.none", { role: "row" }, make("div", { role: "gridcell" }, query.trim() ? "Aucun nom ne correspond." : here === BIN ? "La corbeille est vide." : "Ce dossier est vide.")));
      }
      var nodes = selection();
      var place = here === BIN ? null : placeOf(folder());
      foot.textContent = count(list.length) + (nodes.length ? " — " + nodes.length + (nodes.length > 1 ? " choisis, " : " choisi, ") + shownSize(nodes.reduce(function (sum, node) { return sum + size(node); }, 0)) : "") +
        (place && place.room !== null ? " — place libre : " + shownSize(place.room - size(place)) : "");
    }
    function choose(id, how) {
      var list = rows().map(function (node) { return node.id; });
      if (how === "toggle") {
        chosen = chosen.indexOf(id) >= 0 ? chosen.filter(function (each) { return each !== id; }) : chosen.concat(id);
        anchor = id;
      } else if (how === "range") {
        var one = list.indexOf(anchor === null ? id : anchor);
        var other = list.indexOf(id);
        chosen = list.slice(Math.min(one, other), Math.max(one, other) + 1);
      } else {
        chosen = [id];
        anchor = id;
      }
      cursor = id;
      draw();
      focusRow();
      Simulator.changed();
    }
    table.addEventListener("keydown", function (event) {
      var row = document.activeElement;
      if (!row || !row.hasAttribute("data-id")) { return; }
      var list = rows();
      var at = list.findIndex(function (node) { return node.id === cursor; });
      var to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: list.length - 1, PageDown: Math.min(at + 8, list.length - 1), PageUp: Math.max(at - 8, 0) }[event.key];
      if (to !== undefined) {
        event.preventDefault();
        if (!list[to]) { return; }
        if (event.ctrlKey) { cursor = list[to].id; draw(); focusRow(); } else { choose(list[to].id, event.shiftKey ? "range" : "only"); }
      } else if (event.key === " ") {
        event.preventDefault();
        choose(cursor, "toggle");
      } else if (event.key === "Enter") {
        event.preventDefault();
        enter(list[at]);
      } else if (event.key === "ContextMenu" || event.key === "F10" && event.shiftKey) {
        event.preventDefault();
        if (chosen.indexOf(cursor) < 0) { choose(cursor, "only"); }
        var box = document.activeElement.getBoundingClientRect();
        openMenu(box.left + 40, box.bottom);
      } else {
        shortcuts(event);
      }
    });
    function shortcuts(event) {
      var keys = { F2: "rename", Delete: here === BIN ? "erase" : "delete" };
      var letters = { x: "cut", c: "copy", v: "paste", z: "undo" };
      var key = event.ctrlKey || event.metaKey ? letters[event.key.toLowerCase()] : keys[event.key];
      var command = key && COMMANDS.find(function (each) { return each.key === key; });
      if (command) {
        event.preventDefault();
        if (!chosen.length && cursor !== null && key !== "paste" && key !== "undo" && document.activeElement.hasAttribute("data-id")) { chosen = [cursor]; }
        run(command);
      } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a") {
        event.preventDefault();
        chosen = rows().map(function (node) { return node.id; });
        draw();
        Simulator.changed();
      } else if (event.key === "Backspace") {
        event.preventDefault();
        up();
      }
    }
    function droppable(element, node) {
      element.addEventListener("dragover", function (event) { event.preventDefault(); element.classList.add("over"); });
      element.addEventListener("dragleave", function () { element.classList.remove("over"); });
      element.addEventListener("drop", function (event) {
        event.preventDefault();
        element.classList.remove("over");
        var nodes = selection();
        if (!nodes.length || here === BIN) { return; }
        if (!node) { discard(); return; }
        // As usual: dragged within one device a file moves, onto another one it is copied.
        put(nodes, node, !event.ctrlKey && placeOf(node) === placeOf(nodes[0]));
      });
    }
    function openMenu(x, y) {
      menu.textContent = "";
      COMMANDS.filter(function (command) { return command.key !== "new" && available(command) && command.when(); }).forEach(function (command) {
        menu.append(make("button", { type: "button", role: "menuitem", tabindex: "-1", click: function () { focusRow(); run(command); } }, command.label));
      });
      menu.hidden = false;
      var edge = manager.getBoundingClientRect();
      menu.style.left = Math.max(0, Math.min(x - edge.left, edge.width - menu.offsetWidth)) + "px";
      menu.style.top = Math.max(0, Math.min(y - edge.top, edge.height - menu.offsetHeight)) + "px";
      menu.firstChild.focus();
    }
    function closeMenu() { menu.hidden = true; }
    menu.addEventListener("keydown", function (event) {
      var items = Array.from(menu.children);
      var at = items.indexOf(document.activeElement);
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        items[(at + (event.key === "ArrowDown" ? 1 : items.length - 1)) % items.length].focus();
      }
      if (event.key === "Escape" || event.key === "Tab") { event.preventDefault(); closeMenu(); focusRow(); }
    });
    document.addEventListener("pointerdown", function (event) { if (!menu.hidden && !menu.contains(event.target)) { closeMenu(); } });

    draw();

    // ---- facts

    function listing(nodes, before, out) {
      nodes.forEach(function (node) {
        var name = before + node.name;
        if (node.children) { out.push({ name: name + "/", id: node.id }); listing(node.children, name + "/", out); } else { out.push({ name: name, id: node.id }); }
      });
      return out;
    }
    function joined(list) { return list.sort(function (one, other) { var a = bare(one); var b = bare(other); return a < b ? -1 : a > b ? 1 : one < other ? -1 : 1; }).join("|").slice(0, 500); }
    var watched = {}; // told folders are followed by id, so that renaming or moving them is no matter
    Object.keys(setup.tell || {}).forEach(function (name) { watched[name] = setup.tell[name] === "Corbeille" ? BIN : (reach(setup.tell[name]) || { id: 0 }).id; });
    return {
      facts: function () {
        var facts = { open: here === BIN ? "Corbeille" : path(folder()), selected: joined(selection().map(function (node) { return here === BIN ? "Corbeille/" + node.name : path(node); })) };
        Object.keys(watched).forEach(function (name) {
          var at = find(watched[name]);
          var nodes = watched[name] === BIN ? model.bin : at && !at.binned ? at.node.children : [];
          var base = watched[name] === BIN ? "Corbeille/" : at && !at.binned ? path(at.node) + "/" : "";
          var all = listing(nodes, "", []);
          facts[name] = joined(all.map(function (each) { return each.name; }));
          facts[name + "-origins"] = joined(all.filter(function (each) { return origin[each.id]; }).map(function (each) { return each.name + (base + each.name === origin[each.id] ? "" : " ← " + origin[each.id]); }));
        });
        return facts;
      }
    };
  }
})();
