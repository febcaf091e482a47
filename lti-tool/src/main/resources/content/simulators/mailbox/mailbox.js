// A mailbox: folders, a list, reading, writing, moving, reporting, searching and rules.
(function () {
  "use strict";

  var make = Simulator.make;
  var INBOX = "Boîte de réception", DRAFTS = "Brouillons", SENT = "Envoyés", JUNK = "Indésirables", BIN = "Corbeille";
  var ADDRESS = /^[^\s@<>"(),;]+@[^\s@<>"(),;]+\.[a-z]{2,}$/i;
  var WHERE = [["from", "De"], ["to", "À ou Cc"], ["subject", "Objet"], ["text", "Texte"]];

  // "Karim Haddad <karim@club.example>", or an address alone.
  function person(text) {
    var match = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(text);
    return match ? { name: match[1], address: match[2].trim() } : { name: "", address: text.trim() };
  }

  function named(text) {
    var who = person(text);
    return who.name || who.address;
  }

  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  function sorted(texts) {
    return texts.slice().sort(function (a, b) { return a < b ? -1 : a > b ? 1 : 0; });
  }

  function several(count, one, many) {
    return count + " " + (count > 1 ? many : one);
  }

  Simulator.define({ start: function (root, setup) {
    var owner = person(setup.owner || "Moi <moi@exemple.example>");
    var contacts = setup.contacts || [];
    var groups = setup.groups || [];
    var first = {};
    var past = [];
    var state = {
      view: "list", folder: INBOX, open: null, chosen: [], search: "", query: "", onlyFiles: false,
      folders: (setup.folders || []).slice(), rules: [], rule: null, draft: null, last: null, sent: 0, next: 1,
      messages: [], arrived: !(setup.incoming && setup.incoming.length), problem: null, confirm: null
    };

    function received(each, folder) {
      var message = {
        id: each.id, folder: each.folder || folder, from: each.from || owner.name + " <" + owner.address + ">",
        to: each.to || [owner.name + " <" + owner.address + ">"], cc: each.cc || [], bcc: [], subject: each.subject,
        date: each.date || "", text: each.text || "", files: each.attachments || [], unread: each.unread === true,
        given: true, byRule: false
      };
      first[each.id] = message.folder;
      return message;
    }
    state.messages = (setup.messages || []).map(function (each) { return received(each, INBOX); });

    // ---- what holds

    function in_(folder) { return state.messages.filter(function (each) { return each.folder === folder; }); }

    function subjects(messages) {
      return sorted(messages.map(function (each) { return each.subject; })).join("|");
    }

    function facts() {
      var given = state.messages.filter(function (each) { return each.given; });
      var last = state.last || { to: [], cc: [], bcc: [], files: [] };
      var told = {
        sent: String(state.sent),
        kind: last.kind, original: last.original, to: sorted(last.to).join("|"), cc: sorted(last.cc).join("|"),
        bcc: sorted(last.bcc).join("|"), subject: last.subject, body: last.text,
        attachments: sorted(last.files).join("|"),
        drafts: String(in_(DRAFTS).filter(function (each) { return !each.given; }).length),
        moved: subjects(given.filter(function (each) { return each.folder !== first[each.id] && !each.byRule; })),
        filed: subjects(given.filter(function (each) { return each.byRule; })),
        junk: subjects(in_(JUNK).filter(function (each) { return first[each.id] !== JUNK; })),
        trash: subjects(in_(BIN).filter(function (each) { return each.given && first[each.id] !== BIN; })),
        unread: subjects(given.filter(function (each) { return each.unread; })),
        open: state.view === "message" ? opened().subject : "",
        folders: sorted(state.folders.filter(function (each) { return (setup.folders || []).indexOf(each) < 0; })).join("|")
      };
      (setup.messages || []).concat(setup.incoming || []).forEach(function (each) {
        var now = state.messages.filter(function (one) { return one.id === each.id; })[0];
        told["where." + each.id] = now ? now.folder : "";
      });
      return told;
    }

    function opened() {
      return state.messages.filter(function (each) { return each.id === state.open; })[0];
    }

    // ---- acts

    // Something that can be taken back.
    function act(sentence, doing) {
      past.push(JSON.stringify(state));
      state.problem = null;
      doing();
      draw();
      Simulator.say(sentence);
      Simulator.changed();
    }

    function undo() {
      state = JSON.parse(past.pop());
      draw(true);
      Simulator.say("La dernière action est annulée.");
      Simulator.changed();
    }

    function go(view, more) {
      state.view = view;
      state.problem = null;
      state.confirm = null;
      state.chosen = [];
      if (view === "list") { state.open = null; }
      Object.keys(more || {}).forEach(function (key) { state[key] = more[key]; });
      draw(true);
      Simulator.changed();
    }

    function move(ids, folder, sentence) {
      act(sentence, function () {
        state.messages.forEach(function (each) {
          if (ids.indexOf(each.id) >= 0) { each.folder = folder; each.byRule = false; }
        });
        state.chosen = [];
        if (state.view === "message") { state.view = "list"; state.open = null; }
      });
      heading();
    }

    function count(ids) { return several(ids.length, "message", "messages"); }

    function remove(ids) {
      var gone = state.messages.filter(function (each) { return ids.indexOf(each.id) >= 0 && each.folder === BIN; });
      if (gone.length === 0) { move(ids, BIN, count(ids) + " à la corbeille."); return; }
      act(count(ids) + " : suppression définitive.", function () {
        state.messages = state.messages.filter(function (each) { return ids.indexOf(each.id) < 0; });
        state.chosen = [];
        state.view = "list";
        state.open = null;
      });
      heading();
    }

    function mark(ids, unread) {
      act(count(ids) + (unread ? " : non lu." : " : lu."), function () {
        state.messages.forEach(function (each) { if (ids.indexOf(each.id) >= 0) { each.unread = unread; } });
        state.chosen = [];
        if (state.view === "message") { state.view = "list"; state.open = null; }
      });
      heading();
    }

    function open(message) {
      if (message.folder === DRAFTS && !message.given) {
        state.draft = JSON.parse(JSON.stringify(message.draft));
        state.draft.id = message.id;
        go("compose");
        return;
      }
      message.unread = false;
      go("message", { open: message.id });
    }

    // ---- writing

    function write(kind, original) {
      var prefix = kind === "transfert" ? "Tr : " : "Re : ";
      var draft = { kind: kind, original: original ? original.id : null, to: "", cc: "", bcc: "", subject: "", text: "",
        files: [], offered: (setup.files || []).slice() };
      if (original) {
        draft.subject = original.subject.indexOf(prefix) === 0 ? original.subject : prefix + original.subject;
        draft.quoted = original.id;
        if (kind === "transfert") {
          draft.files = original.files.map(fileName);
          draft.offered = original.files.concat(draft.offered);
        } else {
          var own = original.from.indexOf(owner.address) >= 0;
          var answerTo = own ? original.to : [original.from];
          draft.to = addresses(kind === "réponse à tous" ? answerTo.concat(own ? [] : original.to) : answerTo, []).join(", ");
          draft.cc = kind === "réponse à tous" ? addresses(original.cc, draft.to.split(", ")).join(", ") : "";
        }
      }
      state.draft = draft;
      go("compose");
    }

    // Addresses of people, each once, without the owner's and those named already.
    function addresses(people, already) {
      var found = [];
      people.forEach(function (each) {
        var address = person(each).address;
        if (address !== owner.address && found.indexOf(address) < 0 && already.indexOf(address) < 0) { found.push(address); }
      });
      return found;
    }

    function fileName(file) { return typeof file === "string" ? file : file.name; }

    // What was typed between commas or semicolons, as addresses; a contact's name stands for its address.
    function typed(text) {
      var found = [], strange = [];
      text.split(/[,;\n]+/).forEach(function (piece) {
        var bare = piece.trim();
        if (!bare) { return; }
        var contact = contacts.filter(function (each) { return plain(person(each).name) === plain(bare); })[0];
        var address = person(contact || bare).address.toLowerCase();
        if (!ADDRESS.test(address)) { strange.push(bare); }
        if (found.indexOf(address) < 0) { found.push(address); }
      });
      return { found: found, strange: strange };
    }

    function send() {
      var draft = state.draft;
      var to = typed(draft.to), cc = typed(draft.cc), bcc = typed(draft.bcc);
      var strange = to.strange.concat(cc.strange, bcc.strange);
      if (to.found.length + cc.found.length + bcc.found.length === 0) {
        return refuse("Indiquez au moins un destinataire.", "to");
      }
      if (strange.length) {
        return refuse("« " + strange[0] + " » n'est pas une adresse.",
          to.strange.length ? "to" : cc.strange.length ? "cc" : "bcc");
      }
      var original = state.messages.filter(function (each) { return each.id === draft.original; })[0];
      act("Message envoyé.", function () {
        state.last = { kind: draft.kind, original: original ? original.subject : "", to: to.found, cc: cc.found,
          bcc: bcc.found, subject: draft.subject.trim(), text: draft.text.trim(), files: draft.files.slice() };
        state.sent += 1;
        keep(SENT, draft, to.found, cc.found, bcc.found);
        state.draft = null;
        state.view = state.open && opened() ? "message" : "list";
      });
      heading();
    }

    function keep(folder, draft, to, cc, bcc) {
      state.messages = state.messages.filter(function (each) { return each.id !== draft.id; });
      state.messages.unshift({ id: "own-" + state.next++, folder: folder, from: owner.name + " <" + owner.address + ">",
        to: to, cc: cc, bcc: bcc, subject: draft.subject.trim() || "(sans objet)", date: "à l'instant", text: draft.text,
        files: draft.files.slice(), unread: false, given: false, byRule: false, draft: draft });
    }

    function saveDraft() {
      act("Message enregistré dans les brouillons. Il n'est pas parti.", function () {
        keep(DRAFTS, state.draft, typed(state.draft.to).found, typed(state.draft.cc).found, typed(state.draft.bcc).found);
        state.draft = null;
        state.view = state.open && opened() ? "message" : "list";
      });
      heading();
    }

    function discard() {
      act("Le message est abandonné. Il n'est pas parti.", function () {
        state.draft = null;
        state.view = state.open && opened() ? "message" : "list";
      });
      heading();
    }

    function refuse(sentence, key) {
      state.problem = { text: sentence, key: key };
      draw();
      focus(key);
    }

    // ---- rules and new mail

    function matches(rule, message) {
      var used = rule.conditions.filter(function (each) { return each.text.trim(); });
      var hold = used.map(function (each) {
        var value = each.where === "from" ? message.from : each.where === "to" ? message.to.concat(message.cc).join(" ")
          : each.where === "subject" ? message.subject : message.text;
        return (plain(value).indexOf(plain(each.text.trim())) >= 0) === (each.how === "with");
      });
      return used.length > 0 && (rule.all ? hold.every(Boolean) : hold.some(Boolean));
    }

    function file(message) {
      state.rules.some(function (rule) {
        if (!matches(rule, message)) { return false; }
        if (message.folder !== rule.folder) { message.folder = rule.folder; message.byRule = true; }
        return true;
      });
    }

    function addRule() {
      var rule = state.rule;
      if (!rule.conditions.some(function (each) { return each.text.trim(); })) {
        return refuse("Écrivez au moins un mot à rechercher.", "condition-0-text");
      }
      if (!rule.folder) { return refuse("Choisissez le dossier de rangement.", "rule-folder"); }
      act("Règle ajoutée.", function () {
        state.rules.push(rule);
        if (rule.now) { in_(INBOX).forEach(file); }
        state.rule = null;
      });
      heading();
    }

    function fetchMail() {
      var fresh = setup.incoming.map(function (each) {
        var message = received(each, INBOX);
        message.unread = true;
        return message;
      });
      act(several(fresh.length, "nouveau message.", "nouveaux messages."), function () {
        state.arrived = true;
        state.messages = fresh.concat(state.messages);
        fresh.forEach(file);
      });
    }

    function addFolder(name) {
      var clean = name.trim().replace(/\s+/g, " ").replace(/\|/g, "");
      if (!clean) { return refuse("Donnez un nom au dossier.", "folder-name"); }
      if (allFolders().some(function (each) { return plain(each) === plain(clean); })) {
        return refuse("Un dossier porte déjà ce nom.", "folder-name");
      }
      act("Dossier « " + clean + " » créé.", function () {
        state.folders.push(clean);
        state.newFolder = null;
      });
      focus("folder-" + clean);
    }

    // ---- drawing: everything anew, with the focus where it was

    function allFolders() { return [INBOX].concat(state.folders, [DRAFTS, SENT, JUNK, BIN]); }

    function button(key, text, pressed, classes) {
      return make("button" + (classes || ""), { type: "button", "data-key": key, click: pressed }, text);
    }

    function focus(key) {
      var at = root.querySelector("[data-key=\"" + key.replace(/["\\]/g, "\\$&") + "\"]");
      if (at && !at.disabled) { at.focus(); }
      return at && !at.disabled;
    }

    function heading() { focus("heading"); }

    function draw(anew) {
      var at = root.contains(document.activeElement) ? document.activeElement.getAttribute("data-key") : null;
      var inside = root.contains(document.activeElement);
      root.textContent = "";
      root.append(bar(), make("div.body", {}, [folders(), make("div.pane", {}, pane())]));
      if (inside && (anew || !at || !focus(at))) { heading(); }
    }

    function bar() {
      var search = make("input", { type: "search", id: "search", "data-key": "search", autocomplete: "off",
        input: function () { state.query = search.value; } });
      search.value = state.query;
      return make("div.bar", {}, [
        make("h1", {}, "Messagerie"),
        make("p.owner.quiet", {}, owner.name + " – " + owner.address),
        make("form.search", { role: "search", submit: function (event) {
          event.preventDefault();
          go("list", { search: search.value.trim(), query: search.value, onlyFiles: files.checked });
          Simulator.say(several(listed().length, "message trouvé.", "messages trouvés."));
        } }, [
          make("label.visually-hidden", { for: "search" }, "Rechercher dans tous les dossiers"), search,
          make("label.check", {}, [files_(), " avec pièce jointe"]),
          make("button", { type: "submit", "data-key": "search-go" }, "Rechercher")
        ]),
        make("div.toolbar", {}, [
          button("write", "Nouveau message", function () { write("nouveau", null); }, ".primary"),
          setup.incoming && setup.incoming.length
            ? make("button", { type: "button", "data-key": "fetch", disabled: state.arrived, click: fetchMail }, "Relever le courrier")
            : "",
          setup.rules === false ? "" : button("rules", "Règles de tri", function () { go("rules"); }),
          make("button", { type: "button", "data-key": "undo", disabled: past.length === 0, click: undo }, "Annuler la dernière action")
        ])
      ]);

      function files_() {
        files = make("input", { type: "checkbox", "data-key": "search-files" });
        files.checked = state.onlyFiles;
        return files;
      }
    }
    var files;

    function folders() {
      var list = make("ul", {}, allFolders().map(function (name) {
        var unread = in_(name).filter(function (each) { return each.unread; }).length;
        var here = state.view === "list" && !searching() && state.folder === name;
        return make("li", {}, make("button.plain.folder", { type: "button", "data-key": "folder-" + name,
          "aria-current": here ? "true" : null,
          click: function () { go("list", { folder: name, search: "", query: "", onlyFiles: false }); } }, [
          make("span", {}, name),
          unread ? make("span.count", {}, [String(unread), make("span.visually-hidden", {}, unread > 1 ? " non lus" : " non lu")]) : ""
        ]));
      }));
      return make("nav.folders", { "aria-label": "Dossiers" }, [list, newFolder()]);
    }

    function newFolder() {
      if (typeof state.newFolder !== "string") {
        return button("new-folder", "Nouveau dossier", function () { state.newFolder = ""; draw(); focus("folder-name"); });
      }
      var name = make("input", { type: "text", id: "folder-name", "data-key": "folder-name", maxlength: "40", autocomplete: "off",
        input: function () { state.newFolder = name.value; }, "aria-describedby": described("folder-name") });
      name.value = state.newFolder;
      return make("form.new-folder", { submit: function (event) { event.preventDefault(); addFolder(name.value); } }, [
        make("label", { for: "folder-name" }, "Nom du nouveau dossier"), name, problem("folder-name"),
        make("div.toolbar", {}, [make("button", { type: "submit", "data-key": "folder-add" }, "Créer"),
          button("folder-cancel", "Fermer", function () { state.newFolder = null; state.problem = null; draw(); focus("new-folder"); })])
      ]);
    }

    function pane() {
      return state.view === "message" && opened() ? reading(opened())
        : state.view === "compose" ? composing(state.draft) : state.view === "rules" ? ruling() : listing();
    }

    function title(text) { return make("h2", { tabindex: "-1", "data-key": "heading" }, text); }

    function problem(key) {
      return state.problem && state.problem.key === key
        ? make("p.note.bad", { id: "problem", role: "alert" }, state.problem.text) : "";
    }

    function described(key) { return state.problem && state.problem.key === key ? "problem" : null; }

    function searching() { return state.search !== "" || state.onlyFiles; }

    function listed() {
      if (!searching()) { return in_(state.folder); }
      var words = (state.search.match(/(?:[^\s:"]+:)?"[^"]*"|\S+/g) || []);
      return state.messages.filter(function (each) {
        return (!state.onlyFiles || each.files.length > 0) && words.every(function (word) {
          var field = /^(de|objet):(.*)$/i.exec(word);
          var text = plain((field ? field[2] : word).replace(/"/g, ""));
          var value = !field ? [each.from, each.to.join(" "), each.cc.join(" "), each.subject, each.text,
            each.files.map(fileName).join(" "), each.date].join(" ")
            : field[1].toLowerCase() === "de" ? each.from : each.subject;
          return plain(value).indexOf(text) >= 0;
        });
      });
    }

    function listing() {
      var messages = listed();
      var outgoing = !searching() && (state.folder === SENT || state.folder === DRAFTS);
      var parts = [title(searching() ? "Résultats de la recherche" : state.folder)];
      if (searching()) {
        parts.push(make("p", {}, [several(messages.length, "message trouvé dans tous les dossiers. ", "messages trouvés dans tous les dossiers. "),
          button("search-end", "Fermer la recherche", function () { go("list", { search: "", query: "", onlyFiles: false }); })]));
      }
      if (messages.length === 0) {
        parts.push(make("p.quiet", {}, searching() ? "Aucun message ne correspond." : "Ce dossier est vide."));
        return parts;
      }
      parts.push(selection());
      parts.push(make("ul.messages", { "aria-label": searching() ? "Messages trouvés" : "Messages" }, messages.map(function (each) {
        var ticked = make("input", { type: "checkbox", "data-key": "tick-" + each.id, "aria-label": "Sélectionner : " + each.subject,
          change: function () {
            state.chosen = state.chosen.filter(function (id) { return id !== each.id; });
            if (ticked.checked) { state.chosen.push(each.id); }
            draw();
          } });
        ticked.checked = state.chosen.indexOf(each.id) >= 0;
        return make("li" + (each.unread ? ".unread" : ""), {}, [ticked,
          make("button.plain.line", { type: "button", "data-key": "open-" + each.id, click: function () { open(each); } }, [
            make("span.who", {}, [each.unread ? make("span.mark", {}, "Non lu ") : "",
              outgoing ? "À : " + each.to.concat(each.cc, each.bcc).map(named).join(", ") : named(each.from)]),
            make("span.date.quiet", {}, " " + each.date),
            make("span.subject", {}, " " + each.subject + (each.files.length ? " (pièce jointe)" : "")),
            searching() ? make("span.quiet.in", {}, " Dossier : " + each.folder) : ""
          ])]);
      })));
      return parts;
    }

    function selection() {
      var none = state.chosen.length === 0;
      var ids = state.chosen;
      return make("div.toolbar.selection", { role: "group", "aria-label": "Messages sélectionnés" }, [
        make("span.quiet", {}, none ? "Cochez des messages pour agir dessus." : several(ids.length, "message coché :", "messages cochés :"))
      ].concat(none ? [] : [mover(ids),
        button("some-bin", "Supprimer", function () { remove(ids); }),
        button("some-junk", "Signaler comme indésirable", function () { move(ids, JUNK, count(ids) + " : signalement fait, dossier Indésirables."); }),
        button("some-read", "Marquer comme lu", function () { mark(ids, false); }),
        button("some-unread", "Marquer comme non lu", function () { mark(ids, true); })]));
    }

    function mover(ids) {
      var select = make("select", { "data-key": "move-to", "aria-label": "Déplacer vers" },
        [make("option", { value: "" }, "Déplacer vers…")].concat(allFolders().filter(function (name) {
          return name !== DRAFTS && name !== SENT;
        }).map(function (name) { return make("option", { value: name }, name); })));
      return make("span.mover", {}, [select, button("move", "Déplacer", function () {
        if (!select.value) { Simulator.say("Choisissez d'abord un dossier."); select.focus(); return; }
        move(ids, select.value, count(ids) + " dans « " + select.value + " ».");
      })]);
    }

    function people(label, list) {
      return list.length === 0 ? [] : [make("dt", {}, label), make("dd", {}, list.map(function (each) {
        var who = person(each);
        return who.name ? who.name + " <" + who.address + ">" : who.address;
      }).join(", "))];
    }

    function reading(message) {
      var ids = [message.id];
      return [
        make("div.toolbar", {}, [button("back", "Retour à la liste", function () {
          var from = message.id;
          go("list");
          focus("open-" + from);
        })]),
        title(message.subject),
        make("dl.head", {}, people("De", [message.from]).concat(people("À", message.to), people("Cc", message.cc),
          people("Cci", message.bcc), [make("dt", {}, "Date"), make("dd", {}, message.date)],
          [make("dt", {}, "Dossier"), make("dd", {}, message.folder)])),
        make("div.text", {}, prose(message.text)),
        message.files.length ? make("p.files", {}, [make("strong", {}, "Pièces jointes : "),
          message.files.map(fileLabel).join(", ")]) : "",
        make("div.toolbar", { role: "group", "aria-label": "Répondre" }, [
          button("reply", "Répondre", function () { write("réponse", message); }),
          button("reply-all", "Répondre à tous", function () { write("réponse à tous", message); }),
          button("forward", "Transférer", function () { write("transfert", message); })]),
        make("div.toolbar.more", { role: "group", "aria-label": "Ranger" }, [mover(ids),
          button("bin", message.folder === BIN ? "Supprimer définitivement" : "Supprimer", function () { remove(ids); }),
          button("junk", "Signaler comme indésirable", function () { move(ids, JUNK, "Message signalé et rangé dans Indésirables."); }),
          button("unread", "Marquer comme non lu", function () { mark(ids, true); })])
      ];
    }

    function fileLabel(file) { return typeof file === "string" ? file : file.name + (file.size ? " (" + file.size + ")" : ""); }

    // Paragraphs; [text](address) is a link that leads nowhere and says where it would.
    function prose(text) {
      return text.trim().split(/\n\s*\n/).map(function (paragraph) {
        var parts = [];
        paragraph.trim().split("\n").forEach(function (line, at) {
          if (at > 0) { parts.push(make("br", {})); }
          line.split(/(\[[^\]]+\]\([^)\s]+\))/).forEach(function (piece) {
            var link = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(piece);
            parts.push(link ? linked(link[1], link[2]) : piece);
          });
        });
        return make("p", {}, parts);
      });
    }

    function linked(text, address) {
      function show() { Simulator.say("Ce lien mène à : " + address); }
      return make("button.link", { type: "button", role: "link", title: address, "data-key": "link-" + address, focus: show, mouseenter: show, click: show,
        "aria-description": "mène à " + address }, text);
    }

    // ---- the view for writing

    function composing(draft) {
      function field(key, label, hint) {
        // Many addresses are to be seen at once: these fields grow.
        var input = make(key === "subject" ? "input" : "textarea", { type: key === "subject" ? "text" : null,
          rows: key === "subject" ? null : "1", id: key, "data-key": key, autocomplete: "off", autocapitalize: "off",
          spellcheck: "false", "aria-describedby": described(key), "aria-invalid": described(key) ? "true" : null,
          // In a mail, Enter in a field of one line sends nothing.
          keydown: function (event) { if (event.key === "Enter") { event.preventDefault(); } },
          input: function () { draft[key] = input.value; } });
        input.value = draft[key];
        return make("div.field", {}, [make("label", { for: key }, label), make("div", {}, [input, problem(key)])]);
      }
      var text = make("textarea", { id: "text", "data-key": "text", rows: "6", input: function () { draft.text = text.value; } });
      text.value = draft.text;
      var original = state.messages.filter(function (each) { return each.id === draft.original; })[0];
      return [
        title(draft.kind === "nouveau" ? "Nouveau message" : draft.kind === "réponse" ? "Réponse"
          : draft.kind === "transfert" ? "Transfert" : "Réponse à tous"),
        make("form.compose", { submit: function (event) { event.preventDefault(); send(); } }, [
          field("to", "À"), field("cc", "Cc"), field("bcc", "Cci"), book(draft), field("subject", "Objet"),
          make("div.field", {}, [make("label", { for: "text" }, "Texte"), text]),
          attach(draft),
          original ? make("div.quoted.quiet", { tabindex: "0", role: "group", "aria-label": "Message d'origine" }, [make("p", {}, "Sous votre texte, le message d'origine : " + named(original.from) + ", "
            + original.date + ", « " + original.subject + " »")].concat(prose(original.text))) : "",
          make("div.toolbar", {}, [make("button.primary", { type: "submit", "data-key": "send" }, "Envoyer"),
            button("save", "Enregistrer comme brouillon", saveDraft),
            button("discard", "Abandonner", discard)])
        ])
      ];
    }

    function book(draft) {
      if (contacts.length + groups.length === 0) { return ""; }
      function add(people, key, name) {
        var now = typed(draft[key]).found;
        addresses(people, now).forEach(function (address) { now.push(address); });
        draft[key] = now.join(", ");
        root.querySelector("#" + key).value = draft[key];
        Simulator.say(name + " : ajout dans le champ " + { to: "À", cc: "Cc", bcc: "Cci" }[key] + ".");
      }
      function entry(name, quiet, people) {
        return make("li", {}, [make("span", {}, [name, make("span.quiet", {}, " " + quiet)]), make("span.toolbar", {},
          [["to", "À"], ["cc", "Cc"], ["bcc", "Cci"]].map(function (each) {
            return make("button", { type: "button", "data-key": "add-" + each[0] + "-" + name,
              "aria-label": "Ajouter " + name + " dans " + each[1],
              click: function () { add(people, each[0], name); } }, each[1]);
          }))]);
      }
      return make("details.book", { open: state.book === true, toggle: function (event) { state.book = event.target.open; } }, [
        make("summary", { "data-key": "book" }, "Carnet d'adresses"),
        make("ul", {}, groups.map(function (each) {
          return entry(each.name, "groupe de " + each.members.length + " personnes", each.members);
        }).concat(contacts.map(function (each) { return entry(named(each), person(each).address, [each]); })))
      ]);
    }

    function attach(draft) {
      if (draft.offered.length === 0) { return ""; }
      return make("fieldset.attach", {}, [make("legend", {}, "Pièces jointes")].concat(draft.offered.map(function (file) {
        var name = fileName(file);
        var box = make("input", { type: "checkbox", "data-key": "file-" + name, change: function () {
          draft.files = draft.files.filter(function (each) { return each !== name; });
          if (box.checked) { draft.files.push(name); }
        } });
        box.checked = draft.files.indexOf(name) >= 0;
        return make("label.check", {}, [box, " " + fileLabel(file)]);
      })));
    }

    // ---- the view for rules

    function ruling() {
      var parts = [title("Règles de tri"),
        make("p.quiet", {}, "Une règle range toute seule les messages de la boîte de réception qui correspondent, dès leur arrivée.")];
      if (state.rules.length) {
        parts.push(make("ul.rules", { "aria-label": "Règles" }, state.rules.map(function (rule, at) {
          return make("li", {}, [make("span", {}, worded(rule)), button("rule-off-" + at, "Supprimer la règle", function () {
            act("Règle supprimée. Les messages déjà rangés restent où ils sont.", function () { state.rules.splice(at, 1); });
          })]);
        })));
      }
      parts.push(state.rule ? ruleForm(state.rule) : make("div.toolbar", {}, [
        button("rule-new", "Nouvelle règle", function () {
          state.rule = { all: false, folder: "", now: false, conditions: [{ where: "from", how: "with", text: "" },
            { where: "from", how: "with", text: "" }] };
          draw();
          focus("condition-0-where");
        }),
        button("rules-back", "Retour à la liste", function () { go("list"); })]));
      return parts;
    }

    function worded(rule) {
      return "Si " + rule.conditions.filter(function (each) { return each.text.trim(); }).map(function (each) {
        return label(each.where) + (each.how === "with" ? " contient « " : " ne contient pas « ") + each.text.trim() + " »";
      }).join(rule.all ? " et " : " ou ") + ", ranger dans « " + rule.folder + " ».";
    }

    function label(where) { return WHERE.filter(function (each) { return each[0] === where; })[0][1]; }

    function pick(key, name, options, value, changed) {
      var select = make("select", { "data-key": key, id: key, "aria-label": name, "aria-describedby": described(key),
        change: function () { changed(select.value); } },
        options.map(function (each) { return make("option", { value: each[0] }, each[1]); }));
      select.value = value;
      return select;
    }

    function ruleForm(rule) {
      var now = make("input", { type: "checkbox", "data-key": "rule-now", change: function () { rule.now = now.checked; } });
      now.checked = rule.now;
      return make("form.panel", { submit: function (event) { event.preventDefault(); addRule(); } },
        [make("h3", {}, "Nouvelle règle")].concat(rule.conditions.map(function (each, at) {
          var nth = at === 0 ? "Première condition" : "Seconde condition (facultative)";
          var text = make("input", { type: "text", "data-key": "condition-" + at + "-text", "aria-label": nth + " : mot recherché",
            autocomplete: "off", spellcheck: "false", "aria-describedby": described("condition-" + at + "-text"),
            input: function () { each.text = text.value; } });
          text.value = each.text;
          return make("fieldset.condition", {}, [make("legend", {}, nth), make("div.toolbar", {}, [
            pick("condition-" + at + "-where", "Où chercher", WHERE, each.where, function (value) { each.where = value; }),
            pick("condition-" + at + "-how", "Comparaison", [["with", "contient"], ["without", "ne contient pas"]], each.how,
              function (value) { each.how = value; }), text]), problem("condition-" + at + "-text")]);
        }), [
          make("div.field", {}, [make("label", { for: "rule-all" }, "Il faut"), pick("rule-all", "Il faut",
            [["any", "au moins une condition"], ["all", "toutes les conditions"]], rule.all ? "all" : "any",
            function (value) { rule.all = value === "all"; })]),
          make("div.field", {}, [make("label", { for: "rule-folder" }, "Ranger dans"), make("div", {}, [pick("rule-folder", "Ranger dans",
            [["", "Choisir…"]].concat(state.folders.concat([BIN]).map(function (name) { return [name, name]; })), rule.folder,
            function (value) { rule.folder = value; }), problem("rule-folder")])]),
          make("label.check", {}, [now, " Appliquer aussi aux messages déjà dans la boîte de réception"]),
          make("div.toolbar", {}, [make("button.primary", { type: "submit", "data-key": "rule-add" }, "Ajouter la règle"),
            button("rule-cancel", "Fermer sans ajouter", function () { state.rule = null; state.problem = null; draw(); focus("rule-new"); })])
        ]));
    }

    draw();
    return { facts: facts };
  } });
})();
