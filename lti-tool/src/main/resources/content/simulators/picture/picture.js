// A strip of image editing: turn, mirror, crop, light, blur, resize, format and quality. The photo is drawn here, from `setup`.
(function () {
  "use strict";

  var make = Simulator.make;
  var SVG = "http://www.w3.org/2000/svg";
  var RATIOS = [["free", "Libres", 0], ["1:1", "1:1 (carré)", 1], ["4:3", "4:3", 4 / 3], ["3:2", "3:2", 1.5], ["16:9", "16:9", 16 / 9], ["3:4", "3:4", 0.75], ["2:3", "2:3", 2 / 3], ["9:16", "9:16", 9 / 16]];
  var SKIES = { jour: "#a9d6f2", soir: "#f0b48a", nuit: "#26344f", salle: "#e9dfcf", blanc: "#ffffff" };
  var GROUNDS = { herbe: "#7fb069", sable: "#ead9a0", mer: "#3f88b5", route: "#8a9096", sol: "#b58d66", neige: "#f4f7fa" };
  // What can stand in a picture, in a box of 100 by 100: [shape, attributes]
  var THINGS = {
    maison: [["rect", { x: 10, y: 40, width: 80, height: 60, fill: "#f3e3c3" }], ["path", { d: "M0 42L50 0L100 42z", fill: "#a4452c" }], ["rect", { x: 42, y: 65, width: 18, height: 35, fill: "#6b4226" }], ["rect", { x: 18, y: 52, width: 16, height: 16, fill: "#7fb4d6" }], ["rect", { x: 68, y: 52, width: 16, height: 16, fill: "#7fb4d6" }]],
    arbre: [["rect", { x: 43, y: 55, width: 14, height: 45, fill: "#6b4226" }], ["circle", { cx: 50, cy: 34, r: 34, fill: "#3f7d3a" }], ["circle", { cx: 25, cy: 48, r: 22, fill: "#4a8d45" }], ["circle", { cx: 75, cy: 48, r: 22, fill: "#4a8d45" }]],
    soleil: [["circle", { cx: 50, cy: 50, r: 48, fill: "#f7d046" }]],
    poubelle: [["path", { d: "M14 22h72l-8 78H22z", fill: "#3d4a52" }], ["rect", { x: 6, y: 8, width: 88, height: 14, rx: 5, fill: "#232d33" }], ["path", { d: "M36 32l4 58M64 32l-4 58", stroke: "#9fb0b9", "stroke-width": 5 }]],
    voiture: [["path", { d: "M2 55Q4 42 18 42L32 12H70L84 42Q98 44 98 58V78H2z", fill: "#b8322a" }], ["path", { d: "M36 20H50V42H26zM55 20H67L77 42H55z", fill: "#cfe6f2" }], ["circle", { cx: 24, cy: 80, r: 18, fill: "#22292e" }], ["circle", { cx: 76, cy: 80, r: 18, fill: "#22292e" }], ["circle", { cx: 24, cy: 80, r: 8, fill: "#aab6bd" }], ["circle", { cx: 76, cy: 80, r: 8, fill: "#aab6bd" }]],
    personne: [["path", { d: "M26 66H47V100H26zM53 66H74V100H53z", fill: "#2c3550" }], ["path", { d: "M12 70L20 36Q50 24 80 36L88 70z", fill: "#4a5fa8" }], ["ellipse", { cx: 50, cy: 16, rx: 34, ry: 15, fill: "#e3b08f" }], ["path", { d: "M14 15Q20 0 50 0T86 15Q60 6 14 15z", fill: "#3b2417" }], ["ellipse", { cx: 37, cy: 16, rx: 4, ry: 1.7, fill: "#222222" }], ["ellipse", { cx: 63, cy: 16, rx: 4, ry: 1.7, fill: "#222222" }], ["path", { d: "M36 23Q50 27.5 64 23", stroke: "#7a2f1d", "stroke-width": 1.6, fill: "none" }]],
    visage: [["ellipse", { cx: 50, cy: 52, rx: 46, ry: 48, fill: "#d99b76" }], ["path", { d: "M4 46Q8 0 50 0T96 46Q70 20 4 46z", fill: "#2c1a10" }], ["circle", { cx: 34, cy: 52, r: 6, fill: "#222222" }], ["circle", { cx: 66, cy: 52, r: 6, fill: "#222222" }], ["path", { d: "M30 74Q50 90 70 74", stroke: "#7a2f1d", "stroke-width": 5, fill: "none" }]],
    corps: [["path", { d: "M10 100L20 20Q50 -6 80 20L90 100z", fill: "#2f7d6d" }]],
    panneau: [["rect", { x: 45, y: 50, width: 10, height: 50, fill: "#6b4226" }], ["rect", { x: 0, y: 0, width: 100, height: 56, fill: "#ffffff", stroke: "#22313b", "stroke-width": 4 }]],
    plaque: [["rect", { x: 0, y: 0, width: 100, height: 100, rx: 8, fill: "#ffffff", stroke: "#22313b", "stroke-width": 6 }]],
    bateau: [["path", { d: "M5 70H95L80 98H20z", fill: "#8c3b2a" }], ["path", { d: "M48 4V66H12z", fill: "#fdfdfd", stroke: "#7f8f99", "stroke-width": 1 }], ["path", { d: "M53 14L88 66H53z", fill: "#e8c15c" }]],
    phare: [["path", { d: "M32 100L40 22H60L68 100z", fill: "#ffffff", stroke: "#8a979f", "stroke-width": 1 }], ["path", { d: "M37 48H63L65 64H35zM34 82H66L68 98H32z", fill: "#b8322a" }], ["rect", { x: 38, y: 8, width: 24, height: 15, fill: "#f7d046" }], ["path", { d: "M34 9L50 0L66 9z", fill: "#22313b" }]],
    montagne: [["path", { d: "M0 100L45 4L100 100z", fill: "#76818a" }], ["path", { d: "M45 4L60 30L50 26L44 36L36 24z", fill: "#ffffff" }]],
    chien: [["path", { d: "M16 52Q40 42 74 50L80 100H68L66 76H32L30 100H18z", fill: "#a87443" }], ["circle", { cx: 80, cy: 34, r: 20, fill: "#a87443" }], ["path", { d: "M66 18L60 50L76 30z", fill: "#6d4522" }], ["circle", { cx: 85, cy: 31, r: 3, fill: "#1c1c1c" }], ["circle", { cx: 98, cy: 38, r: 4, fill: "#1c1c1c" }], ["path", { d: "M16 56Q0 44 4 26", stroke: "#a87443", "stroke-width": 7, fill: "none" }]],
    velo: [["circle", { cx: 22, cy: 70, r: 20, fill: "none", stroke: "#22292e", "stroke-width": 4 }], ["circle", { cx: 78, cy: 70, r: 20, fill: "none", stroke: "#22292e", "stroke-width": 4 }], ["path", { d: "M22 70L40 34H68L50 70zM50 70L38 28M68 34L78 70M66 24L68 34M30 28H46M62 24H74", fill: "none", stroke: "#0b6e8f", "stroke-width": 4 }]],
    gateau: [["rect", { x: 8, y: 48, width: 84, height: 48, rx: 6, fill: "#d98ca4" }], ["path", { d: "M8 60Q20 74 32 60T56 60T80 60T92 60V46H8z", fill: "#fff4ea" }], ["path", { d: "M30 46V22M50 46V18M70 46V22", stroke: "#3f6fb0", "stroke-width": 5 }], ["path", { d: "M30 20q-5-8 0-14q5 6 0 14zM50 16q-5-8 0-14q5 6 0 14zM70 20q-5-8 0-14q5 6 0 14z", fill: "#f2a52b" }]],
    table: [["rect", { x: 0, y: 0, width: 100, height: 20, fill: "#8a5a34" }], ["path", { d: "M8 20V100H16V20zM84 20V100H92V20z", fill: "#6d4522" }]],
    etoile: [["path", { d: "M50 2L63 37L99 38L70 60L81 96L50 75L19 96L30 60L1 38L37 37z", fill: "#e0701f" }]],
    cercle: [["circle", { cx: 50, cy: 50, r: 46, fill: "none", stroke: "#0b6e8f", "stroke-width": 8 }]],
    texte: []
  };

  function draw(name, attributes, children) {
    var element = document.createElementNS(SVG, name);
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    (children || []).forEach(function (child) { element.append(child); });
    return element;
  }

  Simulator.define({ start: start });

  function start(root, setup) {
    var W = setup.width || 4000;
    var H = setup.height || 3000;
    var things = (setup.things || []).map(function (thing) {
      return { kind: thing.thing, name: thing.name || thing.thing, text: thing.text, x: thing.box[0] * W / 100, y: thing.box[1] * H / 100, w: thing.box[2] * W / 100, h: thing.box[3] * H / 100, quiet: thing.name === undefined };
    });
    var baseLight = setup.light || 0;
    var baseContrast = setup.contrast || 0;
    var state = {
      turn: ((setup.turned || 0) / 90 + 4) % 4, mirror: !!setup.mirrored, crop: { x: 0, y: 0, w: W, h: H }, width: 0, height: 0, light: 0, contrast: 0, blurs: [],
      format: setup.format || "JPEG", quality: setup.quality || 90, stretched: false
    };
    state.width = state.turn % 2 ? H : W;
    state.height = state.turn % 2 ? W : H;
    var first = JSON.stringify(state);
    var past = [];
    var mode = null; // crop, blur, light, resize, save
    var box = null; // the selection, in pixels of the picture as shown
    var ratio = "free";

    function remember() { past.push(JSON.stringify(state)); }

    // ---- where things are: points of the picture as drawn ↔ pixels as shown

    function toShown(x, y) {
      var u = (x - state.crop.x) / state.crop.w;
      var v = (y - state.crop.y) / state.crop.h;
      var p = [[u, v], [1 - v, u], [1 - u, 1 - v], [v, 1 - u]][state.turn];
      return { x: (state.mirror ? 1 - p[0] : p[0]) * state.width, y: p[1] * state.height };
    }
    function toDrawn(x, y) {
      var p = x / state.width;
      var q = y / state.height;
      if (state.mirror) { p = 1 - p; }
      var u = [[p, q], [q, 1 - p], [1 - p, 1 - q], [1 - q, p]][state.turn];
      return { x: state.crop.x + u[0] * state.crop.w, y: state.crop.y + u[1] * state.crop.h };
    }
    function area(of, one, other) {
      var a = of(one.x, one.y);
      var b = of(other.x, other.y);
      return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) };
    }
    function shownArea(thing) { return area(toShown, thing, { x: thing.x + thing.w, y: thing.y + thing.h }); }
    function drawnArea(rect) { return area(toDrawn, rect, { x: rect.x + rect.w, y: rect.y + rect.h }); }
    function overlap(one, other) {
      var w = Math.min(one.x + one.w, other.x + other.w) - Math.max(one.x, other.x);
      var h = Math.min(one.y + one.h, other.y + other.h) - Math.max(one.y, other.y);
      return w > 0 && h > 0 ? w * h : 0;
    }
    function share(thing, rect) { return overlap(thing, rect) / (thing.w * thing.h); }
    // Share of a thing covered by all blurs together, by sampling.
    function blurredShare(thing) {
      var hit = 0;
      for (var i = 0; i < 20; i++) { for (var j = 0; j < 20; j++) {
        var x = thing.x + thing.w * (i + 0.5) / 20;
        var y = thing.y + thing.h * (j + 0.5) / 20;
        if (state.blurs.some(function (blur) { return x >= blur.x && x <= blur.x + blur.w && y >= blur.y && y <= blur.y + blur.h; })) { hit++; }
      } }
      return hit / 400;
    }

    // ---- weight: bytes for a pixel, by format and quality (a model, near what real files weigh)

    function weight(format, quality) {
      var pixels = state.width * state.height;
      var table = [[10, 0.05], [30, 0.09], [50, 0.13], [60, 0.16], [70, 0.2], [80, 0.27], [90, 0.42], [100, 0.95]];
      var factor = 0.05;
      for (var i = 1; i < table.length; i++) {
        if (quality >= table[i - 1][0]) { factor = table[i - 1][1] + (table[i][1] - table[i - 1][1]) * (quality - table[i - 1][0]) / (table[i][0] - table[i - 1][0]); }
      }
      var flat = setup.kind === "dessin";
      if (format === "PNG") { factor = flat ? 0.06 : 1.9; } else { factor *= (flat ? 0.55 : 1) * (format === "WebP" ? 0.7 : 1); }
      return Math.max(1, Math.round(pixels * factor / 1000)); // Ko
    }
    function shownWeight(ko) { return ko >= 1000 ? (ko / 1000).toLocaleString("fr-FR", { maximumFractionDigits: 1 }) + "\u00a0Mo" : ko + "\u00a0Ko"; }

    // ---- the page

    var TOOLS = [["crop", "Recadrer"], ["left", "Pivoter à gauche"], ["right", "Pivoter à droite"], ["mirror", "Retourner (miroir)"], ["light", "Lumière"], ["blur", "Flouter"], ["resize", "Redimensionner"], ["save", "Format et poids"]];
    var buttons = {};
    var tools = make("div.strip", { role: "toolbar", "aria-label": "Outils" });
    TOOLS.forEach(function (tool) {
      var opens = ["left", "right", "mirror"].indexOf(tool[0]) < 0;
      buttons[tool[0]] = make("button", { type: "button", "aria-pressed": opens ? "false" : null, click: function () { act(tool[0]); } }, tool[1]);
      tools.append(buttons[tool[0]]);
    });
    tools.append(make("button", { type: "button", click: undo }, "Annuler"), make("button", { type: "button", click: restart }, "Revenir à l'original"));
    var svg = draw("svg", { class: "photo", role: "img" });
    var frame = make("div.frame", { role: "button", tabindex: "0", hidden: true, "aria-roledescription": "cadre" });
    var stage = make("div.stage", {}, make("div.sheet", {}, [svg, frame]));
    var sheet = stage.firstChild;
    var info = make("p.info", {});
    var panel = make("div.options", { role: "group", hidden: true });
    root.append(make("div.studio", {}, [tools, stage, info, panel]));

    function undo() {
      if (!past.length) { Simulator.say("Rien à annuler."); return; }
      state = JSON.parse(past.pop());
      if (mode) { open(mode, true); }
      paint();
      Simulator.say("Dernière retouche annulée.");
      Simulator.changed();
    }
    function restart() {
      if (JSON.stringify(state) === first) { Simulator.say("C'est déjà l'original."); return; }
      remember();
      state = JSON.parse(first);
      if (mode) { open(mode, true); }
      paint();
      Simulator.say("Retour à l'original.");
      Simulator.changed();
    }
    function act(tool) {
      if (tool === "left" || tool === "right" || tool === "mirror") {
        remember();
        if (tool === "mirror") { state.mirror = !state.mirror; } else {
          var step = tool === "right" ? 1 : 3;
          state.turn = (state.turn + (state.mirror ? 4 - step : step)) % 4;
          var kept = state.width; state.width = state.height; state.height = kept;
        }
        if (mode === "crop" || mode === "blur" || mode === "resize") { open(mode, true); }
        paint();
        Simulator.say({ left: "Image tournée d'un quart de tour vers la gauche.", right: "Image tournée d'un quart de tour vers la droite.", mirror: "Image retournée, gauche et droite échangées." }[tool]);
        Simulator.changed();
        return;
      }
      if (mode === tool) { close(); } else { open(tool); }
    }
    function close() { mode = null; box = null; panel.hidden = true; frame.hidden = true; pressed(); paint(); }
    function pressed() { Object.keys(buttons).forEach(function (key) { if (buttons[key].hasAttribute("aria-pressed")) { buttons[key].setAttribute("aria-pressed", mode === key ? "true" : "false"); } }); }

    function field(id, label, value, change, more) {
      var input = make("input", Object.assign({ type: "number", id: id, min: "0", step: "1" }, more || {}));
      input.value = value;
      input.addEventListener("change", function () { change(input); });
      return make("div.field", {}, [make("label", { for: id }, label), input]);
    }
    function slider(id, label, value, least, most, change) {
      var input = make("input", { type: "range", id: id, min: least, max: most, step: "5" });
      var shown = make("output", { for: id });
      input.value = value;
      shown.textContent = value;
      input.addEventListener("input", function () { shown.textContent = input.value; change(+input.value); });
      return make("div.field.wide", {}, [make("label", { for: id }, label), input, shown]);
    }
    function choice(id, label, options, value, change) {
      var list = make("select", { id: id }, options.map(function (option) { return make("option", { value: option[0] }, option[1]); }));
      list.value = value;
      list.addEventListener("change", function () { change(list.value); });
      return make("div.field", {}, [make("label", { for: id }, label), list]);
    }

    function open(tool, again) {
      mode = tool;
      pressed();
      panel.textContent = "";
      panel.hidden = false;
      frame.hidden = tool !== "crop" && tool !== "blur";
      box = null;
      panel.setAttribute("aria-label", TOOLS.find(function (each) { return each[0] === tool; })[1]);
      if (tool === "crop" || tool === "blur") {
        box = tool === "crop" ? { x: 0, y: 0, w: state.width, h: state.height } : { x: state.width * 0.4, y: state.height * 0.4, w: state.width * 0.2, h: state.height * 0.2 };
        if (tool === "blur") { ratio = "free"; }
        fit();
        var line = make("div.fields", {});
        if (tool === "crop") { line.append(choice("ratio", "Proportions", RATIOS, ratio, function (value) { ratio = value; fit(); paint(); Simulator.changed(); })); }
        [["x", "Gauche"], ["y", "Haut"], ["w", "Largeur"], ["h", "Hauteur"]].forEach(function (each) {
          line.append(field("box-" + each[0], each[1] + " (px)", Math.round(box[each[0]]), function (input) {
            var value = Math.round(+input.value) || 0;
            box[each[0]] = value;
            fit(each[0]);
            paint();
          }));
        });
        panel.append(make("p.quiet", {}, tool === "crop" ? "Tirez le cadre ou ses coins sur l'image, ou écrivez les valeurs. Au clavier, sur le cadre : flèches pour le déplacer, Maj + flèches pour changer sa taille." : "Placez le cadre sur la zone à flouter (souris, valeurs, ou flèches et Maj + flèches), puis appliquez. Recommencez pour une autre zone."),
          line, make("div.buttons", {}, [make("button.primary", { type: "button", click: apply }, tool === "crop" ? "Appliquer le recadrage" : "Flouter cette zone"), make("button", { type: "button", click: function () { close(); buttons[tool].focus(); } }, "Fermer")]));
      }
      if (tool === "light") {
        var before = null;
        var change = function (key) { return function (value) { if (before !== key) { remember(); before = key; } state[key] = value; paint(); Simulator.changed(); }; };
        panel.append(make("div.fields", {}, [slider("light", "Luminosité", state.light, -100, 100, change("light")), slider("contrast", "Contraste", state.contrast, -100, 100, change("contrast"))]),
          make("div.buttons", {}, make("button", { type: "button", click: function () { close(); buttons.light.focus(); } }, "Fermer")));
      }
      if (tool === "resize") {
        var lock = make("input", { type: "checkbox", id: "lock" });
        lock.checked = setup.locked !== false;
        var natural = state.width / state.height;
        var width = field("new-width", "Largeur (px)", state.width, function (input) { if (lock.checked) { panel.querySelector("#new-height").value = Math.max(1, Math.round(+input.value / natural)); } }, { min: "1", max: "12000" });
        var height = field("new-height", "Hauteur (px)", state.height, function (input) { if (lock.checked) { panel.querySelector("#new-width").value = Math.max(1, Math.round(+input.value * natural)); } }, { min: "1", max: "12000" });
        [width, height].forEach(function (each) { each.querySelector("input").addEventListener("input", function (event) { event.target.dispatchEvent(new Event("change")); }); });
        panel.append(make("div.fields", {}, [width, height, make("div.field.tick", {}, [lock, make("label", { for: "lock" }, "Conserver les proportions")])]),
          make("div.buttons", {}, [make("button.primary", { type: "button", click: function () {
            var w = Math.round(+panel.querySelector("#new-width").value);
            var h = Math.round(+panel.querySelector("#new-height").value);
            if (!(w >= 1 && h >= 1 && w <= 12000 && h <= 12000)) { Simulator.say("Écrivez une largeur et une hauteur entre 1 et 12 000 pixels."); return; }
            remember();
            state.width = w;
            state.height = h;
            paint();
            Simulator.say("Nouvelle taille : " + w + " × " + h + " pixels.");
            Simulator.changed();
          } }, "Appliquer la taille"), make("button", { type: "button", click: function () { close(); buttons.resize.focus(); } }, "Fermer")]));
      }
      if (tool === "save") {
        var quality = slider("quality", "Qualité", state.quality, 10, 100, function (value) { remember(); state.quality = value; paint(); Simulator.changed(); });
        panel.append(make("div.fields", {}, [
          choice("format", "Format d'enregistrement", ["JPEG", "PNG", "WebP"].map(function (each) { return [each, each]; }), state.format, function (value) { remember(); state.format = value; quality.hidden = value === "PNG"; paint(); Simulator.changed(); }), quality]),
          make("p.quiet", {}, "Le poids estimé est indiqué sous l'image. En PNG, il n'y a pas de réglage de qualité."),
          make("div.buttons", {}, make("button", { type: "button", click: function () { close(); buttons.save.focus(); } }, "Fermer")));
        quality.hidden = state.format === "PNG";
      }
      paint();
      if (!again) { (frame.hidden ? panel.querySelector("input, select") : frame).focus(); }
    }

    // Keeps the selection inside the picture, and its proportions.
    function fit(changed) {
      var wanted = RATIOS.find(function (each) { return each[0] === ratio; })[2];
      var least = Math.max(8, state.width / 200);
      box.w = Math.max(least, Math.min(box.w, state.width));
      box.h = Math.max(least, Math.min(box.h, state.height));
      if (wanted && mode === "crop") {
        if (changed === "h") { box.w = box.h * wanted; } else { box.h = box.w / wanted; }
        if (box.h > state.height) { box.h = state.height; box.w = box.h * wanted; }
        if (box.w > state.width) { box.w = state.width; box.h = box.w / wanted; }
      }
      box.x = Math.max(0, Math.min(box.x, state.width - box.w));
      box.y = Math.max(0, Math.min(box.y, state.height - box.h));
    }
    function apply() {
      remember();
      var drawn = drawnArea(box);
      if (mode === "crop") {
        var w = Math.round(box.w);
        var h = Math.round(box.h);
        state.crop = drawn;
        state.width = w;
        state.height = h;
        open("crop", true);
        Simulator.say("Image recadrée : " + w + " × " + h + " pixels.");
      } else {
        state.blurs.push(drawn);
        Simulator.say("Zone floutée.");
      }
      paint();
      frame.focus();
      Simulator.changed();
    }

    // ---- the selection on the picture

    var grip = null;
    function pixels(event) {
      var edge = sheet.getBoundingClientRect();
      return { x: (event.clientX - edge.left) / edge.width * state.width, y: (event.clientY - edge.top) / edge.height * state.height };
    }
    ["nw", "ne", "sw", "se"].forEach(function (corner) { frame.append(make("span.corner." + corner, { "data-corner": corner })); });
    sheet.addEventListener("pointerdown", function (event) {
      if (!box) { return; }
      event.preventDefault();
      var place = pixels(event);
      var corner = event.target.dataset && event.target.dataset.corner;
      var inside = event.target === frame && !(mode === "crop" && box.w > state.width * 0.99 && box.h > state.height * 0.99);
      grip = corner ? { corner: corner, box: Object.assign({}, box), from: place } : inside ? { move: true, box: Object.assign({}, box), from: place } : { fresh: true, from: place };
      sheet.setPointerCapture(event.pointerId);
      frame.focus();
    });
    sheet.addEventListener("pointermove", function (event) {
      if (!grip || !box) { return; }
      var place = pixels(event);
      var dx = place.x - grip.from.x;
      var dy = place.y - grip.from.y;
      if (grip.move) { box.x = grip.box.x + dx; box.y = grip.box.y + dy; fit(); }
      if (grip.corner) {
        var left = grip.corner.charAt(1) === "w";
        var top = grip.corner.charAt(0) === "n";
        var right = grip.box.x + grip.box.w;
        var bottom = grip.box.y + grip.box.h;
        box.w = left ? right - Math.max(0, grip.box.x + dx) : Math.min(grip.box.w + dx, state.width - grip.box.x);
        box.h = top ? bottom - Math.max(0, grip.box.y + dy) : Math.min(grip.box.h + dy, state.height - grip.box.y);
        box.x = grip.box.x;
        box.y = grip.box.y;
        fit();
        if (left) { box.x = right - box.w; }
        if (top) { box.y = bottom - box.h; }
        fit();
      }
      if (grip.fresh && (Math.abs(dx) > 10 || Math.abs(dy) > 10)) {
        box = { x: Math.max(0, Math.min(place.x, grip.from.x)), y: Math.max(0, Math.min(place.y, grip.from.y)), w: Math.abs(dx), h: Math.abs(dy) };
        fit();
      }
      paint();
    });
    sheet.addEventListener("pointerup", function () { grip = null; });
    sheet.addEventListener("pointercancel", function () { grip = null; });
    frame.addEventListener("keydown", function (event) {
      var step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (step) {
        event.preventDefault();
        var by = event.ctrlKey ? 0.005 : 0.02;
        if (event.shiftKey) {
          box.w += step[0] * state.width * by;
          box.h += step[1] * state.height * by;
          fit(step[1] ? "h" : "w");
        } else {
          box.x += step[0] * state.width * by;
          box.y += step[1] * state.height * by;
          fit();
        }
        paint();
      }
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); apply(); }
      if (event.key === "Escape") { var tool = mode; close(); buttons[tool].focus(); }
    });

    // ---- painting

    function scene() {
      var ground = setup.ground === undefined ? "herbe" : setup.ground;
      var parts = [];
      if (!setup.transparent) { parts.push(draw("rect", { x: 0, y: 0, width: W, height: H, fill: SKIES[setup.sky || "jour"] || SKIES.jour })); }
      var horizon = (setup.horizon === undefined ? 62 : setup.horizon) / 100 * H;
      if (!setup.transparent && GROUNDS[ground]) { parts.push(draw("rect", { x: 0, y: horizon, width: W, height: H - horizon, fill: GROUNDS[ground] })); }
      things.forEach(function (thing) {
        var group = draw("g", { transform: "translate(" + thing.x + " " + thing.y + ") scale(" + thing.w / 100 + " " + thing.h / 100 + ")" });
        (THINGS[thing.kind] || []).forEach(function (shape) { group.append(draw(shape[0], shape[1])); });
        parts.push(group);
        if (thing.text) {
          var high = thing.kind === "panneau" ? 0.56 : 1;
          var text = draw("text", { x: thing.x + thing.w / 2, y: thing.y + thing.h * high * 0.66, "font-size": thing.h * high * 0.46, "text-anchor": "middle", "font-family": "sans-serif", "font-weight": "bold", fill: "#14212b" });
          if (thing.kind !== "texte") { text.setAttribute("textLength", thing.w * 0.84); text.setAttribute("lengthAdjust", "spacingAndGlyphs"); }
          text.textContent = thing.text;
          parts.push(text);
        }
      });
      return parts;
    }
    function matrix() {
      var o = toShown(0, 0);
      var a = toShown(W, 0);
      var b = toShown(0, H);
      return "matrix(" + [(a.x - o.x) / W, (a.y - o.y) / W, (b.x - o.x) / H, (b.y - o.y) / H, o.x, o.y].join(" ") + ")";
    }
    function paint() {
      svg.textContent = "";
      svg.setAttribute("viewBox", "0 0 " + state.width + " " + state.height);
      svg.setAttribute("preserveAspectRatio", "none");
      var defs = draw("defs", {}, [draw("filter", { id: "fog", x: "-20%", y: "-20%", width: "140%", height: "140%", filterUnits: "objectBoundingBox" }, [draw("feGaussianBlur", { stdDeviation: W / 28 })])]);
      svg.append(defs);
      var all = draw("g", { transform: matrix() }, scene());
      state.blurs.forEach(function (blur, n) {
        defs.append(draw("clipPath", { id: "zone" + n }, [draw("rect", { x: blur.x, y: blur.y, width: blur.w, height: blur.h })]));
        all.append(draw("g", { "clip-path": "url(#zone" + n + ")" }, [draw("g", { filter: "url(#fog)" }, scene())]));
      });
      all.style.filter = "brightness(" + Math.max(0.08, 1 + (baseLight + state.light) / 100) + ") contrast(" + Math.max(0.05, 1 + (baseContrast + state.contrast) / 100) + ")";
      svg.append(all);
      sheet.style.aspectRatio = state.width + " / " + state.height;
      sheet.style.width = "min(100%, " + Math.round(Math.min(620, 400 * state.width / state.height)) + "px)";
      var seen = things.filter(function (thing) { return !thing.quiet && share(thing, state.crop) > 0.01; });
      svg.setAttribute("aria-label", (setup.name ? "Image « " + setup.name + " », " : "Image, ") + state.width + " sur " + state.height + " pixels. " + (seen.length ? "On y voit : " + seen.map(function (thing) {
        var shown = shownArea(thing);
        return thing.name + (blurredShare(thing) > 0.9 ? " (floutée)" : "") + ", de " + Math.round(shown.x) + " à " + Math.round(shown.x + shown.w) + " px depuis la gauche et de " + Math.round(shown.y) + " à " + Math.round(shown.y + shown.h) + " px depuis le haut";
      }).join(" ; ") + ". " : "") + posture());
      info.textContent = (setup.name || "image") + "." + { JPEG: "jpg", PNG: "png", WebP: "webp" }[state.format] + " — " + state.width.toLocaleString("fr-FR") + " × " + state.height.toLocaleString("fr-FR") + " pixels — " + state.format + (state.format === "PNG" ? "" : ", qualité " + state.quality) + " — environ " + shownWeight(weight(state.format, state.quality)) +
        " — clarté moyenne " + clarity() + "\u00a0%" + (setup.transparent ? state.format === "JPEG" ? " — fond transparent perdu (JPEG : fond blanc)" : " — fond transparent" : "");
      sheet.classList.toggle("checked", !!setup.transparent && state.format !== "JPEG");
      if (box) {
        frame.style.left = box.x / state.width * 100 + "%";
        frame.style.top = box.y / state.height * 100 + "%";
        frame.style.width = box.w / state.width * 100 + "%";
        frame.style.height = box.h / state.height * 100 + "%";
        frame.setAttribute("aria-label", (mode === "crop" ? "Cadre à garder" : "Zone à flouter") + " : gauche " + Math.round(box.x) + ", haut " + Math.round(box.y) + ", largeur " + Math.round(box.w) + ", hauteur " + Math.round(box.h) + " pixels. Entrée pour appliquer");
        frame.classList.toggle("dim", mode === "crop");
        ["x", "y", "w", "h"].forEach(function (key) {
          var input = panel.querySelector("#box-" + key);
          if (input && document.activeElement !== input) { input.value = Math.round(box[key]); }
        });
      }
    }
    function posture() { return (state.mirror ? "L'image est en miroir. " : "") + ["", "Le haut de la scène est à droite.", "La scène est tête en bas.", "Le haut de la scène est à gauche."][state.turn]; }
    function clarity() { return Math.max(2, Math.min(98, Math.round(50 + (baseLight + state.light) / 2))); }

    paint();

    // ---- facts

    function names(test) { return things.filter(function (thing) { return !thing.quiet && test(thing); }).map(function (thing) { return thing.name; }).sort().join("|"); }
    function band(value, tolerance, low, good, high) { return value < -tolerance ? low : value > tolerance ? high : good; }
    return {
      facts: function () {
        var proportion = state.width / state.height;
        var known = RATIOS.find(function (each) { return each[2] && Math.abs(proportion / each[2] - 1) < 0.01; });
        var natural = (state.turn % 2 ? state.crop.h / state.crop.w : state.crop.w / state.crop.h);
        var ko = weight(state.format, state.quality);
        var limit = setup.limit;
        return {
          width: String(state.width), height: String(state.height), ratio: known ? known[0] : "autres",
          stretched: Math.abs(proportion / natural - 1) > 0.015 ? "oui" : "non",
          upright: state.turn === 0 ? "debout" : state.turn === 2 ? "tête en bas" : "couchée", mirror: state.mirror ? "oui" : "non",
          visible: names(function (thing) { return share(thing, state.crop) > 0.02; }), whole: names(function (thing) { return share(thing, state.crop) > 0.98; }),
          blurred: names(function (thing) { return blurredShare(thing) > 0.88; }), touched: names(function (thing) { return blurredShare(thing) > 0.25; }),
          light: band(baseLight + state.light, 20, "trop sombre", "bonne", "trop claire"), contrast: band(baseContrast + state.contrast, 20, "trop faible", "bon", "trop fort"),
          format: state.format, quality: state.format === "PNG" ? "" : state.quality < 50 ? "faible (moins de 50)" : state.quality < 70 ? "moyenne (50 à 69)" : "bonne (70 et plus)",
          transparency: setup.transparent ? state.format === "JPEG" ? "perdue" : "gardée" : "",
          weight: limit ? ko <= limit ? shownWeight(limit) + " ou moins" : "plus de " + shownWeight(limit) : String(ko)
        };
      }
    };
  }
})();
