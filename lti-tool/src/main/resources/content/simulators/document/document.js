// A document shared online: text with suggestions and comments, rights and link, history of versions.
// README.md says what a setup may hold and which facts are told.
(function () {
  "use strict";

  var make = Simulator.make;
  var ROLES = ["lecture", "commentaire", "modification"];
  var REACH = ["personnes invitées seulement", "membres de l'organisation", "toute personne qui a le lien"];
  var UNTIL = ["sans limite", "7 jours", "30 jours", "fin de l'année"];

  function capital(text) { return text.charAt(0).toUpperCase() + text.slice(1); }
  function fact(texts) { return texts.slice().sort().join("|").slice(0, 500); }
  function plain(text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().trim(); }

  var spaced = Simulator.spaced;

  Simulator.define({
    start: function (root, setup) {
      var me = setup.me || "Vous";
      var paragraphs = (setup.paragraphs || []).map(function (each) { return { id: each.id, label: each.label || "", text: each.text }; });
      var firstText = {};
      paragraphs.forEach(function (each) { firstText[each.id] = each.text; });
      var suggestions = (setup.suggestions || []).map(function (each) { return Object.assign({ state: "en attente" }, each); });
      var comments = (setup.comments || []).map(function (each) {
        return { id: each.id, by: each.by, when: each.when, text: each.text, on: each.on, quote: each.quote || "", name: each.name || each.by,
          replies: (each.replies || []).slice(), own: [], done: each.done === true, firstDone: each.done === true };
      });
      var people = (setup.people || []).map(function (each) { return Object.assign({}, each); });
      var left = [];
      var contacts = setup.contacts || [];
      var link = Object.assign({ reach: REACH[0], role: ROLES[0], until: UNTIL[0], code: false }, setup.link || {});
      var options = Object.assign({ invite: false, copy: true }, setup.options || {});
      var versions = (setup.versions || []).map(function (each) { return Object.assign({}, each); });
      var restored = "";
      var recovered = {};
      var page = setup.page || "text";
      var looking = null;
      var editing = null;
      var answering = null;
      var wish = { who: "", role: setup.proposed || "modification" };
      var showDone = false;
      var next = null;
      var before = null;

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
          if (!again || again.disabled) { again = root.querySelector('[data-key="page-' + page + '"]'); }
          again.focus({ preventScroll: true });
          if (caret !== null && again.setSelectionRange) { again.setSelectionRange(caret, caret); }
        }
        Simulator.changed();
      }

      function button(key, label, work, more) {
        return make("button", Object.assign({ type: "button", "data-key": key, click: function () { work(); refresh(); } }, more || {}), label);
      }

      function choice(key, label, list, value, work, shown) {
        var select = make("select", { id: key, "data-key": key, "aria-label": shown ? null : label, change: function () { work(select.value); refresh(); } }, list.map(function (each) {
          return make("option", { value: each, selected: each === value }, capital(each));
        }));
        return shown ? make("span.pair", {}, [make("label", { for: key }, label), select]) : select;
      }

      function suggestion(id) { return suggestions.filter(function (each) { return each.id === id; })[0]; }

      // The text as it stands, suggestions that wait left as they were.
      function settled(text) {
        return text.replace(/\[\[([a-z0-9-]+)\]\]/g, function (all, id) {
          var each = suggestion(id);
          return each.state === "acceptée" ? each.new || "" : each.old || "";
        }).replace(/ {2,}/g, " ").trim();
      }

      function nameOf(each) {
        if (!each.old) { return "ajout de « " + each.new + " »"; }
        if (!each.new) { return "retrait de « " + each.old + " »"; }
        return "« " + each.old + " » → « " + each.new + " »";
      }

      // ---- drawing

      function view() {
        var waiting = suggestions.filter(function (each) { return each.state === "en attente"; }).length;
        var pages = [["text", "Document"]];
        if (people.length || contacts.length) { pages.push(["share", "Partager"]); }
        if (versions.length) { pages.push(["history", "Historique"]); }
        return make("main.paper", {}, [
          make("header.top", {}, [make("h1", {}, setup.title || "Document"), make("p", {}, [me + (setup.owner === me ? " · propriétaire" : setup.owner ? " · propriétaire : " + setup.owner : ""), waiting ? " · " + waiting + (waiting > 1 ? " suggestions en attente" : " suggestion en attente") : ""])]),
          make("nav.pages", { "aria-label": "Vues du document" }, pages.map(function (each) {
            return button("page-" + each[0], each[1], function () { page = each[0]; editing = null; answering = null; }, { "aria-current": page === each[0] ? "true" : null });
          })),
          make("div.body", {}, views[page]())]);
      }

      var views = {
        text: function () {
          var open = comments.filter(function (each) { return !each.done; });
          var done = comments.filter(function (each) { return each.done; });
          var side = [];
          if (suggestions.length) {
            side.push(make("section.card", {}, [make("h2", {}, "Suggestions")].concat(suggestions.map(suggestionCard))));
          }
          if (comments.length || setup.comments) {
            side.push(make("section.card", {}, [make("h2", {}, "Commentaires")].concat(open.length ? open.map(commentCard) : [make("p", {}, "Aucun commentaire ouvert.")])
              .concat(done.length ? [button("done", showDone ? "Masquer les commentaires résolus" : "Voir les commentaires résolus (" + done.length + ")", function () { showDone = !showDone; }, { "aria-expanded": String(showDone) })] : [])
              .concat(showDone ? done.map(commentCard) : [])));
          }
          return [make("article.sheet", { "aria-label": "Texte" }, paragraphs.map(paragraph)), side.length ? make("div.side", {}, side) : ""];
        },

        share: function () {
          return [make("div.one", {}, [invitation(), access(), general()])];
        },

        history: function () {
          return [make("section.card.list", {}, [make("h2", {}, "Versions"), make("ul.rows", {}, versions.map(function (each, at) {
            return make("li", {}, button("version-" + each.id, [make("strong", {}, each.when), make("span.small", {}, [each.by, at === 0 ? " · version actuelle" : "", each.note ? " · " + each.note : ""])], function () { looking = each.id; next = "version-" + each.id; }, { "aria-pressed": String(looking === each.id), class: "row" }));
          }))]), looking === null ? make("p.sheet", {}, "Choisissez une version pour la lire.") : versionView()];
        }
      };

      function paragraph(each) {
        if (editing === each.id) {
          var field = make("textarea", { "data-key": "edit", rows: "4", "aria-label": "Texte du passage" + (each.label ? " : " + each.label : "") });
          field.value = settled(each.text);
          return make("div.part", {}, [field, make("div.tools", {}, [
            button("edit-yes", "Enregistrer", function () { each.text = field.value.trim(); editing = null; next = "edit-" + each.id; Simulator.say("Passage modifié."); }, { class: "primary" }),
            button("edit-no", "Annuler", function () { editing = null; next = "edit-" + each.id; })])]);
        }
        var content = [];
        each.text.split(/(\[\[[a-z0-9-]+\]\])/).forEach(function (piece) {
          var id = /^\[\[(.+)\]\]$/.exec(piece);
          if (!id) { content = content.concat(quoted(piece, each.id)); return; }
          var one = suggestion(id[1]);
          if (one.state === "acceptée") { content.push(one.new || ""); } else if (one.state === "refusée") { content.push(one.old || ""); } else {
            if (one.old) { content.push(make("del", {}, [make("span.visually-hidden", {}, "retrait proposé : "), one.old])); }
            if (one.old && one.new) { content.push(" "); }
            if (one.new) { content.push(make("ins", {}, [make("span.visually-hidden", {}, "ajout proposé : "), one.new])); }
            content.push(make("sup", {}, "(" + (suggestions.indexOf(one) + 1) + ")"));
          }
        });
        return make("div.part", {}, [
          each.label ? make("h2", {}, each.label) : "",
          make("p", {}, content),
          setup.editable ? button("edit-" + each.id, "Modifier", function () { editing = each.id; next = "edit"; }, { "aria-label": "Modifier le passage" + (each.label ? " : " + each.label : ""), class: "soft" }) : ""]);
      }

      // Marks the words that an open comment is about.
      function quoted(text, id) {
        var found = comments.filter(function (each) { return each.on === id && each.quote && !each.done && text.indexOf(each.quote) >= 0; })[0];
        if (!found) { return [text]; }
        var at = text.indexOf(found.quote);
        return [].concat(text.slice(0, at), make("mark", {}, [found.quote, make("sup", {}, "C" + (comments.indexOf(found) + 1))]), quoted(text.slice(at + found.quote.length), id));
      }

      function suggestionCard(each, at) {
        var key = "suggestion-" + each.id;
        return make("div.item", {}, [
          make("p", {}, [make("strong", {}, "(" + (at + 1) + ") " + each.by), make("span.small", {}, each.when || "")]),
          make("p", {}, capital(nameOf(each))),
          each.why ? make("p.small", {}, each.why) : "",
          each.state === "en attente" ? make("div.tools", {}, [
            button(key, "Accepter", function () { each.state = "acceptée"; Simulator.say("Suggestion acceptée."); }, { "aria-label": "Accepter la suggestion " + (at + 1) + " : " + nameOf(each) }),
            button(key + "-no", "Refuser", function () { each.state = "refusée"; next = key; Simulator.say("Suggestion refusée."); }, { "aria-label": "Refuser la suggestion " + (at + 1) + " : " + nameOf(each) })
          ]) : make("div.tools", {}, [make("span.state", {}, capital(each.state)), button(key, "Annuler", function () { each.state = "en attente"; }, { "aria-label": "Remettre en attente la suggestion " + (at + 1) })])]);
      }

      function commentCard(each) {
        var key = "comment-" + each.id;
        var number = "C" + (comments.indexOf(each) + 1);
        var parts = [
          make("p", {}, [make("strong", {}, number + " " + each.by), make("span.small", {}, [each.when || "", each.quote ? " · sur « " + each.quote + " »" : ""])]),
          make("p", {}, each.text)
        ].concat(each.replies.map(function (reply) { return make("p.reply", {}, [make("strong", {}, reply.by), " : " + reply.text]); }))
          .concat(each.own.map(function (text, at) {
            return make("p.reply", {}, [make("strong", {}, me), " : " + text + " ", button(key + "-own-" + at, "Supprimer", function () { each.own.splice(at, 1); next = key + "-reply"; }, { "aria-label": "Supprimer ma réponse à " + number, class: "soft" })]);
          }));
        if (answering === each.id) {
          var field = make("textarea", { "data-key": "answer", rows: "2", "aria-label": "Réponse au commentaire " + number });
          parts.push(field, make("div.tools", {}, [
            button("answer-yes", "Envoyer", function () {
              if (field.value.trim()) { each.own.push(field.value.trim().replace(/\s+/g, " ")); Simulator.say("Réponse envoyée."); }
              answering = null;
              next = key + "-reply";
            }, { class: "primary" }),
            button("answer-no", "Annuler", function () { answering = null; next = key + "-reply"; })]));
        } else {
          parts.push(make("div.tools", {}, [
            button(key + "-reply", "Répondre", function () { answering = each.id; next = "answer"; }, { "aria-label": "Répondre au commentaire " + number }),
            button(key + "-done", each.done ? "Rouvrir" : "Marquer comme résolu", function () {
              each.done = !each.done;
              Simulator.say(each.done ? "Commentaire résolu." : "Commentaire rouvert.");
              if (each.done && !showDone) { next = "done"; }
            }, { "aria-label": (each.done ? "Rouvrir le commentaire " : "Marquer comme résolu le commentaire ") + number })]));
        }
        return make("div.item", {}, parts);
      }

      // ---- rights

      function invitation() {
        var field = make("input", {
          type: "text", id: "who", "data-key": "who", value: wish.who, autocomplete: "off", spellcheck: "false", autocapitalize: "none",
          input: function () { wish.who = field.value; refresh(); },
          keydown: function (event) { if (event.key === "Enter") { event.preventDefault(); invite(); refresh(); } }
        });
        var words = plain(wish.who).split(/\s+/).filter(Boolean);
        var found = words.length ? contacts.filter(function (each) {
          var text = plain(each.name + " " + each.mail + " " + (each.note || ""));
          return !person(each.name) && words.every(function (word) { return text.indexOf(word) >= 0; });
        }).slice(0, 6) : [];
        return make("section.card", {}, [make("h2", {}, "Inviter quelqu'un"),
          make("div.line", {}, [make("label", { for: "who" }, "Nom ou adresse"), field, choice("wish-role", "Droit", ROLES, wish.role, function (value) { wish.role = value; }, true), button("invite", "Inviter", invite, { class: "primary" })]),
          found.length && !(found.length === 1 && found[0].name === wish.who) ? make("ul.found", { "aria-label": "Personnes trouvées" }, found.map(function (each) {
            return make("li", {}, button("pick-" + each.mail, [each.name, make("span.small", {}, each.mail + (each.note ? " · " + each.note : ""))], function () { wish.who = each.name; next = "wish-role"; }, { class: "row" }));
          })) : ""]);
      }

      function person(name) { return people.filter(function (each) { return each.name === name; })[0]; }

      function invite() {
        var text = wish.who.trim();
        var known = contacts.filter(function (each) { return plain(each.name) === plain(text) || each.mail === text.toLowerCase(); });
        if (!text || !known.length && !/^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i.test(text)) { next = "who"; Simulator.say("Choisissez une personne de la liste, ou écrivez une adresse complète."); return; }
        if (known.length > 1) { next = "who"; Simulator.say("Plusieurs personnes portent ce nom : choisissez dans la liste ou écrivez l'adresse."); return; }
        var name = known.length ? known[0].name : text.toLowerCase();
        if (person(name)) { next = "role-" + name; Simulator.say(name + " a déjà accès : changez son droit dans la liste."); return; }
        people.push({ name: name, mail: known.length ? known[0].mail : text, role: wish.role, note: known.length ? known[0].note : "hors de l'annuaire" });
        wish = { who: "", role: wish.role };
        next = "role-" + name;
        Simulator.say("Invitation envoyée à " + name + ".");
      }

      function access() {
        return make("section.card", {}, [make("h2", {}, "Qui a accès"), make("ul.rows", {}, people.map(function (each) {
          var text = make("span.grow", {}, [make("strong", {}, each.name), make("span.small", {}, [each.mail, each.note, each.members ? "membres : " + each.members.join(", ") : ""].filter(Boolean).join(" · "))]);
          if (each.role === "propriétaire") { return make("li", {}, [text, "Propriétaire"]); }
          return make("li", {}, [text,
            choice("role-" + each.name, "Droit de " + each.name, ROLES, each.role, function (value) { each.role = value; }),
            button("out-" + each.name, "Retirer", function () { people.splice(people.indexOf(each), 1); left.push(each); next = "back-" + each.name; Simulator.say("Accès retiré."); }, { "aria-label": "Retirer l'accès de " + each.name })]);
        }).concat(left.map(function (each) {
          return make("li", {}, [make("span.grow.small", {}, each.name + " : accès retiré"), button("back-" + each.name, "Annuler", function () { left.splice(left.indexOf(each), 1); people.push(each); next = "role-" + each.name; }, { "aria-label": "Rendre l'accès à " + each.name })]);
        })))]);
      }

      function toggle(key, label, on, work) {
        return make("p.check", {}, [make("input", { type: "checkbox", id: key, "data-key": key, checked: on, change: function () { work(); refresh(); } }), make("label", { for: key }, label)]);
      }

      function general() {
        return make("section.card", {}, [make("h2", {}, "Lien et options"),
          make("div.line", {}, [choice("reach", "Le lien ouvre le document à", REACH, link.reach, function (value) { link.reach = value; }, true)]),
          link.reach === REACH[0] ? "" : make("div.line", {}, [
            choice("link-role", "Droit donné par le lien", ROLES, link.role, function (value) { link.role = value; }, true),
            choice("until", "Validité du lien", UNTIL, link.until, function (value) { link.until = value; }, true)]),
          link.reach === REACH[0] ? "" : toggle("code", "Demander un mot de passe", link.code, function () { link.code = !link.code; }),
          toggle("may-invite", "Ceux qui modifient peuvent inviter d'autres personnes", options.invite, function () { options.invite = !options.invite; }),
          toggle("may-copy", "Ceux qui lisent peuvent télécharger et imprimer", options.copy, function () { options.copy = !options.copy; })]);
      }

      // ---- history

      // The text of a version, newest first: a version holds what differs from the one after it.
      function textOf(at) {
        var text = {};
        var list = setup.paragraphs.map(function (each) { return each.id; });
        setup.paragraphs.forEach(function (each) { text[each.id] = settledFirst(each.text); });
        for (var step = 0; step <= at; step += 1) {
          var version = versions[step];
          if (version.text) { list = version.order || list; Object.keys(version.text).forEach(function (id) { text[id] = version.text[id]; }); }
        }
        return { text: text, order: list };
      }

      function settledFirst(text) {
        return text.replace(/\[\[([a-z0-9-]+)\]\]/g, function (all, id) { return suggestion(id).old || ""; });
      }

      function labelOf(id) {
        var known = setup.paragraphs.concat(setup.former || []).filter(function (each) { return each.id === id; })[0];
        return known && known.label ? known.label : "passage " + id;
      }

      function filled(now, id) { return now.text[id] !== undefined && now.text[id] !== ""; }

      function versionView() {
        var at = versions.map(function (each) { return each.id; }).indexOf(looking);
        var version = versions[at];
        var now = textOf(at);
        var older = at + 1 < versions.length ? textOf(at + 1) : null;
        var ids = now.order.concat((setup.former || []).map(function (each) { return each.id; }).filter(function (id) { return now.order.indexOf(id) < 0; })).filter(function (id) { return filled(now, id) || older && filled(older, id); });
        return make("article.sheet", { "aria-label": "Version du " + version.when }, [
          make("h2", {}, version.when + ", " + version.by),
          at > 0 ? make("div.tools", {}, [button("restore", restored === version.when ? "Restaurée" : "Restaurer cette version", function () { restore(at); }, { class: "primary", disabled: restored === version.when }),
            before ? button("unrestore", "Annuler la restauration", function () { paragraphs = before; before = null; restored = ""; recovered = {}; next = "version-" + version.id; Simulator.say("Restauration annulée."); }) : ""]) : ""
        ].concat(ids.map(function (id) {
          var change = !older ? "" : !filled(older, id) ? "ajouté dans cette version" : !filled(now, id) ? "supprimé dans cette version" : older.text[id] !== now.text[id] ? "modifié dans cette version" : "";
          return make("div.part", {}, [
            make("h3", {}, [labelOf(id), change ? make("span.change", {}, change) : ""]),
            filled(now, id) ? make("p", {}, now.text[id]) : make("p.small", {}, [make("del", {}, older.text[id])]),
            at > 0 && filled(now, id) && setup.recover ? button("take-" + id, "Copier dans la version actuelle", function () { take(id, now); }, { "aria-label": "Copier « " + labelOf(id) + " » dans la version actuelle", class: "soft" }) : ""]);
        })));
      }

      function restore(at) {
        var old = textOf(at);
        if (!before) { before = paragraphs.map(function (each) { return Object.assign({}, each); }); }
        paragraphs = old.order.filter(function (id) { return filled(old, id); }).map(function (id) { return { id: id, label: labelOf(id), text: old.text[id] }; });
        restored = versions[at].when;
        recovered = {};
        next = "version-" + versions[at].id;
        Simulator.say("Version du " + restored + " restaurée.");
      }

      function take(id, now) {
        var known = paragraphs.filter(function (each) { return each.id === id; })[0];
        if (known) { known.text = now.text[id]; } else {
          var order = now.order;
          var after = -1;
          paragraphs.forEach(function (each, at) { if (order.indexOf(each.id) >= 0 && order.indexOf(each.id) < order.indexOf(id)) { after = at; } });
          paragraphs.splice(after + 1, 0, { id: id, label: labelOf(id), text: now.text[id] });
        }
        recovered[id] = true;
        Simulator.say("Passage copié dans la version actuelle.");
      }

      // ---- facts

      // The newest version in which a passage reads as it does now: several versions may hold the same words.
      function sourceOf(id) {
        var known = paragraphs.filter(function (each) { return each.id === id; })[0];
        for (var at = 1; known && at < versions.length; at += 1) {
          if (textOf(at).text[id] === known.text) { return versions[at].when; }
        }
        return "";
      }

      refresh();

      return {
        facts: function () {
          var state = function (which) { return fact(suggestions.filter(function (each) { return each.state === which; }).map(nameOf)); };
          return {
            accepted: state("acceptée"),
            refused: state("refusée"),
            resolved: fact(comments.filter(function (each) { return each.done && !each.firstDone; }).map(function (each) { return each.name; })),
            reopened: fact(comments.filter(function (each) { return !each.done && each.firstDone; }).map(function (each) { return each.name; })),
            replied: fact(comments.filter(function (each) { return each.own.length; }).map(function (each) { return each.name; })),
            replies: fact([].concat.apply([], comments.map(function (each) { return each.own; }))),
            edited: fact(paragraphs.filter(function (each) { return each.text !== firstText[each.id] && !recovered[each.id] && !restored; }).map(function (each) { return (each.label ? each.label + " : " : "") + each.text; })),
            people: fact(people.filter(function (each) { return each.role !== "propriétaire"; }).map(function (each) { return each.name + " : " + each.role; })),
            link: link.reach + (link.reach === REACH[0] ? "" : " : " + link.role),
            "link-until": link.reach === REACH[0] ? "" : link.until,
            "link-code": link.reach === REACH[0] ? "" : link.code ? "oui" : "non",
            "may-invite": options.invite ? "oui" : "non",
            "may-copy": options.copy ? "oui" : "non",
            restored: restored,
            recovered: fact(Object.keys(recovered).filter(sourceOf).map(function (id) { return labelOf(id) + " : " + sourceOf(id); }))
          };
        }
      };
    }
  });
})();
