// The settings of a phone: quick settings, a list of screens, one screen for each application. README.md says what a
// setup may hold and which facts are told.
(function () {
  "use strict";

  var make = Simulator.make;
  var SWITCH = "switch";

  // Every plain setting: where it stands, how it is called, what it can be. A setup gives other first values by id.
  var SETTINGS = [
    { id: "wifi", screen: "wifi", label: "Wi-Fi", of: SWITCH, at: "activé" },
    { id: "airplane", screen: "mobile", label: "Mode avion", of: SWITCH, at: "désactivé", help: "Coupe les appels et toutes les liaisons sans fil." },
    { id: "data", screen: "mobile", label: "Données mobiles", of: SWITCH, at: "activé" },
    { id: "roaming", screen: "mobile", label: "Données à l'étranger", of: SWITCH, at: "désactivé", help: "Hors des pays compris dans le forfait, elles peuvent être facturées." },
    { id: "saving", screen: "mobile", label: "Économiseur de données", of: SWITCH, at: "désactivé", help: "Empêche presque toutes les applications d'utiliser les données mobiles en arrière-plan." },
    { id: "bluetooth", screen: "bluetooth", label: "Bluetooth", of: SWITCH, at: "activé" },
    { id: "visible", screen: "bluetooth", label: "Téléphone visible par les appareils proches", of: SWITCH, at: "désactivé" },
    { id: "dnd", screen: "notifications", label: "Ne pas déranger", of: SWITCH, at: "désactivé", help: "Les appels et les alertes arrivent sans bruit." },
    { id: "dnd-calls", screen: "notifications", label: "Exception : appels des favoris", of: SWITCH, at: "activé" },
    { id: "dnd-alarms", screen: "notifications", label: "Exception : réveils", of: SWITCH, at: "activé" },
    { id: "dots", screen: "notifications", label: "Pastilles sur les icônes", of: SWITCH, at: "activé" },
    { id: "ring", screen: "sound", label: "Sonnerie", of: ["normale", "vibreur", "silencieux"], at: "normale" },
    { id: "ring-volume", screen: "sound", label: "Volume de la sonnerie", of: ["muet", "faible", "moyen", "fort"], at: "moyen" },
    { id: "media-volume", screen: "sound", label: "Volume des vidéos et de la musique", of: ["muet", "faible", "moyen", "fort"], at: "moyen" },
    { id: "alarm-volume", screen: "sound", label: "Volume du réveil", of: ["muet", "faible", "moyen", "fort"], at: "fort" },
    { id: "brightness", screen: "display", label: "Luminosité", of: ["très faible", "faible", "moyenne", "forte"], at: "moyenne" },
    { id: "auto-brightness", screen: "display", label: "Luminosité automatique", of: SWITCH, at: "activé" },
    { id: "rotate", screen: "display", label: "Rotation automatique", of: SWITCH, at: "activé", help: "L'image suit le sens du téléphone." },
    { id: "dark", screen: "display", label: "Mode sombre", of: SWITCH, at: "désactivé" },
    { id: "sleep", screen: "display", label: "Mise en veille de l'écran", of: ["15 secondes", "30 secondes", "1 minute", "5 minutes", "30 minutes"], at: "1 minute", help: "L'écran s'éteint ; le verrouillage se règle ailleurs." },
    { id: "lock", screen: "lock", label: "Déverrouillage de l'écran", of: ["aucun", "balayage", "schéma", "code à 4 chiffres", "code à 6 chiffres", "mot de passe"], at: "code à 4 chiffres", help: "Le balayage ne demande aucun secret." },
    { id: "finger", screen: "lock", label: "Empreinte digitale", of: SWITCH, at: "désactivé" },
    { id: "lock-after", screen: "lock", label: "Verrouillage après la mise en veille", of: ["tout de suite", "après 1 minute", "après 10 minutes", "après 1 heure", "jamais"], at: "après 1 minute" },
    { id: "lock-content", screen: "lock", label: "Notifications sur l'écran verrouillé", of: ["tout le contenu", "sans le contenu", "aucune"], at: "tout le contenu" },
    { id: "lock-quick", screen: "lock", label: "Réglages rapides sans déverrouiller", of: SWITCH, at: "désactivé" },
    { id: "find", screen: "lock", label: "Localiser mon téléphone en cas de perte", of: SWITCH, at: "activé" },
    { id: "location", screen: "privacy", label: "Position", of: SWITCH, at: "activé", help: "Désactivée, aucune application ne connaît la position." },
    { id: "ad-id", screen: "privacy", label: "Identifiant publicitaire", of: SWITCH, at: "activé" },
    { id: "diagnostics", screen: "privacy", label: "Envoyer des statistiques d'utilisation", of: SWITCH, at: "activé" },
    { id: "saver", screen: "battery", label: "Économiseur de batterie", of: SWITCH, at: "désactivé", help: "Ralentit le téléphone et retarde les alertes." },
    { id: "percent", screen: "battery", label: "Afficher le pourcentage", of: SWITCH, at: "activé" },
    { id: "backup", screen: "backup", label: "Sauvegarde automatique", of: SWITCH, at: "désactivé" },
    { id: "backup-by", screen: "backup", label: "Sauvegarder par", of: ["Wi-Fi seulement", "Wi-Fi ou données mobiles"], at: "Wi-Fi ou données mobiles" },
    { id: "auto-update", screen: "update", label: "Mises à jour automatiques du système", of: SWITCH, at: "désactivé" },
    { id: "app-update", screen: "update", label: "Mises à jour des applications", of: ["jamais", "par Wi-Fi seulement", "par tout réseau"], at: "par Wi-Fi seulement" },
    { id: "text", screen: "access", label: "Taille du texte", of: ["petite", "normale", "grande", "très grande"], at: "normale" },
    { id: "contrast", screen: "access", label: "Texte à contraste élevé", of: SWITCH, at: "désactivé" },
    { id: "zoom", screen: "access", label: "Loupe d'écran", of: SWITCH, at: "désactivé", help: "Trois appuis agrandissent une partie de l'écran." },
    { id: "reader", screen: "access", label: "Lecteur d'écran", of: SWITCH, at: "désactivé", help: "Énonce à voix haute ce que l'on touche." },
    { id: "captions", screen: "access", label: "Sous-titres", of: SWITCH, at: "désactivé" },
    { id: "mono", screen: "access", label: "Son mono", of: SWITCH, at: "désactivé", help: "Le même son dans les deux oreilles." },
    { id: "flash", screen: "access", label: "Lumière clignotante à la sonnerie", of: SWITCH, at: "désactivé" },
    { id: "hold", screen: "access", label: "Durée d'appui long", of: ["courte", "moyenne", "longue"], at: "courte" },
    { id: "repeat", screen: "access", label: "Ignorer les touchers répétés", of: SWITCH, at: "désactivé", help: "Utile quand les doigts tremblent." },
    { id: "invert", screen: "access", label: "Inversion des couleurs", of: SWITCH, at: "désactivé" }
  ];

  var SCREENS = [
    { id: "wifi", name: "Wi-Fi" },
    { id: "mobile", name: "Réseau mobile" },
    { id: "bluetooth", name: "Bluetooth" },
    { id: "notifications", name: "Notifications" },
    { id: "sound", name: "Son" },
    { id: "display", name: "Affichage" },
    { id: "lock", name: "Écran verrouillé et sécurité" },
    { id: "privacy", name: "Confidentialité et autorisations" },
    { id: "apps", name: "Applications" },
    { id: "storage", name: "Stockage" },
    { id: "battery", name: "Batterie" },
    { id: "backup", name: "Sauvegarde" },
    { id: "update", name: "Mises à jour" },
    { id: "access", name: "Accessibilité" }
  ];

  var QUICK = ["wifi", "data", "airplane", "bluetooth", "dnd", "rotate", "location", "saver"];
  var PLACE = ["toujours", "quand l'application est ouverte", "demander à chaque fois", "jamais"];
  var OTHER = ["autorisé", "demander à chaque fois", "refusé"];
  var PERMISSIONS = [["position", "Position", PLACE], ["micro", "Micro", OTHER], ["camera", "Appareil photo", OTHER], ["contacts", "Contacts", OTHER], ["photos", "Photos", OTHER], ["calendar", "Agenda", OTHER]];
  var MODES = ["sans restriction", "optimisée", "restreinte"];

  function capital(text) { return text.charAt(0).toUpperCase() + text.slice(1); }
  function fact(texts) { return texts.slice().sort().join("|"); }
  function plain(text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }

  function size(megabytes) {
    if (megabytes >= 1000) { return String(Math.round(megabytes / 100) / 10).replace(".", ",") + " Go"; }
    return String(megabytes).replace(".", ",") + " Mo";
  }

  var spaced = Simulator.spaced;

  Simulator.define({
    start: function (root, setup) {
      var settings = {};
      SETTINGS.forEach(function (each) { settings[each.id] = (setup.settings || {})[each.id] || each.at; });
      var firstSettings = Object.assign({}, settings);
      var apps = (setup.apps || []).map(function (each) {
        var app = Object.assign({ size: 50, data: 0, cache: 0, mode: "optimisée", mobile: true, notifications: true, gone: false }, each);
        app.permissions = Object.assign({}, each.permissions);
        app.categories = Object.assign({}, each.categories);
        return app;
      });
      var firstApps = JSON.parse(JSON.stringify(apps));
      var networks = (setup.networks || []).map(function (each) { return Object.assign({}, each); });
      var devices = (setup.devices || []).map(function (each) { return Object.assign({}, each); });
      var connected = setup.connected || "";
      var firstConnected = connected;
      var firstSaved = networks.filter(function (each) { return each.saved; }).map(function (each) { return each.name; });
      var files = ((setup.storage || {}).files || []).map(function (each) { return Object.assign({}, each); });
      var backup = setup.backup || {};
      var contents = (backup.contents || []).map(function (each) { return Object.assign({}, each); });
      var firstContents = contents.map(function (each) { return each.on === true; });
      var saved = "";
      var installed = false;
      var way = [];
      var quick = setup.quick === true;
      var search = "";
      var asking = null;
      var next = null;
      var order = "name";

      (setup.open ? [setup.open] : []).forEach(function (screen) { way.push({ screen: screen }); });

      function here() { return way[way.length - 1] || { screen: "home" }; }
      function definition(id) { return SETTINGS.filter(function (each) { return each.id === id; })[0]; }
      function present() { return apps.filter(function (each) { return !each.gone; }); }
      function room(app) { return app.size + app.data + app.cache; }

      function used() {
        var total = (setup.storage || {}).system || 12000;
        present().forEach(function (app) { total += room(app); });
        files.forEach(function (file) { if (!file.gone) { total += file.size; } });
        return total;
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
          if (!again || again.disabled) { again = root.querySelector('[data-key="title"]'); }
          again.focus({ preventScroll: true });
          if (caret !== null && again.setSelectionRange) { again.setSelectionRange(caret, caret); }
        }
        Simulator.changed();
      }

      function button(key, label, work, more) {
        return make("button", Object.assign({ type: "button", "data-key": key, click: function () { work(); refresh(); } }, more || {}), label);
      }

      function go(screen, app) {
        way.push({ screen: screen, app: app, from: null });
        quick = false;
        asking = null;
        next = "title";
      }

      function view() {
        var place = here();
        var title = place.screen === "home" ? "Paramètres" : place.screen === "app" ? place.app.name : SCREENS.filter(function (each) { return each.id === place.screen; })[0].name;
        var body = place.screen === "home" ? home() : place.screen === "app" ? appScreen(place.app) : screen(place.screen);
        return make("main.phone", {}, [
          make("div.status", {}, [
            make("span", {}, setup.time || "9:41"),
            make("span.signs", {}, signs()),
            button("quick", "Réglages rapides", function () { quick = !quick; }, { "aria-expanded": String(quick), class: "quick" })]),
          quick ? quickPanel() : "",
          make("div.bar", {}, [
            way.length ? button("back", "←", function () {
              var left = way.pop();
              asking = null;
              next = left.screen === "app" ? "app-" + left.app.name : "go-" + left.screen;
            }, { "aria-label": "Retour", title: "Retour", class: "back" }) : "",
            make("h1", { tabindex: "-1", "data-key": "title" }, title)]),
          make("div.screen", {}, body)]);
      }

      function signs() {
        var list = [];
        if (settings.airplane === "activé") { list.push("Avion"); } else {
          if (settings.wifi === "activé" && connected) { list.push("Wi-Fi"); }
          list.push(settings.data === "activé" ? "4G" : "Appels seuls");
        }
        if (settings.dnd === "activé") { list.push("Ne pas déranger"); }
        if (settings.ring !== "normale") { list.push(capital(settings.ring)); }
        if (settings.percent === "activé") { list.push((setup.battery || 64) + " %"); }
        return list.join(" · ");
      }

      function quickPanel() {
        return make("section.tiles", { "aria-label": "Réglages rapides" }, QUICK.map(function (id) {
          var each = definition(id);
          var on = settings[id] === "activé";
          return button("tile-" + id, [make("span.name", {}, each.label), make("span.state", {}, on ? "activé" : "désactivé")], function () { flip(id); },
            { role: "switch", "aria-checked": String(on), "aria-label": each.label, class: "tile" });
        }));
      }

      function flip(id) {
        settings[id] = settings[id] === "activé" ? "désactivé" : "activé";
        if (id === "wifi" && settings.wifi === "désactivé") { connected = ""; }
        if (id === "wifi" && settings.wifi === "activé" && networks.some(function (each) { return each.name === firstConnected && each.saved; })) { connected = firstConnected; }
      }

      function home() {
        var field = make("input", { type: "search", id: "search", "data-key": "search", value: search, autocomplete: "off", input: function () { search = field.value; refresh(); } });
        var words = plain(search).split(/\s+/).filter(Boolean);
        var found = words.length ? SETTINGS.filter(function (each) {
          var text = plain(each.label + " " + (each.help || ""));
          return words.every(function (word) { return text.indexOf(word) >= 0; });
        }) : [];
        var parts = [make("p.search", {}, [make("label", { for: "search" }, "Chercher un réglage"), field])];
        if (words.length) {
          var screens = SCREENS.filter(function (each) { return words.every(function (word) { return plain(each.name).indexOf(word) >= 0; }); });
          parts.push(found.length || screens.length ? make("ul.rows", {}, screens.map(function (each) {
            return make("li", {}, button("go-" + each.id, [make("span.name", {}, each.name), make("span.small", {}, summary(each.id))], function () { go(each.id); }, { class: "row" }));
          }).concat(found.map(function (each) {
            return make("li", {}, button("found-" + each.id, [make("span.name", {}, each.label), make("span.small", {}, SCREENS.filter(function (screen) { return screen.id === each.screen; })[0].name)], function () { go(each.screen); next = "set-" + each.id; }, { class: "row" }));
          }))) : make("p", {}, "Aucun réglage ne correspond."));
          return parts;
        }
        parts.push(make("ul.rows", {}, SCREENS.map(function (each) {
          return make("li", {}, button("go-" + each.id, [make("span.name", {}, each.name), make("span.small", {}, summary(each.id))], function () { go(each.id); }, { class: "row" }));
        })));
        return parts;
      }

      function summary(id) {
        if (id === "wifi") { return settings.wifi === "activé" ? connected || "non connecté" : "désactivé"; }
        if (id === "mobile") { return settings.airplane === "activé" ? "mode avion" : "données mobiles : " + settings.data; }
        if (id === "bluetooth") { return settings.bluetooth; }
        if (id === "notifications") { return "ne pas déranger : " + settings.dnd; }
        if (id === "sound") { return "sonnerie : " + settings.ring; }
        if (id === "display") { return "luminosité, rotation, mise en veille"; }
        if (id === "lock") { return "déverrouillage : " + settings.lock; }
        if (id === "privacy") { return "position, micro, contacts…"; }
        if (id === "apps") { return present().length + " applications"; }
        if (id === "storage") { return size(used()) + " occupés sur " + size((setup.storage || {}).total || 64000); }
        if (id === "battery") { return (setup.battery || 64) + " %"; }
        if (id === "backup") { return backup.last ? "dernière : " + (saved ? "à l'instant" : backup.last) : saved ? "dernière : à l'instant" : "jamais faite"; }
        if (id === "update") { return setup.update && !installed ? "une mise à jour est disponible" : "le système est à jour"; }
        return "texte, contraste, sous-titres…";
      }

      function line(id) {
        var each = definition(id);
        var key = "set-" + id;
        var text = make("span.grow", {}, [make("span.name", {}, each.label), each.help ? make("span.small", {}, each.help) : ""]);
        if (each.of === SWITCH) {
          return make("li", {}, [text, switchOf(key, each.label, settings[id] === "activé", function () { flip(id); })]);
        }
        return make("li", {}, [text, choice(key, each.label, each.of, settings[id], function (value) { settings[id] = value; })]);
      }

      function switchOf(key, label, on, work) {
        return button(key, on ? "Activé" : "Désactivé", work, { role: "switch", "aria-checked": String(on), "aria-label": label, class: "switch" });
      }

      function choice(key, label, options, value, work) {
        var select = make("select", { "data-key": key, "aria-label": label, change: function () { work(select.value); refresh(); } }, options.map(function (each) {
          return make("option", { value: each, selected: each === value }, capital(each));
        }));
        return select;
      }

      function screen(id) {
        var parts = [make("ul.rows", {}, SETTINGS.filter(function (each) { return each.screen === id; }).map(function (each) { return line(each.id); }))];
        return parts.concat(more[id] ? more[id]() : []);
      }

      function appRow(app, small, value) {
        return make("li", {}, button("app-" + app.name, [make("span.grow", {}, [make("span.name", {}, app.name), small ? make("span.small", {}, small) : ""]), value ? make("span.value", {}, value) : ""], function () { go("app", app); }, { class: "row" }));
      }

      var more = {
        wifi: function () {
          if (settings.airplane === "activé") { return [make("p.note", {}, "Le mode avion coupe le Wi-Fi.")]; }
          if (settings.wifi !== "activé") { return [make("p.note", {}, "Activez le Wi-Fi pour voir les réseaux proches.")]; }
          return [make("h2", {}, "Réseaux proches"), make("ul.rows", {}, networks.map(function (each) {
            var is = connected === each.name;
            var key = "net-" + each.name;
            var words = [each.lock ? "protégé (" + each.lock + ")" : "ouvert, sans protection", "signal " + (each.signal || "moyen")];
            if (is) { words.unshift("connecté"); } else if (each.saved) { words.push("enregistré"); }
            return make("li", {}, [
              make("span.grow", {}, [make("span.name", {}, each.name), make("span.small", {}, words.join(" · "))]),
              is ? button(key, "Se déconnecter", function () { connected = ""; }, { "aria-label": "Se déconnecter de " + each.name })
                : button(key, "Se connecter", function () { join(each); }, { "aria-label": "Se connecter à " + each.name }),
              each.saved ? button(key + "-forget", "Oublier", function () { each.saved = false; if (is) { connected = ""; } Simulator.say("Réseau oublié."); next = key; }, { "aria-label": "Oublier le réseau " + each.name }) : ""
            ].concat(asking && asking.network === each ? [password(each)] : []));
          }))];
        },

        mobile: function () {
          var list = present().slice().sort(function (one, other) { return (other.used || 0) - (one.used || 0); });
          return [make("h2", {}, "Données mobiles ce mois-ci"),
            setup.plan ? make("p.small", {}, "Forfait : " + setup.plan + ". Utilisé : " + size(list.reduce(function (sum, each) { return sum + (each.used || 0); }, 0)) + ".") : "",
            make("ul.rows", {}, list.map(function (app) {
              return make("li", {}, [make("span.grow", {}, [make("span.name", {}, app.name), make("span.small", {}, size(app.used || 0))]),
                switchOf("mobile-" + app.name, "Données mobiles pour " + app.name, app.mobile, function () { app.mobile = !app.mobile; })]);
            }))];
        },

        bluetooth: function () {
          return devices.length ? [make("h2", {}, "Appareils associés"), make("ul.rows", {}, devices.filter(function (each) { return !each.gone; }).map(function (each) {
            return make("li", {}, [make("span.grow", {}, [make("span.name", {}, each.name), make("span.small", {}, each.note || "")]),
              button("device-" + each.name, "Oublier", function () { each.gone = true; Simulator.say("Appareil oublié."); }, { "aria-label": "Oublier l'appareil " + each.name })]);
          }))] : [];
        },

        notifications: function () {
          return [make("h2", {}, "Par application"), make("ul.rows", {}, present().map(function (app) {
            return appRow(app, app.sent === undefined ? "" : app.sent + " par jour en moyenne", app.notifications ? "autorisées" : "bloquées");
          }))];
        },

        privacy: function () {
          return [].concat.apply([], PERMISSIONS.map(function (kind) {
            var list = present().filter(function (app) { return app.permissions[kind[0]]; });
            return list.length ? [make("h2", {}, kind[1]), make("ul.rows", {}, list.map(function (app) { return permission(app, kind, true); }))] : [];
          }));
        },

        apps: function () {
          var gone = apps.filter(function (each) { return each.gone; });
          return [make("ul.rows", {}, present().map(function (app) { return appRow(app, app.kind || ""); }))].concat(gone.length ? [make("h2", {}, "Désinstallées"), make("ul.rows", {}, gone.map(function (app) {
            return make("li", {}, [make("span.grow", {}, app.name), button("install-" + app.name, "Réinstaller", function () { app.gone = false; }, { "aria-label": "Réinstaller " + app.name })]);
          }))] : []);
        },

        storage: function () {
          var total = (setup.storage || {}).total || 64000;
          var list = present().slice().sort(order === "name" ? function () { return 0; } : function (one, other) { return room(other) - room(one); });
          return [
            make("p", {}, size(used()) + " occupés sur " + size(total) + ", " + size(Math.max(0, total - used())) + " libres"),
            make("meter.gauge", { min: "0", max: String(total), value: String(used()), "aria-label": "Place occupée" }),
            files.length ? make("h2", {}, "Fichiers") : "",
            make("ul.rows", {}, files.map(function (each) {
              return make("li", {}, [make("span.grow", {}, [make("span.name", {}, each.name), make("span.small", {}, each.gone ? "supprimé" : size(each.size) + (each.note ? " · " + each.note : ""))]),
                button("file-" + each.name, each.gone ? "Annuler" : "Supprimer", function () { each.gone = !each.gone; }, { "aria-label": (each.gone ? "Annuler la suppression : " : "Supprimer : ") + each.name })]);
            })),
            make("h2", {}, "Applications"),
            button("order", order === "name" ? "Trier par taille" : "Trier par nom", function () { order = order === "name" ? "size" : "name"; }),
            make("ul.rows", {}, list.map(function (app) { return appRow(app, "ouverte " + (app.last || "aujourd'hui"), size(room(app))); }))];
        },

        battery: function () {
          var list = present().filter(function (each) { return each.battery; }).sort(function (one, other) { return other.battery - one.battery; });
          return list.length ? [make("h2", {}, "Consommation depuis hier"), make("ul.rows", {}, list.map(function (app) { return appRow(app, "activité en arrière-plan : " + app.mode, app.battery + " %"); }))] : [];
        },

        backup: function () {
          if (!contents.length) { return []; }
          var chosen = contents.filter(function (each) { return each.on === true; }).reduce(function (sum, each) { return sum + each.size; }, 0);
          var fits = chosen <= backup.free;
          return [
            make("p", {}, "Place libre chez " + (backup.account || "l'hébergeur") + " : " + size(backup.free) + "."),
            make("h2", {}, "Que sauvegarder ?"),
            make("ul.rows", {}, contents.map(function (each) {
              return make("li", {}, [make("span.grow", {}, [make("span.name", {}, each.name), make("span.small", {}, size(each.size) + (each.note ? " · " + each.note : ""))]),
                switchOf("keep-" + each.name, "Sauvegarder : " + each.name, each.on === true, function () { each.on = each.on !== true; })]);
            })),
            make("p" + (fits ? "" : ".note.warn"), {}, "Choisi : " + size(chosen) + (fits ? "." : ". La place manque : la sauvegarde échouera.")),
            button("backup-now", "Sauvegarder maintenant", function () {
              if (!fits) { Simulator.say("Échec : la place manque."); return; }
              saved = "faite";
              Simulator.say("Sauvegarde faite.");
            })];
        },

        update: function () {
          if (!setup.update) { return [make("p", {}, "Le système est à jour.")]; }
          return [make("p", {}, installed ? "Le système est à jour." : setup.update.text),
            installed ? "" : button("install", "Installer", function () { installed = true; Simulator.say("Mise à jour installée."); }, { class: "primary" })];
        }
      };

      function join(network) {
        if (network.lock && !network.saved) { asking = { network: network }; next = "password"; return; }
        connected = network.name;
        asking = null;
        Simulator.say("Connecté à " + network.name + ".");
      }

      function password(network) {
        var field = make("input", { type: "text", id: "password", "data-key": "password", autocomplete: "off", spellcheck: "false", autocapitalize: "none", keydown: function (event) {
          if (event.key === "Enter") { event.preventDefault(); done(); refresh(); }
        } });
        function done() {
          if (field.value !== network.password) { next = "password"; Simulator.say("Mot de passe refusé."); return; }
          network.saved = true;
          connected = network.name;
          asking = null;
          next = "net-" + network.name;
          Simulator.say("Connecté à " + network.name + ".");
        }
        return make("div.ask", {}, [make("label", { for: "password" }, "Mot de passe du réseau"), field,
          button("join", "Valider", done, { class: "primary" }), button("join-no", "Annuler", function () { asking = null; next = "net-" + network.name; })]);
      }

      function permission(app, kind, named) {
        var label = named ? kind[1] + " pour " + app.name : kind[1];
        return make("li", {}, [make("span.grow", {}, named ? app.name : kind[1]),
          choice("permission-" + kind[0] + "-" + app.name, label, kind[2], app.permissions[kind[0]], function (value) { app.permissions[kind[0]] = value; })]);
      }

      function appScreen(app) {
        if (app.gone) { return [make("p", {}, app.name + " est désinstallée."), button("reinstall", "Réinstaller", function () { app.gone = false; })]; }
        var kinds = PERMISSIONS.filter(function (kind) { return app.permissions[kind[0]]; });
        var names = Object.keys(app.categories);
        return [
          app.kind ? make("p.small", {}, app.kind) : "",
          make("h2", {}, "Notifications"),
          make("ul.rows", {}, [make("li", {}, [make("span.grow", {}, "Autoriser les notifications"), switchOf("notify", "Autoriser les notifications", app.notifications, function () { app.notifications = !app.notifications; })])]
            .concat(app.notifications ? names.map(function (each) {
              return make("li", {}, [make("span.grow.inner", {}, each), switchOf("category-" + each, "Notifications : " + each, app.categories[each], function () { app.categories[each] = !app.categories[each]; })]);
            }) : [])),
          kinds.length ? make("h2", {}, "Autorisations") : "",
          kinds.length ? make("ul.rows", {}, kinds.map(function (kind) { return permission(app, kind, false); })) : "",
          make("h2", {}, "Batterie et données"),
          make("ul.rows", {}, [
            make("li", {}, [make("span.grow", {}, [make("span.name", {}, "Activité en arrière-plan"), make("span.small", {}, "Restreinte, l'application dort dès qu'on la quitte.")]), choice("mode", "Activité en arrière-plan", MODES, app.mode, function (value) { app.mode = value; })]),
            make("li", {}, [make("span.grow", {}, [make("span.name", {}, "Données mobiles"), make("span.small", {}, size(app.used || 0) + " ce mois-ci")]), switchOf("mobile", "Données mobiles", app.mobile, function () { app.mobile = !app.mobile; })])]),
          make("h2", {}, "Stockage"),
          make("dl", {}, [
            make("dt", {}, "Application"), make("dd", {}, size(app.size)),
            make("dt", {}, "Données"), make("dd", {}, size(app.data)),
            make("dt", {}, "Cache"), make("dd", {}, size(app.cache)),
            make("dt", {}, "Dernière ouverture"), make("dd", {}, app.last || "aujourd'hui")]),
          make("div.tools", {}, [
            button("cache", "Vider le cache", function () { app.cache = 0; Simulator.say("Cache vidé."); }, { disabled: !app.cache }),
            app.system ? "" : button("uninstall", "Désinstaller", function () { asking = { app: app }; next = "uninstall-yes"; })]),
          asking && asking.app === app ? make("div.ask", { role: "group", "aria-label": "Désinstaller " + app.name }, [
            make("p", {}, "Désinstaller " + app.name + " et supprimer ses données ?"),
            button("uninstall-yes", "Oui, désinstaller", function () { app.gone = true; asking = null; next = "reinstall"; Simulator.say(app.name + " est désinstallée."); }, { class: "primary" }),
            button("uninstall-no", "Annuler", function () { asking = null; next = "uninstall"; })]) : ""];
      }

      // ---- facts

      function appChanges(app, at) {
        var first = firstApps[at];
        if (app.gone) { return []; }
        var lines = [];
        PERMISSIONS.forEach(function (kind) {
          if (app.permissions[kind[0]] !== first.permissions[kind[0]]) { lines.push(app.name + " : " + kind[1].toLowerCase() + " : " + app.permissions[kind[0]]); }
        });
        if (app.notifications !== first.notifications) { lines.push(app.name + " : notifications : " + (app.notifications ? "autorisées" : "bloquées")); }
        Object.keys(app.categories).forEach(function (each) {
          if (app.categories[each] !== first.categories[each]) { lines.push(app.name + " : notifications « " + each + " » : " + (app.categories[each] ? "activées" : "désactivées")); }
        });
        if (app.mode !== first.mode) { lines.push(app.name + " : arrière-plan : " + app.mode); }
        if (app.mobile !== first.mobile) { lines.push(app.name + " : données mobiles : " + (app.mobile ? "activées" : "désactivées")); }
        if (app.cache !== first.cache) { lines.push(app.name + " : cache vidé"); }
        return lines;
      }

      refresh();

      return {
        facts: function () {
          var nowSaved = networks.filter(function (each) { return each.saved; }).map(function (each) { return each.name; });
          return {
            settings: fact(SETTINGS.filter(function (each) { return settings[each.id] !== firstSettings[each.id]; }).map(function (each) { return each.label + " : " + settings[each.id]; })),
            apps: fact([].concat.apply([], apps.map(appChanges))),
            removed: fact(apps.filter(function (each) { return each.gone; }).map(function (each) { return each.name; })),
            files: fact(files.filter(function (each) { return each.gone; }).map(function (each) { return each.name; })),
            wifi: settings.wifi === "activé" && settings.airplane !== "activé" ? connected : "",
            forgotten: fact(firstSaved.filter(function (each) { return nowSaved.indexOf(each) < 0; }).concat(devices.filter(function (each) { return each.gone; }).map(function (each) { return each.name; }))),
            backup: fact(contents.filter(function (each) { return each.on === true; }).map(function (each) { return each.name; })),
            "backup-now": saved,
            update: installed ? "installée" : ""
          };
        }
      };
    }
  });
})();
