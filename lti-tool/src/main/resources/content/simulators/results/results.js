// A search engine over a small corpus: query with operators, kinds of results, tools (date, type, language), advertisements,
// opening and keeping pages. README.md says what a setup may hold, how a query is read and which facts are told.
(function () {
  "use strict";

  var make = Simulator.make;
  var TABS = [["web", "Tout"], ["image", "Images"], ["video", "Vidéos"], ["news", "Actualités"], ["map", "Cartes"]];
  var DATES = [["n'importe quand", 0], ["moins d'un mois", 31], ["moins d'un an", 366], ["moins de cinq ans", 1827]];
  var TYPES = [["tous", ""], ["page web", "html"], ["PDF", "pdf"], ["texte (ODT)", "odt"], ["tableau (CSV)", "csv"], ["diaporama (ODP)", "odp"]];
  var LANGUAGES = [["toutes", ""], ["français", "fr"], ["anglais", "en"], ["espagnol", "es"], ["allemand", "de"]];
  var MONTHS = ["janv.", "févr.", "mars", "avril", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc."];
  var EMPTY = "a au aux ce ces dans de des du elle en est et il je l la le les leur mais ne nous on ou où par pas pour qu que qui sa se ses son sur un une vous d c n s y comment quel quelle quels quelles".split(" ");
  var PAGE = 8;

  function plain(text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/œ/g, "oe").toLowerCase(); }
  function wordsOf(text) { return plain(text).split(/[^a-z0-9]+/).filter(Boolean); }
  // Singular and plural are the same word, as for most engines.
  function root(word) { return word.length > 3 ? word.replace(/(s|x)$/, "") : word; }
  function sorted(texts) { return texts.slice().sort(); }

  // ---- the query: and(or(...), ...) of words, phrases, site:, filetype:, intitle:, each possibly excluded

  function tokens(text) {
    var list = [];
    var pattern = /\s*(?:([-–−])?(?:(site|filetype|ext|intitle|intitre):)?(?:"([^"]*)"|«\s*([^»]*?)\s*»|“([^”]*)”|([^\s()"«»“”]+))|([()])|([-–−])(?=\())/gi;
    var match;
    while ((match = pattern.exec(text)) !== null) {
      if (match[0] === "") { pattern.lastIndex += 1; continue; }
      if (match[7]) { list.push({ sign: match[7] }); continue; }
      if (match[8]) { list.push({ sign: "-" }); continue; }
      var phrase = match[3] !== undefined ? match[3] : match[4] !== undefined ? match[4] : match[5];
      var word = match[6];
      var field = (match[2] || "").toLowerCase();
      if (!match[1] && !field && phrase === undefined) {
        if (word === "OU" || word === "OR" || word === "|") { list.push({ sign: "or" }); continue; }
        if (word === "ET" || word === "AND" || word === "+") { list.push({ sign: "and" }); continue; }
        if (word === "SAUF" || word === "NOT" || word === "NON") { list.push({ sign: "-" }); continue; }
        if (/^[-–−+]+$/.test(word)) { continue; }
        if (/:$/.test(word) && /^(site|filetype|ext|intitle|intitre):$/i.test(word)) { continue; }
      }
      list.push({ not: !!match[1], field: field, phrase: phrase, word: word });
    }
    return list;
  }

  function read(text) {
    var list = tokens(text);
    var at = 0;
    function sign(which) { return at < list.length && list[at].sign === which; }

    // One word, phrase, field or group; words run together by hyphens or apostrophes are looked for one by one.
    function unit() {
      if (sign("-")) {
        at += 1;
        var inner = unit();
        return inner && { kind: "not", of: inner };
      }
      if (sign("(")) {
        at += 1;
        var group = all();
        if (sign(")")) { at += 1; }
        return group;
      }
      if (at >= list.length || list[at].sign) { at += 1; return null; }
      var token = list[at];
      at += 1;
      var node = leaf(token);
      return node && token.not ? { kind: "not", of: node } : node;
    }

    function leaf(token) {
      var value = token.phrase !== undefined ? token.phrase : token.word;
      if (token.field === "site") { return { kind: "site", value: value.toLowerCase().replace(/^https?:\/\//, "").replace(/\/+$/, "").replace(/^\*?\./, "") }; }
      if (token.field === "filetype" || token.field === "ext") { return { kind: "type", value: value.toLowerCase().replace(/^\./, "") }; }
      var words = wordsOf(value);
      if (token.field) { return words.length ? { kind: "title", words: words } : null; }
      if (token.phrase !== undefined) { return words.length ? { kind: "phrase", words: words } : null; }
      var kept = token.not ? words : words.filter(function (word) { return EMPTY.indexOf(word) < 0; });
      return kept.length ? { kind: "words", words: kept } : null;
    }

    // A run of units joined by OU.
    function either() {
      var parts = [unit()];
      while (sign("or")) {
        at += 1;
        parts.push(unit());
      }
      parts = parts.filter(Boolean);
      return parts.length > 1 ? { kind: "or", of: parts } : parts[0] || null;
    }

    function all() {
      var parts = [];
      while (at < list.length && !sign(")")) {
        if (sign("and") || sign("or")) { at += 1; continue; }
        parts.push(either());
      }
      parts = parts.filter(Boolean);
      return parts.length > 1 ? { kind: "and", of: parts } : parts[0] || null;
    }

    var tree = null;
    while (at < list.length) {
      var part = all();
      if (part) { tree = tree ? { kind: "and", of: [tree, part] } : part; }
      if (sign(")")) { at += 1; }
    }
    return tree;
  }

  function follows(words, phrase) {
    for (var at = 0; at + phrase.length <= words.length; at += 1) {
      var same = true;
      for (var step = 0; step < phrase.length && same; step += 1) { same = words[at + step] === phrase[step]; }
      if (same) { return true; }
    }
    return false;
  }

  function suits(node, page) {
    if (node.kind === "and") { return node.of.every(function (each) { return suits(each, page); }); }
    if (node.kind === "or") { return node.of.some(function (each) { return suits(each, page); }); }
    if (node.kind === "not") { return !suits(node.of, page); }
    if (node.kind === "words") { return node.words.every(function (word) { return page.roots.indexOf(root(word)) >= 0; }); }
    if (node.kind === "phrase") { return follows(page.titleWords, node.words) || follows(page.textWords, node.words); }
    if (node.kind === "title") { return node.words.every(function (word) { return page.titleWords.map(root).indexOf(root(word)) >= 0; }); }
    if (node.kind === "type") { return page.type === node.value; }
    var cut = node.value.indexOf("/");
    var host = cut < 0 ? node.value : node.value.slice(0, cut);
    var path = cut < 0 ? "" : node.value.slice(cut);
    return (page.host === host || page.host.slice(-host.length - 1) === "." + host) && (!path || page.path.indexOf(path) === 0);
  }

  // Words to show in bold and to rank by: those not excluded.
  function wanted(node, list) {
    if (!node || node.kind === "not") { return list; }
    if (node.of) { node.of.forEach(function (each) { wanted(each, list); }); }
    if (node.words) { node.words.forEach(function (word) { list.push(root(word)); }); }
    return list;
  }

  function operators(node, list) {
    if (!node) { return list; }
    var names = { or: "OU", not: "exclusion", phrase: "guillemets", site: "site", type: "type de fichier", title: "titre" };
    if (names[node.kind] && list.indexOf(names[node.kind]) < 0) { list.push(names[node.kind]); }
    if (node.kind === "not") { operators(node.of, list); } else if (node.of) { node.of.forEach(function (each) { operators(each, list); }); }
    return list;
  }

  function dated(date) {
    if (!date) { return ""; }
    var parts = date.split("-").map(Number);
    return parts[2] + " " + MONTHS[parts[1] - 1] + " " + parts[0];
  }

  var spaced = Simulator.spaced;

  Simulator.define({
    start: function (area, setup) {
      var corpus = (setup.corpus || []).map(function (each) {
        var page = Object.assign({ type: "html", lang: "fr", kind: "web", text: "" }, each);
        var match = /^(?:https?:\/\/)?([^/]+)(\/.*)?$/.exec(page.address);
        page.host = match[1].toLowerCase();
        page.path = match[2] || "/";
        page.titleWords = wordsOf(page.title);
        page.textWords = wordsOf(page.text);
        page.roots = page.titleWords.concat(page.textWords).map(root);
        return page;
      });
      var today = setup.today ? new Date(setup.today + "T12:00:00Z").getTime() : 0;
      var typed = setup.query || "";
      var query = setup.query || "";
      var tab = "web";
      var tools = { date: 0, type: 0, lang: 0, order: "pertinence" };
      var toolsOpen = false;
      var helpOpen = false;
      var shown = null;
      var saved = [];
      var firstPage = PAGE;
      var next = null;

      function found() {
        var tree = read(query);
        if (!tree) { return []; }
        var words = wanted(tree, []);
        var list = corpus.filter(function (page) {
          if (page.ad || !(tab === "web" ? page.kind === "web" || page.kind === "news" : page.kind === tab)) { return false; }
          if (TYPES[tools.type][1] && page.type !== TYPES[tools.type][1]) { return false; }
          if (LANGUAGES[tools.lang][1] && page.lang !== LANGUAGES[tools.lang][1]) { return false; }
          if (DATES[tools.date][1] && (!page.date || today - new Date(page.date + "T12:00:00Z").getTime() > DATES[tools.date][1] * 86400000)) { return false; }
          return suits(tree, page);
        });
        function score(page) {
          return (page.rank || 0) + words.reduce(function (sum, word) {
            var inTitle = page.titleWords.map(root).indexOf(word) >= 0 ? 4 : 0;
            return sum + inTitle + Math.min(3, page.textWords.filter(function (each) { return root(each) === word; }).length);
          }, 0);
        }
        return list.map(function (page, at) { return { page: page, at: at, score: score(page) }; }).sort(function (one, other) {
          if (tools.order === "date") { return (other.page.date || "").localeCompare(one.page.date || "") || one.at - other.at; }
          return other.score - one.score || one.at - other.at;
        }).map(function (each) { return each.page; });
      }

      // Advertisers pay for words: their announcements come whatever the operators say.
      function ads() {
        var words = wanted(read(query), []);
        if (tab !== "web") { return []; }
        return corpus.filter(function (page) { return page.ad && words.some(function (word) { return page.roots.indexOf(word) >= 0; }); });
      }

      function refresh() {
        var active = document.activeElement;
        var inside = area.contains(active);
        var key = next || (inside && active.getAttribute("data-key"));
        var caret = inside && !next && active.type !== "button" && "selectionStart" in active ? active.selectionStart : null;
        next = null;
        area.textContent = "";
        area.append(spaced(view()));
        if (inside || key) {
          var again = key && area.querySelector('[data-key="' + CSS.escape(key) + '"]');
          if (!again || again.disabled) { again = area.querySelector('[data-key="query"]') || area.querySelector('[data-key="page"]'); }
          again.focus({ preventScroll: true });
          if (caret !== null && again.setSelectionRange) { again.setSelectionRange(caret, caret); }
        }
        Simulator.changed();
      }

      function button(key, label, work, more) {
        return make("button", Object.assign({ type: "button", "data-key": key, click: function () { work(); refresh(); } }, more || {}), label);
      }

      function search() {
        query = typed.trim();
        shown = null;
        firstPage = PAGE;
        next = "query";
        var count = found().length;
        Simulator.say(query ? count + (count > 1 ? " résultats" : " résultat") : "");
      }

      function view() {
        var field = make("input", {
          type: "search", id: "query", "data-key": "query", value: typed, autocomplete: "off", spellcheck: "false", autocapitalize: "none",
          input: function () { typed = field.value; },
          keydown: function (event) { if (event.key === "Enter") { event.preventDefault(); typed = field.value; search(); refresh(); } }
        });
        var parts = [
          make("h1.visually-hidden", {}, "Moteur de recherche " + (setup.engine || "")),
          make("div.head", {}, [
            make("p.brand", {}, setup.engine || "Trouvetout"),
            make("div.box", { role: "search" }, [
              make("label.visually-hidden", { for: "query" }, "Recherche"), field,
              button("go", "Chercher", function () { typed = field.value; search(); }, { class: "primary" })])]),
          make("nav.kinds", { "aria-label": "Sortes de résultats" }, TABS.map(function (each) {
            return button("tab-" + each[0], each[1], function () { tab = each[0]; shown = null; firstPage = PAGE; }, { "aria-current": tab === each[0] ? "true" : null });
          }).concat([
            button("tools", "Outils", function () { toolsOpen = !toolsOpen; }, { "aria-expanded": String(toolsOpen) }),
            setup.help ? button("help", "Aide", function () { helpOpen = !helpOpen; }, { "aria-expanded": String(helpOpen) }) : "",
            saved.length ? button("kept", "Pages retenues (" + saved.length + ")", function () { shown = "saved"; next = "page"; }) : ""]))];
        if (helpOpen) { parts.push(help()); }
        if (toolsOpen) { parts.push(toolbox()); }
        parts.push(shown === "saved" ? keptView() : shown ? pageView(shown) : list());
        return make("main.engine", {}, parts);
      }

      function help() {
        return make("section.aid", { "aria-label": "Aide à la recherche" }, [make("dl", {}, [].concat.apply([], [
          ["deux mots", "les pages qui contiennent les deux ; le pluriel ne compte pas"],
          ["\"deux mots\"", "les mots exactement à la suite"],
          ["-mot", "les pages sans ce mot ; aussi -site: et -filetype:"],
          ["un OU deux", "l'un des deux au moins ; OU s'écrit en capitales et relie ses deux voisins"],
          ["(un OU deux) trois", "les parenthèses regroupent"],
          ["site:nom.example", "ce site et ses sous-domaines"],
          ["filetype:pdf", "ce type de fichier : pdf, odt, csv, odp"],
          ["intitre:mot", "le mot figure dans le titre"]
        ].map(function (row) { return [make("dt", {}, make("code", {}, row[0])), make("dd", {}, row[1])]; })))]);
      }

      function toolbox() {
        function tool(key, label, options, value, work) {
          var select = make("select", { id: key, "data-key": key, change: function () { work(select.selectedIndex); firstPage = PAGE; refresh(); } }, options.map(function (each, at) {
            return make("option", { value: String(at), selected: at === value }, each);
          }));
          return make("span.tool", {}, [make("label", { for: key }, label), select]);
        }
        function names(pairs) { return pairs.map(function (each) { return each[0]; }); }
        return make("section.tools", { "aria-label": "Outils de recherche" }, [
          tool("tool-date", "Date", names(DATES), tools.date, function (at) { tools.date = at; }),
          tool("tool-type", "Type de fichier", names(TYPES), tools.type, function (at) { tools.type = at; }),
          tool("tool-lang", "Langue", names(LANGUAGES), tools.lang, function (at) { tools.lang = at; }),
          tool("tool-order", "Classer par", ["pertinence", "date"], tools.order === "date" ? 1 : 0, function (at) { tools.order = at ? "date" : "pertinence"; }),
          button("tools-none", "Effacer les filtres", function () { tools = { date: 0, type: 0, lang: 0, order: "pertinence" }; })]);
      }

      function list() {
        if (!query) { return make("p.hint", {}, "Saisissez votre recherche."); }
        var pages = found();
        var paid = ads();
        var top = paid.slice(0, 2);
        var rest = paid.slice(2);
        var items = top.concat(pages.slice(0, firstPage));
        if (rest.length) { items.splice(Math.min(items.length, top.length + 2), 0, rest[0]); }
        return make("section", { "aria-label": "Résultats" }, [
          make("p.count", {}, pages.length ? pages.length + (pages.length > 1 ? " résultats" : " résultat") + " pour : " + query : "Aucun résultat pour : " + query),
          make("ol.hits", {}, items.map(hit)),
          pages.length > firstPage ? button("further", "Plus de résultats", function () { var first = found()[firstPage]; firstPage += PAGE; next = "hit-" + first.address; }) : ""]);
      }

      function hit(page) {
        var kept = saved.indexOf(page) >= 0;
        return make("li" + (page.kind === "web" || page.kind === "news" ? "" : ".tile"), {}, [
          make("p.line", {}, [page.ad ? make("span.ad", {}, setup.paid || "Annonce") : "", make("span.address", {}, page.address)]),
          make("h2", {}, button("hit-" + page.address, [page.type !== "html" ? make("span.type", {}, "[" + page.type.toUpperCase() + "] ") : "", page.title], function () { shown = page; next = "page"; }, { class: "link", role: "link" })),
          page.note ? make("p.note", {}, page.note) : "",
          make("p.snippet", {}, [page.date ? make("span.date", {}, dated(page.date) + " — ") : ""].concat(snippet(page))),
          button("keep-" + page.address, kept ? "Retenue ✓" : "Retenir", function () { toggle(page); }, { "aria-pressed": String(kept), "aria-label": "Retenir : " + page.title, class: "keep" })]);
      }

      function toggle(page) {
        var at = saved.indexOf(page);
        if (at >= 0) { saved.splice(at, 1); } else { saved.push(page); }
        Simulator.say(at >= 0 ? "Page retirée." : "Page retenue.");
      }

      // Some words around the first one looked for, those looked for in bold.
      function snippet(page) {
        var words = wanted(read(query), []);
        var parts = page.text.split(/\s+/);
        function is(part) { return wordsOf(part).some(function (word) { return words.indexOf(root(word)) >= 0; }); }
        var first = 0;
        while (first < parts.length && !is(parts[first])) { first += 1; }
        var from = first >= parts.length || parts.length <= 26 ? 0 : Math.max(0, first - 5);
        var shownParts = parts.slice(from, from + 26);
        var list = [];
        if (from > 0) { list.push("… "); }
        shownParts.forEach(function (part) {
          list.push(is(part) ? make("strong", {}, part) : part);
          list.push(" ");
        });
        if (from + 26 < parts.length) { list.push("…"); }
        return list;
      }

      function pageView(page) {
        var kept = saved.indexOf(page) >= 0;
        return make("article.sheet", {}, [
          make("p.line", {}, [
            button("back", "← Résultats", function () { shown = null; next = "hit-" + page.address; }, { "aria-label": "Revenir aux résultats" }),
            button("keep", kept ? "Retenue ✓" : "Retenir cette page", function () { toggle(page); }, { "aria-pressed": String(kept) })]),
          make("p.address", {}, page.address + (page.ad ? " (page d'un annonceur)" : "")),
          make("h2", { tabindex: "-1", "data-key": "page" }, page.title),
          page.date ? make("p.date", {}, "Publié le " + dated(page.date)) : "",
          page.note ? make("p.note", {}, page.note) : ""
        ].concat(page.text.split("\n").filter(Boolean).map(function (each) { return make("p", {}, each); })));
      }

      function keptView() {
        return make("section.sheet", {}, [
          button("back", "← Résultats", function () { shown = null; next = "query"; }, { "aria-label": "Revenir aux résultats" }),
          make("h2", { tabindex: "-1", "data-key": "page" }, "Pages retenues"),
          saved.length ? make("ul", {}, saved.map(function (page) {
            return make("li", {}, [page.title + " ", make("span.address", {}, page.address + " "), button("drop-" + page.address, "Retirer", function () { toggle(page); next = "page"; }, { "aria-label": "Retirer : " + page.title })]);
          })) : make("p", {}, "Aucune page retenue.")]);
      }

      refresh();

      return {
        facts: function () {
          var pages = found();
          var used = [];
          if (tools.date) { used.push("date : " + DATES[tools.date][0]); }
          if (tools.type) { used.push("type : " + TYPES[tools.type][0]); }
          if (tools.lang) { used.push("langue : " + LANGUAGES[tools.lang][0]); }
          if (tools.order === "date") { used.push("classement : date"); }
          return {
            query: query,
            found: sorted(pages.map(function (page) { return page.address; })).join("|").slice(0, 500),
            count: String(pages.length),
            operators: sorted(operators(read(query), [])).join("|"),
            tab: TABS.filter(function (each) { return each[0] === tab; })[0][1],
            tools: sorted(used).join("|"),
            open: shown && shown !== "saved" ? shown.address : "",
            saved: sorted(saved.map(function (page) { return page.address; })).join("|").slice(0, 500)
          };
        }
      };
    }
  });
})();
