// A small web browser: tabs, address bar, favourites, history, private window, site information, cookie banners, downloads.
// The "web" is the list of pages in the setup. README.md says what a setup may hold and which facts are told.
(function () {
  "use strict";

  var make = Simulator.make;
  var LONGEST = 500;

  function fact(texts) {
    return texts.join("|").slice(0, LONGEST);
  }

  function sorted(texts) {
    return texts.filter(function (text, at) { return texts.indexOf(text) === at; }).sort();
  }

  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  // The parts of an address; null when the text is no address but words to look for.
  function parse(text) {
    var match = /^(?:(https?):\/\/)?([a-z0-9.-]+\.[a-z]{2,}(?::\d+)?)(\/[^?#\s]*)?(?:\?([^#\s]*))?(?:#\S*)?$/i.exec(text.trim());
    if (!match) { return null; }
    var values = {};
    (match[4] || "").split("&").filter(Boolean).forEach(function (pair) {
      var cut = pair.indexOf("=");
      var name = cut < 0 ? pair : pair.slice(0, cut);
      values[name] = cut < 0 ? "" : pair.slice(cut + 1);
    });
    return {
      scheme: match[1] ? match[1].toLowerCase() : "",
      host: match[2].toLowerCase(),
      path: (match[3] || "").replace(/\/+$/, ""),
      values: values
    };
  }

  // With or without www., most sites answer alike.
  function bare(host) { return host.replace(/^www\./, ""); }

  function query(values) {
    var pairs = Object.keys(values).sort().map(function (name) { return name + "=" + values[name]; });
    return pairs.length ? "?" + pairs.join("&") : "";
  }

  var spaced = Simulator.spaced;

  Simulator.define({
    start: function (root, setup) {
      var pages = setup.pages || [];
      var today = setup.today || "";
      var engine = setup.search || null;
      var folders = (setup.folders || []).slice();
      var bookmarks = (setup.bookmarks || []).map(function (each) {
        return { title: each.title, address: each.address, folder: each.folder || "" };
      });
      var firstBookmarks = bookmarks.map(nameOfBookmark);
      var visits = (setup.history || []).map(function (each) {
        return { title: each.title, address: each.address, when: each.when };
      });
      var firstVisits = visits.map(function (each) { return each.address; });
      var stored = (setup.stored || []).slice();
      var firstStored = stored.slice();
      var normalConsents = {};
      var drafts = {};
      var downloads = (setup.downloads || []).slice();
      var accepted = {};
      var windows = { normal: { tabs: [], active: 0 }, secret: null };
      var inSecret = false;
      var panel = "";
      var menuOpen = false;
      var linkMenu = null;
      var search = "";
      var next = null;
      var count = 0;

      (setup.tabs || [""]).forEach(function (address) { windows.normal.tabs.push(newTab(address)); });
      windows.normal.active = Math.min(setup.active || 0, windows.normal.tabs.length - 1);

      function newTab(address) {
        count += 1;
        return { id: count, past: [], address: address || "", future: [], asked: {} };
      }

      function here() { return inSecret ? windows.secret : windows.normal; }
      function tab() { return here().tabs[here().active]; }
      function consents() { return inSecret ? windows.secret.consents : normalConsents; }

      // The page an address leads to, with the address as it is told; page null: nothing there.
      function resolve(address) {
        var parts = parse(address);
        if (!parts) { return { page: null, address: address, parts: null }; }
        var found = null;
        pages.forEach(function (page) {
          [page.address].concat(page.also || []).forEach(function (known) {
            var own = parse(known);
            if (bare(own.host) !== bare(parts.host) || own.path !== parts.path) { return; }
            if (parts.scheme && own.scheme !== parts.scheme && page.strict) { return; }
            var same = page.table || query(own.values) === query(parts.values);
            var nearly = Object.keys(own.values).every(function (name) { return own.values[name] === parts.values[name]; });
            var rank = (same ? 4 : nearly ? 2 : 0) + (own.host === parts.host ? 1 : 0);
            if (!same && !nearly) { return; }
            if (!found || rank > found.rank) { found = { page: page, rank: rank, same: same, own: parse(page.address) }; }
          });
        });
        if (!found) {
          return { page: null, address: (parts.scheme || "https") + "://" + parts.host + parts.path + query(parts.values), parts: parts };
        }
        var values = Object.assign({}, parts.values);
        if (found.page.table && values.page === "1") { delete values.page; }
        return {
          page: found.page,
          parts: parts,
          address: found.own.scheme + "://" + found.own.host + found.own.path + query(found.page.table ? values : found.same ? found.own.values : values)
        };
      }

      function canonical(address) {
        return address ? (isSearch(address) ? address : resolve(address).address) : "";
      }

      function isSearch(address) { return address.indexOf("recherche : ") === 0; }

      function titleOf(address) {
        if (!address) { return "Nouvel onglet"; }
        if (isSearch(address)) { return address.slice(12) + " – recherche"; }
        var found = resolve(address);
        return found.page ? found.page.title : "Page introuvable";
      }

      // What is wrong with the certificate of a host, and its certificate.
      function certificate(host) {
        var given = (setup.certificates || {})[host] || {};
        return {
          names: given.names || [host],
          by: given.by || "Autorité Belvédère",
          from: given.from || "12 janvier de cette année",
          until: given.until || "12 janvier de l'année prochaine",
          fault: given.fault || ""
        };
      }

      // ---- going somewhere

      function go(address, other) {
        var to = address.trim();
        if (!to) { return; }
        if (!parse(to) && !isSearch(to)) { to = "recherche : " + to; }
        var target = other || tab();
        if (target.address) { target.past.push(target.address); }
        target.future = [];
        target.address = to;
        visited(to);
        panel = "";
        menuOpen = false;
        linkMenu = null;
      }

      function visited(address) {
        if (inSecret) { return; }
        visits.unshift({ title: titleOf(address), address: canonical(address), when: "Aujourd'hui, à l'instant" });
        var found = resolve(address);
        if (found.page && stored.indexOf(found.parts.host) < 0 && setup.stored) { stored.push(found.parts.host); }
      }

      function openTab(address, behind) {
        var fresh = newTab("");
        here().tabs.push(fresh);
        if (address) { fresh.address = address; visited(address); }
        if (!behind) { here().active = here().tabs.length - 1; }
        panel = "";
        menuOpen = false;
        linkMenu = null;
      }

      function closeTab(at) {
        var place = here();
        place.tabs.splice(at, 1);
        if (place.active > at || place.active >= place.tabs.length) { place.active = Math.max(0, place.active - 1); }
        if (!place.tabs.length) {
          if (inSecret) {
            windows.secret = null;
            inSecret = false;
            Simulator.say("Fenêtre privée fermée.");
          } else {
            place.tabs.push(newTab(""));
            place.active = 0;
          }
        }
        next = "tab-" + tab().id;
      }

      function nameOfBookmark(each) {
        return (each.folder ? each.folder + " : " : "") + each.address;
      }

      function starred() {
        var now = canonical(tab().address);
        return bookmarks.filter(function (each) { return canonical(each.address) === now; })[0] || null;
      }

      // ---- drawing

      function refresh() {
        var active = document.activeElement;
        var inside = root.contains(active);
        var key = next || (inside && active.getAttribute("data-key"));
        var caret = inside && !next && active.type !== "button" && "selectionStart" in active ? active.selectionStart : null;
        next = null;
        root.textContent = "";
        root.append(spaced(view()));
        if (inside || key) {
          var again = key && root.querySelector('[data-key="' + CSS.escape(key) + '"]');
          if (!again || again.disabled) { again = root.querySelector('[data-key="address"]'); }
          again.focus({ preventScroll: true });
          if (caret !== null && again.setSelectionRange) { again.setSelectionRange(caret, caret); }
        }
        Simulator.changed();
      }

      function act(work) {
        return function (event) {
          work(event);
          refresh();
        };
      }

      function button(key, label, work, more) {
        var attributes = Object.assign({ type: "button", "data-key": key, click: act(work) }, more || {});
        return make("button", attributes, label);
      }

      function view() {
        var shell = make("main" + (inSecret ? ".window.secret" : ".window"), {}, [make("h1.visually-hidden", {}, "Navigateur"), tabStrip(), toolbar()]);
        if (menuOpen) { shell.append(menu()); }
        shell.append(panel ? panels[panel]() : viewport());
        if (downloads.length) { shell.append(downloadBar()); }
        shell.addEventListener("keydown", function (event) {
          if (event.key !== "Escape" || !(menuOpen || panel || linkMenu)) { return; }
          next = linkMenu ? linkMenu.key : menuOpen ? "menu" : panel === "site" ? "site" : panel === "star" ? "star" : "menu";
          menuOpen = false;
          panel = "";
          linkMenu = null;
          refresh();
        });
        return shell;
      }

      function tabStrip() {
        var list = make("ul.tabs", {}, here().tabs.map(function (each, at) {
          var shown = at === here().active;
          var title = titleOf(each.address);
          return make(shown ? "li.tab.shown" : "li.tab", {}, [
            button("tab-" + each.id, make("span.cut", {}, title), function () { here().active = at; panel = ""; linkMenu = null; },
              { "aria-current": shown ? "true" : null, title: title, class: "pick" }),
            button("close-" + each.id, "×", function () { closeTab(at); panel = ""; linkMenu = null; }, { "aria-label": "Fermer l'onglet " + title, class: "cross" })
          ]);
        }));
        list.append(make("li", {}, button("new", "+", function () { openTab(""); next = "address"; }, { "aria-label": "Nouvel onglet", title: "Nouvel onglet", class: "plus" })));
        return make("nav.strip", { "aria-label": inSecret ? "Onglets de la fenêtre privée" : "Onglets" }, [
          inSecret ? make("p.badge", {}, "Navigation privée") : "", list]);
      }

      function toolbar() {
        var now = tab();
        var state = security();
        var field = make("input", {
          type: "text", "data-key": "address", "aria-label": "Adresse ou mots à chercher", placeholder: "Adresse ou mots à chercher", spellcheck: "false", autocomplete: "off", autocapitalize: "none",
          value: now.typed !== undefined ? now.typed : isSearch(now.address) ? now.address.slice(12) : now.address,
          input: function () { now.typed = field.value; },
          focus: function () { field.select(); },
          keydown: function (event) {
            if (event.key === "Enter") { event.preventDefault(); delete now.typed; go(field.value); next = "page"; refresh(); }
            if (event.key === "Escape") { delete now.typed; field.value = isSearch(now.address) ? now.address.slice(12) : now.address; }
          }
        });
        return make("div.toolbar", { role: "group", "aria-label": "Barre d'outils" }, [
          button("back", "←", function () { delete now.typed; now.future.push(now.address); now.address = now.past.pop(); panel = ""; }, { "aria-label": "Page précédente", title: "Page précédente", disabled: !now.past.length }),
          button("forward", "→", function () { delete now.typed; now.past.push(now.address); now.address = now.future.pop(); panel = ""; }, { "aria-label": "Page suivante", title: "Page suivante", disabled: !now.future.length }),
          button("reload", "⟳", function () { delete now.typed; panel = ""; Simulator.say("Page actualisée."); }, { "aria-label": "Actualiser la page", title: "Actualiser la page" }),
          make("div.address", {}, [
            state ? button("site", [make("span", { "aria-hidden": "true" }, state.sign + " "), state.word], function () { panel = panel === "site" ? "" : "site"; menuOpen = false; },
              { "aria-label": state.word + ". Informations sur le site", "aria-expanded": String(panel === "site"), class: "state " + state.kind }) : "",
            field,
            button("enter", "Aller", function () { delete now.typed; go(field.value); next = "page"; }, { class: "enter", "aria-label": "Aller à cette adresse" })
          ]),
          button("star", starred() ? "★" : "☆", function () { star(); }, { "aria-label": starred() ? "Modifier le favori" : "Ajouter la page aux favoris", title: "Favori", disabled: !now.address || isSearch(now.address), "aria-expanded": String(panel === "star") }),
          button("menu", "☰", function () { menuOpen = !menuOpen; if (menuOpen) { next = "menu-0"; panel = panel === "star" || panel === "site" ? "" : panel; } }, { "aria-label": "Menu du navigateur", title: "Menu", "aria-expanded": String(menuOpen) })
        ]);
      }

      function security() {
        var now = tab();
        if (!now.address || isSearch(now.address)) { return null; }
        var found = resolve(now.address);
        if (!found.page) { return null; }
        if (found.page.address.indexOf("http://") === 0) { return { kind: "bad", sign: "⚠", word: "Non sécurisé" }; }
        if (certificate(parse(found.page.address).host).fault) { return { kind: "bad", sign: "⚠", word: "Alerte" }; }
        return { kind: "good", sign: "✓", word: "Sécurisé" };
      }

      function menu() {
        var entries = [
          ["Nouvel onglet", function () { openTab(""); next = "address"; }],
          windows.secret
            ? [inSecret ? "Revenir à la fenêtre normale" : "Revenir à la fenêtre privée", function () { inSecret = !inSecret; panel = ""; next = "tab-" + tab().id; }]
            : ["Nouvelle fenêtre privée", function () { windows.secret = { tabs: [newTab("")], active: 0, consents: {} }; inSecret = true; panel = ""; next = "address"; Simulator.say("Fenêtre privée ouverte."); }]
        ];
        if (inSecret) {
          entries.push(["Fermer la fenêtre privée", function () { windows.secret = null; inSecret = false; panel = ""; next = "tab-" + tab().id; Simulator.say("Fenêtre privée fermée."); }]);
        }
        entries.push(["Favoris", function () { panel = "bookmarks"; next = "panel"; }]);
        entries.push(["Historique", function () { panel = "history"; search = ""; next = "panel"; }]);
        entries.push(["Téléchargements", function () { panel = "downloads"; next = "panel"; }]);
        if (setup.stored) { entries.push(["Données gardées par les sites", function () { panel = "stored"; next = "panel"; }]); }
        return make("ul.menu", { "aria-label": "Menu du navigateur" }, entries.map(function (entry, at) {
          return make("li", {}, button("menu-" + at, entry[0], function () { menuOpen = false; entry[1](); }, {
            keydown: function (event) {
              var step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
              if (!step) { return; }
              event.preventDefault();
              var to = root.querySelector('[data-key="menu-' + (at + step + entries.length) % entries.length + '"]');
              to.focus();
            }
          }));
        }));
      }

      function star() {
        menuOpen = false;
        if (panel === "star") { panel = ""; return; }
        if (!starred()) {
          bookmarks.push({ title: titleOf(tab().address), address: canonical(tab().address), folder: folders[0] || "" });
          Simulator.say("Page ajoutée aux favoris.");
        }
        panel = "star";
        next = folders.length ? "star-folder" : "star-done";
      }

      function frameOf(title, children, key) {
        return make("section.panel", { "aria-label": title }, [
          make("div.head", {}, [
            make("h2", { tabindex: "-1", "data-key": "panel" }, title),
            button("panel-close", "Fermer", function () { panel = ""; next = key || "menu"; })
          ])
        ].concat(children));
      }

      var panels = {
        site: function () {
          var found = resolve(tab().address);
          var own = parse(found.page.address);
          var rows = [["Site", own.host]];
          if (own.scheme === "http") {
            rows.push(["Connexion", "non chiffrée : ce que vous saisissez ici peut être lu en route"]);
            rows.push(["Certificat", "aucun"]);
          } else {
            var given = certificate(own.host);
            rows.push(["Connexion", given.fault ? "à vérifier : le certificat pose problème" : "chiffrée"]);
            rows.push(["Noms du certificat", given.names.join(", ")]);
            rows.push(["Délivré par", given.by]);
            rows.push(["Valable", "du " + given.from + " au " + given.until]);
          }
          if (consents()[own.host] !== undefined) { rows.push(["Cookies acceptés", consents()[own.host] || "les nécessaires seulement"]); }
          if (today) { rows.push(["Date de l'appareil", today]); }
          return frameOf("Informations sur le site", [make("dl", {}, [].concat.apply([], rows.map(function (row) {
            return [make("dt", {}, row[0]), make("dd", {}, row[1])];
          })))], "site");
        },

        star: function () {
          var kept = starred();
          if (!kept) { return viewport(); }
          var name = make("input", { type: "text", id: "star-name", "data-key": "star-name", value: kept.title, input: function () { kept.title = name.value; Simulator.changed(); } });
          return frameOf("Favori enregistré", [
            make("p.line", {}, [make("label", { for: "star-name" }, "Nom"), name]),
            folders.length ? make("p.line", {}, [make("label", { for: "star-folder" }, "Dossier"), folderChoice(kept, "star-folder")]) : "",
            make("p.line", {}, [
              button("star-done", "Terminé", function () { panel = ""; next = "star"; }, { class: "primary" }),
              button("star-drop", "Retirer ce favori", function () { bookmarks.splice(bookmarks.indexOf(kept), 1); panel = ""; next = "star"; Simulator.say("Favori retiré."); })
            ])
          ], "star");
        },

        bookmarks: function () {
          var groups = folders.concat(bookmarks.some(function (each) { return folders.indexOf(each.folder) < 0; }) ? [""] : []);
          var fresh = make("input", { type: "text", id: "folder-name", "data-key": "folder-name", maxlength: "40" });
          return frameOf("Favoris", groups.map(function (folder) {
            var inside = bookmarks.filter(function (each) { return each.folder === folder || folder === "" && folders.indexOf(each.folder) < 0; });
            return make("div", {}, [make("h3", {}, folder || "Sans dossier"), inside.length ? make("ul.rows", {}, inside.map(function (each) {
              var key = "mark-" + bookmarks.indexOf(each);
              return make("li", {}, [
                button(key, [each.title, make("span.small", {}, each.address)], function () { go(each.address); next = "page"; }, { class: "link", role: "link" }),
                folders.length ? folderChoice(each, key + "-folder") : "",
                button(key + "-drop", "Supprimer", function () { bookmarks.splice(bookmarks.indexOf(each), 1); next = "panel"; Simulator.say("Favori supprimé."); }, { "aria-label": "Supprimer le favori " + each.title })
              ]);
            })) : make("p", {}, "Aucun favori ici.")]);
          }).concat([make("p.line", {}, [
            make("label", { for: "folder-name" }, "Nouveau dossier"), fresh,
            button("folder-make", "Créer", function () {
              var name = fresh.value.trim();
              if (name && folders.indexOf(name) < 0) { folders.push(name); Simulator.say("Dossier créé."); }
            })
          ])]));
        },

        history: function () {
          var field = make("input", { type: "search", id: "history-search", "data-key": "history-search", value: search, input: function () { search = field.value; refresh(); } });
          var words = plain(search).split(/\s+/).filter(Boolean);
          var shown = visits.filter(function (each) {
            var text = plain(each.title + " " + each.address + " " + each.when);
            return words.every(function (word) { return text.indexOf(word) >= 0; });
          });
          var day = "";
          var lines = [];
          shown.forEach(function (each) {
            var cut = each.when.split(", ");
            if (cut[0] !== day) {
              day = cut[0];
              lines.push(make("h3", {}, day));
              lines.push(make("ul.rows", {}));
            }
            var key = "visit-" + visits.indexOf(each);
            lines[lines.length - 1].append(make("li", {}, [
              make("span.hour", {}, cut.slice(1).join(", ")),
              button(key, [each.title, make("span.small", {}, each.address)], function () { go(each.address.replace("recherche : ", "")); next = "page"; }, { class: "link", role: "link" }),
              button(key + "-drop", "Effacer", function () { visits.splice(visits.indexOf(each), 1); next = "panel"; Simulator.say("Ligne effacée."); }, { "aria-label": "Effacer de l'historique : " + each.title + ", " + each.when })
            ]));
          });
          return frameOf("Historique", [
            make("p.line", {}, [make("label", { for: "history-search" }, "Chercher dans l'historique"), field,
              button("history-all", "Tout effacer", function () { visits = []; next = "panel"; Simulator.say("Historique effacé."); }, { disabled: !visits.length })])
          ].concat(lines.length ? lines : [make("p", {}, visits.length ? "Aucune page ne correspond." : "L'historique est vide.")]));
        },

        downloads: function () {
          return frameOf("Téléchargements", [downloads.length ? make("ul.rows", {}, downloads.map(function (each, at) {
            return make("li", {}, [make("span.grow", {}, each), button("file-" + at, "Supprimer", function () { downloads.splice(at, 1); next = "panel"; Simulator.say("Fichier supprimé."); }, { "aria-label": "Supprimer le fichier " + each })]);
          })) : make("p", {}, "Aucun fichier téléchargé.")]);
        },

        stored: function () {
          return frameOf("Données gardées par les sites", [
            make("p", {}, "Cookies et autres données laissés dans ce navigateur. Supprimer les données d'un site peut vous y déconnecter."),
            stored.length ? make("ul.rows", {}, stored.slice().sort().map(function (each) {
              return make("li", {}, [make("span.grow", {}, each), button("stored-" + each, "Supprimer", function () { stored.splice(stored.indexOf(each), 1); next = "panel"; Simulator.say("Données supprimées."); }, { "aria-label": "Supprimer les données de " + each })]);
            })) : make("p", {}, "Aucune donnée."),
            button("stored-all", "Supprimer les données de tous les sites", function () { stored = []; next = "panel"; Simulator.say("Données supprimées."); }, { disabled: !stored.length })
          ]);
        }
      };

      function folderChoice(each, key) {
        var select = make("select", { id: key, "data-key": key, "aria-label": "Dossier du favori " + each.title, change: function () { each.folder = select.value; refresh(); } }, folders.map(function (folder) {
          return make("option", { value: folder, selected: each.folder === folder }, folder);
        }));
        if (folders.indexOf(each.folder) < 0) { select.prepend(make("option", { value: each.folder, selected: true }, "Sans dossier")); }
        return select;
      }

      function downloadBar() {
        var last = downloads[downloads.length - 1];
        return make("p.downloads", { role: "note", "aria-label": "Dernier téléchargement" }, [
          make("span", { "aria-hidden": "true" }, "⭳ "), "Téléchargé : " + last]);
      }

      // ---- the page shown

      function viewport() {
        var now = tab();
        var area = make("section.page", { tabindex: "-1", "data-key": "page", "aria-label": "Page affichée : " + titleOf(now.address) });
        if (!now.address) {
          area.append(make("p.empty", {}, inSecret
            ? "Navigation privée : les pages vues ici ne seront pas gardées dans l'historique. Les favoris et les fichiers téléchargés le seront."
            : "Nouvel onglet. Saisissez une adresse dans la barre d'adresse, ou des mots à chercher."));
        } else if (isSearch(now.address)) {
          results(area, now.address.slice(12));
        } else {
          var found = resolve(now.address);
          if (!found.page) {
            area.append(make("h2.title", {}, "Cette page est introuvable"), make("p", {}, "Aucune page ne répond à l'adresse " + found.address + ". Vérifiez qu'elle est bien écrite."));
          } else {
            show(area, found);
          }
        }
        return area;
      }

      function results(area, words) {
        area.append(make("h2.title", {}, engine ? engine.name : "Recherche"));
        var wanted = plain(words).split(/[^a-z0-9]+/).filter(function (word) { return word.length > 1; });
        var found = pages.filter(function (page) {
          if (page.hidden) { return false; }
          var text = plain(page.title + " " + (page.about || "") + " " + page.address);
          return wanted.length && wanted.some(function (word) { return text.indexOf(word) >= 0; });
        });
        function score(page) {
          var text = plain(page.title + " " + (page.about || "") + " " + page.address);
          return (page.ad ? 100 : 0) + wanted.filter(function (word) { return text.indexOf(word) >= 0; }).length;
        }
        found.sort(function (one, other) { return score(other) - score(one); });
        area.append(make("p", {}, found.length ? "Résultats pour « " + words + " »" : "Aucun résultat pour « " + words + " »."));
        area.append(make("ul.results", {}, found.slice(0, 8).map(function (page, at) {
          return make("li", {}, [
            page.ad ? make("span.ad", {}, "Annonce") : "",
            link("result-" + at, page.title, page.address),
            make("span.small", {}, page.address), page.about ? make("p", {}, page.about) : ""]);
        })));
      }

      function link(key, label, to, more) {
        function openBehind() {
          openTab(to, true);
          next = key;
          Simulator.say("Lien ouvert dans un nouvel onglet.");
          refresh();
        }
        function options(event) {
          event.preventDefault();
          linkMenu = { key: key, to: to };
          next = key + "-new";
          refresh();
        }
        var element = make("button.link", {
          type: "button", role: "link", "data-key": key, title: to,
          click: function (event) {
            if (event.ctrlKey || event.metaKey) { openBehind(); return; }
            if (more && more.fresh) { openTab(to); } else { delete tab().typed; go(to); }
            next = "page";
            refresh();
          },
          auxclick: function (event) { if (event.button === 1) { event.preventDefault(); openBehind(); } },
          contextmenu: options,
          keydown: function (event) {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); openBehind(); }
          }
        }, label);
        if (!linkMenu || linkMenu.key !== key) { return element; }
        return make("span.around", {}, [element, make("span.choices", {}, [
          button(key + "-new", "Ouvrir dans un nouvel onglet", function () { openTab(to, true); next = key; Simulator.say("Lien ouvert dans un nouvel onglet."); }),
          button(key + "-no", "Annuler", function () { linkMenu = null; next = key; }),
          make("span.small", {}, "Mène à : " + to)
        ])]);
      }

      function show(area, found) {
        var page = found.page;
        var host = parse(page.address).host;
        var given = page.address.indexOf("https://") === 0 ? certificate(host) : null;
        if (given && given.fault && !accepted[host]) {
          warning(area, host, given);
          return;
        }
        if (page.site) { area.append(make("p.site", {}, page.site)); }
        area.append(make("h2.title", {}, page.heading || page.title));
        (page.content || []).forEach(function (block, at) { area.append(blockOf(block, "block-" + at)); });
        if (page.table) { rows(area, page.table, found.parts.values); }
        if (page.banner) {
          if (consents()[host] === undefined || drafts[host]) {
            area.prepend(banner(page.banner, host));
          } else {
            area.append(make("p.foot", {}, button("consent", "Gérer mes cookies", function () { drafts[host] = draftOf(page.banner, consents()[host]); next = "banner"; }, { class: "link" })));
          }
        }
      }

      function warning(area, host, given) {
        var now = tab();
        area.append(
          make("h2.title", {}, "Attention : la connexion n'est pas sûre"),
          make("p", {}, "Le navigateur n'a pas pu vérifier que cette page vient bien de " + host + ". Quelqu'un essaie peut-être de lire ou de modifier ce que vous échangez."),
          make("p.line", {}, [
            button("warn-back", "Revenir en arrière", function () {
              if (now.past.length) { now.address = now.past.pop(); } else { now.address = ""; }
              next = "page";
            }, { class: "primary" }),
            button("warn-more", now.asked[host] ? "Masquer les détails" : "Voir les détails", function () { now.asked[host] = !now.asked[host]; }, { "aria-expanded": String(!!now.asked[host]) })
          ]));
        if (now.asked[host]) {
          area.append(make("dl", {}, [
            make("dt", {}, "Adresse demandée"), make("dd", {}, host),
            make("dt", {}, "Noms du certificat"), make("dd", {}, given.names.join(", ")),
            make("dt", {}, "Délivré par"), make("dd", {}, given.by),
            make("dt", {}, "Valable"), make("dd", {}, "du " + given.from + " au " + given.until),
            make("dt", {}, "Date de l'appareil"), make("dd", {}, today)
          ]), make("p", {}, button("warn-go", "Continuer malgré l'alerte", function () { accepted[host] = true; next = "page"; })));
        }
      }

      function blockOf(block, key) {
        if (typeof block === "string") { return make("p", {}, block); }
        if (block.heading) { return make("h3", {}, block.heading); }
        if (block.list) { return make("ul", {}, block.list.map(function (each) { return make("li", {}, each); })); }
        if (block.links) {
          return make("ul.links", {}, block.links.map(function (each, at) { return make("li", {}, link(key + "-" + at, each.text, each.to, { fresh: each.fresh })); }));
        }
        if (block.box) {
          return make("aside.box", { "aria-label": block.label || "Publicité" }, [
            make("p.ad", {}, block.label || "Publicité"), make("p", {}, block.box), block.to ? link(key, block.text || "En savoir plus", block.to) : ""]);
        }
        if (block.field) {
          return make("p.line", {}, [make("label", { for: key }, block.field), make("input", { type: block.secret ? "password" : "text", id: key, "data-key": key, autocomplete: "off" })]);
        }
        if (block.download) {
          return make("p", {}, button(key, (block.text || block.download) + (block.size ? " (" + block.size + ")" : ""), function () {
            if (downloads.indexOf(block.download) < 0) { downloads.push(block.download); }
            Simulator.say("Fichier téléchargé : " + block.download);
          }));
        }
        return make("p", {}, [block.before || "", link(key, block.text, block.to, { fresh: block.fresh }), block.after || ""]);
      }

      // A page that shows the rows of a list according to the values in its address: column=value, tri=column, page=number.
      function rows(area, table, values) {
        var columns = table.columns;
        var filters = table.filters || [];
        var shown = table.rows.filter(function (row) {
          return filters.every(function (filter) {
            var at = filter.column === undefined ? columns.indexOf(filter.name) : filter.column;
            return values[filter.name] === undefined || values[filter.name] === "" || plain(String(row[at])) === plain(decode(values[filter.name]));
          });
        });
        if (values.tri && table.sort && table.sort[values.tri] !== undefined) {
          var by = table.sort[values.tri];
          shown = shown.slice().sort(function (one, other) { return one[by] < other[by] ? -1 : one[by] > other[by] ? 1 : 0; });
        }
        var size = Number(table.size || 5);
        var number = Math.max(1, Number(values.page) || 1);
        var last = Math.max(1, Math.ceil(shown.length / size));
        var part = shown.slice((number - 1) * size, number * size);
        area.append(make("p", {}, shown.length + (shown.length > 1 ? " réponses" : " réponse") + ", page " + number + " sur " + last));
        if (!part.length) {
          area.append(make("p", {}, "Rien à afficher."));
          return;
        }
        area.append(make("div.scroll", { tabindex: "0", role: "region", "aria-label": "Liste des réponses" }, make("table", {}, [
          make("thead", {}, make("tr", {}, columns.map(function (name) { return make("th", { scope: "col" }, name); }))),
          make("tbody", {}, part.map(function (row) { return make("tr", {}, row.map(function (cell) { return make("td", {}, String(cell)); })); }))
        ])));
      }

      function decode(text) {
        try { return decodeURIComponent(text.replace(/\+/g, " ")); } catch (fault) { return text; }
      }

      // ---- cookie banner

      function draftOf(given, kept) {
        var chosen = {};
        var names = kept === undefined ? null : kept.split(", ");
        given.purposes.forEach(function (each) { chosen[each.name] = names ? names.indexOf(each.name) >= 0 : each.on === true; });
        return { chosen: chosen, open: names !== null };
      }

      function banner(given, host) {
        var draft = drafts[host] || (drafts[host] = draftOf(given, consents()[host]));
        function end(names) {
          consents()[host] = names.join(", ");
          delete drafts[host];
          next = "consent";
          Simulator.say("Votre choix est enregistré.");
        }
        var all = given.purposes.map(function (each) { return each.name; });
        var box = make("section.banner", { "aria-label": "Cookies" }, [
          make("h2", { tabindex: "-1", "data-key": "banner" }, given.title || "Vos cookies"),
          make("p", {}, given.text)
        ]);
        if (!draft.open) {
          if (given.refuse) { box.prepend(make("p.corner", {}, button("cookies-none", given.refuse, function () { end([]); }, { class: "link" }))); }
          box.append(make("p.line", {}, [
            button("cookies-all", given.accept || "Tout accepter", function () { end(all); }, { class: "primary big" }),
            button("cookies-choose", given.choose || "Personnaliser", function () { draft.open = true; next = "banner"; })
          ]));
          return box;
        }
        box.append(make("ul.switches", {}, [make("li", {}, [make("span.grow", {}, "Nécessaires au site"), "toujours actifs"])].concat(given.purposes.map(function (each) {
          var on = draft.chosen[each.name];
          return make("li", {}, [
            make("span.grow", {}, [make("strong", {}, each.name), each.text ? make("span.small", {}, each.text) : ""]),
            button("purpose-" + each.name, on ? "Activé" : "Désactivé", function () { draft.chosen[each.name] = !draft.chosen[each.name]; }, { role: "switch", "aria-checked": String(on), "aria-label": each.name, class: "switch" })
          ]);
        }))));
        box.append(make("p.line", {}, [
          button("cookies-all", given.acceptAll || "Tout accepter et continuer", function () { end(all); }, { class: "primary big" }),
          button("cookies-save", given.save || "Enregistrer mes choix", function () { end(all.filter(function (name) { return draft.chosen[name]; })); }),
          button("cookies-back", "Retour", function () {
            if (consents()[host] !== undefined) { delete drafts[host]; next = "consent"; } else { draft.open = false; next = "banner"; }
          })
        ]));
        return box;
      }

      refresh();

      return {
        facts: function () {
          var now = bookmarks.map(nameOfBookmark);
          var addresses = visits.map(function (each) { return each.address; });
          return {
            window: inSecret ? "fenêtre privée" : "fenêtre normale",
            shown: canonical(tab().address).slice(0, LONGEST),
            tabs: fact(windows.normal.tabs.map(function (each) { return canonical(each.address); }).filter(Boolean).sort()),
            private: fact(windows.secret ? windows.secret.tabs.map(function (each) { return canonical(each.address); }).filter(Boolean).sort() : []),
            "favourites-new": fact(sorted(now.filter(function (each) { return firstBookmarks.indexOf(each) < 0; }))),
            "favourites-gone": fact(sorted(firstBookmarks.filter(function (each) { return now.indexOf(each) < 0; }))),
            "history-new": fact(sorted(addresses.filter(function (each) { return firstVisits.indexOf(each) < 0; }))),
            "history-gone": fact(sorted(firstVisits.filter(function (each) { return addresses.indexOf(each) < 0; }))),
            "stored-gone": fact(sorted(firstStored.filter(function (each) { return stored.indexOf(each) < 0; }))),
            cookies: fact(Object.keys(normalConsents).sort().map(function (host) { return host + " : " + (normalConsents[host] || "refusés"); })),
            downloads: fact(downloads.slice().sort())
          };
        }
      };
    }
  });
})();
