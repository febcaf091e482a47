// A social network seen from one member's account: profile, own posts, feed, messages, friends and lists, settings.
// README.md says what a setup may hold and which facts are told.
(function () {
  "use strict";

  var make = Simulator.make;
  var ALL = "tout le monde";
  var SECOND = "amis d'amis";
  var FRIENDS = "amis";
  var ME = "moi seulement";
  var NOBODY = "personne";

  var SETTINGS = [
    { group: "Mes publications", list: [
      { id: "posts", label: "Qui voit mes prochaines publications", from: "audiences", at: FRIENDS },
      { id: "comment", label: "Qui peut commenter mes publications", from: [ALL, SECOND, FRIENDS, NOBODY], at: FRIENDS },
      { id: "share", label: "Qui peut repartager mes publications", from: [ALL, FRIENDS, NOBODY], at: FRIENDS },
      { id: "place", label: "Ajouter le lieu à mes publications", from: "switch", at: "non" }] },
    { group: "Identifications", list: [
      { id: "tag", label: "Qui peut m'identifier", from: [ALL, FRIENDS, NOBODY], at: FRIENDS },
      { id: "review", label: "Approuver les identifications avant leur affichage", from: "switch", at: "non" },
      { id: "tagged", label: "Qui voit les publications où l'on m'identifie", from: [ALL, SECOND, FRIENDS, ME], at: FRIENDS }] },
    { group: "Me trouver et me joindre", list: [
      { id: "write", label: "Qui peut m'écrire", from: [ALL, SECOND, FRIENDS], at: ALL },
      { id: "ask", label: "Qui peut me demander en ami", from: [ALL, SECOND, NOBODY], at: ALL },
      { id: "phone", label: "Qui peut me trouver avec mon numéro de téléphone", from: [ALL, SECOND, FRIENDS, NOBODY], at: ALL },
      { id: "mail", label: "Qui peut me trouver avec mon adresse électronique", from: [ALL, SECOND, FRIENDS, NOBODY], at: ALL },
      { id: "suggest", label: "Proposer mon compte à d'autres membres", from: "switch", at: "oui" },
      { id: "engines", label: "Montrer mon profil dans les moteurs de recherche", from: "switch", at: "oui" }] },
    { group: "Autres informations", list: [
      { id: "friends", label: "Qui voit la liste de mes amis", from: [ALL, SECOND, FRIENDS, ME], at: FRIENDS },
      { id: "online", label: "Montrer quand je suis en ligne", from: "switch", at: "oui" },
      { id: "read", label: "Montrer que j'ai lu un message", from: "switch", at: "oui" },
      { id: "ads", label: "Publicités choisies d'après mon activité", from: "switch", at: "oui" }] }
  ];

  var REASONS = ["Harcèlement, insulte ou menace", "Appel à la haine", "Arnaque ou message trompeur", "Usurpation d'identité", "Publicité indésirable"];

  function sorted(texts) { return texts.slice().sort(); }
  function fact(texts) { return sorted(texts).join("|"); }
  function capital(text) { return text.charAt(0).toUpperCase() + text.slice(1); }

  var spaced = Simulator.spaced;

  Simulator.define({
    start: function (root, setup) {
      var network = setup.network || "Préau";
      var me = setup.me;
      var friends = setup.friends || [];
      var lists = (setup.lists || []).map(function (each) { return { name: each.name, members: each.members.slice() }; });
      var firstLists = JSON.stringify(lists);
      var profile = (setup.profile || []).map(copy);
      var posts = (setup.posts || []).map(function (each) {
        return { id: each.id, title: each.title, text: each.text, when: each.when, audience: each.audience || FRIENDS, place: each.place || "",
          tags: (each.tags || []).slice(), comments: (each.comments || []).map(copy), open: true, first: null };
      });
      posts.forEach(function (each) { each.first = { audience: each.audience, place: each.place, tags: each.tags.slice(), comments: each.comments.slice() }; });
      var mine = posts.slice();
      var fresh = [];
      var feed = (setup.feed || []).map(copy);
      var messages = (setup.messages || []).map(copy);
      var requests = (setup.requests || []).map(copy);
      var settings = {};
      var firstSettings = {};
      SETTINGS.forEach(function (group) {
        group.list.forEach(function (each) {
          settings[each.id] = (setup.settings || {})[each.id] || each.at;
          firstSettings[each.id] = settings[each.id];
        });
      });
      var blocked = (setup.blocked || []).slice();
      var reported = [];
      var newFriends = [];
      var goneFriends = [];
      var page = setup.page || "profile";
      var open = null;
      var viewer = "";
      var draft = { text: setup.draft || "", audience: settings.posts, place: settings.place === "oui" ? setup.where || "" : "" };
      var next = null;

      function copy(each) { return Object.assign({}, each); }

      function audiences() {
        var names = [];
        lists.forEach(function (list) { names.push("liste " + list.name); });
        lists.forEach(function (list) { names.push("amis sauf liste " + list.name); });
        return [ALL, SECOND, FRIENDS].concat(names, [ME]);
      }

      function currentFriends() {
        return friends.map(function (each) { return each.name; }).filter(function (name) { return goneFriends.indexOf(name) < 0 && blocked.indexOf(name) < 0; }).concat(newFriends.filter(function (name) { return blocked.indexOf(name) < 0; }));
      }

      // Whether a viewer (a friend's name, "amis d'amis", "inconnu") sees what has this audience.
      function sees(who, audience) {
        if (audience === ALL) { return true; }
        if (audience === ME || who === "inconnu") { return false; }
        if (audience === SECOND) { return true; }
        if (who === SECOND) { return false; }
        if (audience === FRIENDS) { return true; }
        var except = audience.indexOf("amis sauf liste ") === 0;
        var name = audience.slice(except ? 16 : 6);
        var list = lists.filter(function (each) { return each.name === name; })[0];
        var inside = !!list && list.members.indexOf(who) >= 0;
        return except ? !inside : inside;
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
          if (!again || again.disabled) { again = root.querySelector('[data-key="place-' + page + '"]'); }
          again.focus({ preventScroll: true });
          if (caret !== null && again.setSelectionRange) { again.setSelectionRange(caret, caret); }
        }
        Simulator.changed();
      }

      function button(key, label, work, more) {
        return make("button", Object.assign({ type: "button", "data-key": key, click: function () { work(); refresh(); } }, more || {}), label);
      }

      function choice(key, label, options, value, work, hidden) {
        var select = make("select", { id: key, "data-key": key, "aria-label": hidden ? label : null, change: function () { work(select.value); refresh(); } },
          (options.indexOf(value) < 0 ? [value].concat(options) : options).map(function (each) {
            return make("option", { value: each, selected: each === value }, capital(each));
          }));
        return hidden ? select : [make("label", { for: key }, label), select];
      }

      function switchOf(key, label, on, work) {
        return button(key, on ? "Activé" : "Désactivé", work, { role: "switch", "aria-checked": String(on), "aria-label": label, class: "switch" });
      }

      function name(text) { return make("strong", {}, text); }

      function view() {
        var places = [["profile", "Mon profil"], ["feed", "Fil"], ["messages", "Messages"], ["friends", "Amis"], ["settings", "Réglages"]];
        return make("main.network", {}, [
          make("header.top", {}, [
            make("p.brand", {}, [make("span", { "aria-hidden": "true" }, "◈ "), network]),
            make("p.who", {}, ["Compte de ", name(me)])]),
          make("nav.places", { "aria-label": "Rubriques" }, places.map(function (each) {
            var waiting = each[0] === "friends" ? requests.length : 0;
            return button("place-" + each[0], each[1] + (waiting ? " (" + waiting + ")" : ""), function () { page = each[0]; open = null; }, { "aria-current": page === each[0] ? "page" : null });
          })),
          make("h1.visually-hidden", {}, network + " : " + places.filter(function (each) { return each[0] === page; })[0][1]),
          make("div.body", {}, pages[page]())
        ]);
      }

      function heading(text) { return make("h2", {}, text); }

      var pages = {
        profile: function () {
          var parts = [];
          if (setup.where !== undefined || setup.draft !== undefined) { parts.push(composer()); }
          parts.push(viewAs());
          if (viewer) { return parts; }
          if (profile.length) {
            parts.push(make("section.card", {}, [heading("Mes informations"), make("ul.rows", {}, profile.map(function (each, at) {
              return make("li", {}, [
                make("span.grow", {}, [name(each.field), " : " + each.value]),
                make("span.pair", {}, choice("info-" + at, "Qui voit : " + each.field, audiences(), each.audience || FRIENDS, function (value) { each.audience = value; }, true))]);
            }))]));
          }
          parts.push(make("section", {}, [heading("Mes publications")].concat(mine.length ? mine.map(own) : [make("p", {}, "Aucune publication.")])));
          var gone = posts.concat(fresh).filter(function (each) { return mine.indexOf(each) < 0; });
          if (gone.length) {
            parts.push(make("section.card", {}, [heading("Supprimées à l'instant"), make("ul.rows", {}, gone.map(function (each) {
              return make("li", {}, [make("span.grow", {}, each.title), button("ungone-" + each.id, "Restaurer", function () {
                mine = fresh.slice().reverse().concat(posts).filter(function (other) { return other === each || mine.indexOf(other) >= 0; });
                next = "audience-" + each.id;
              }, { "aria-label": "Restaurer la publication : " + each.title })]);
            }))]));
          }
          return parts;
        },

        feed: function () {
          var shown = feed.filter(function (each) { return blocked.indexOf(each.by) < 0; });
          return [make("section", {}, [heading("Fil d'actualité")].concat(shown.length ? shown.map(other) : [make("p", {}, "Rien de nouveau.")]))];
        },

        messages: function () {
          var shown = messages.filter(function (each) { return !each.gone && blocked.indexOf(each.from) < 0; });
          return [make("section", {}, [heading("Messages reçus")].concat(shown.length ? shown.map(function (each) {
            var key = "message-" + messages.indexOf(each);
            return make("article.card", {}, [
              make("p", {}, [name(each.from), " · " + (currentFriends().indexOf(each.from) >= 0 ? "ami" : "hors de vos amis") + " · " + each.when]),
              make("p", {}, each.text),
              make("div.tools", {}, [
                button(key + "-gone", "Supprimer la conversation", function () { each.gone = true; Simulator.say("Conversation supprimée."); }, { "aria-label": "Supprimer la conversation avec " + each.from }),
                button(key + "-mute", each.muted ? "Rétablir les alertes" : "Couper les alertes", function () { each.muted = !each.muted; }, { "aria-label": (each.muted ? "Rétablir les alertes de " : "Couper les alertes de ") + each.from })
              ].concat(peopleTools(key, each.from, "message de " + each.from)))].concat(dialog(key)));
          }) : [make("p", {}, "Aucun message.")]).concat(messages.filter(function (each) { return each.gone; }).map(function (each) {
            return make("p.quiet", {}, ["Conversation avec " + each.from + " supprimée. ", button("unmessage-" + messages.indexOf(each), "Annuler", function () { each.gone = false; }, { "aria-label": "Remettre la conversation avec " + each.from })]);
          })))];
        },

        friends: function () {
          var parts = [];
          if (requests.length) {
            parts.push(make("section.card", {}, [heading("Demandes reçues"), make("ul.rows", {}, requests.map(function (each) {
              var key = "request-" + each.name;
              return make("li", {}, [
                make("span.grow", {}, [name(each.name), make("span.small", {}, each.note || "")]),
                button(key + "-yes", "Accepter", function () { requests.splice(requests.indexOf(each), 1); newFriends.push(each.name); Simulator.say(each.name + " fait partie de vos amis."); }, { "aria-label": "Accepter " + each.name }),
                button(key + "-no", "Refuser", function () { requests.splice(requests.indexOf(each), 1); Simulator.say("Demande refusée."); }, { "aria-label": "Refuser " + each.name })
              ].concat(peopleTools(key, each.name, "compte de " + each.name)).concat(dialog(key)));
            }))]));
          }
          parts.push(make("section.card", {}, [heading("Listes d'amis"),
            make("p.quiet", {}, "Vos amis ne voient pas vos listes. Chaque liste peut servir de public à une publication.")
          ].concat(lists.map(listCard)).concat([newList()])));
          parts.push(make("section.card", {}, [heading("Mes amis (" + currentFriends().length + ")"), make("ul.rows", {}, currentFriends().map(function (each) {
            var known = friends.filter(function (friend) { return friend.name === each; })[0] || {};
            var key = "friend-" + each;
            return make("li", {}, [
              make("span.grow", {}, [name(each), make("span.small", {}, [known.note || "", inLists(each)].filter(Boolean).join(" · "))]),
              button(key + "-gone", "Retirer", function () {
                var at = newFriends.indexOf(each);
                if (at >= 0) { newFriends.splice(at, 1); } else { goneFriends.push(each); }
                lists.forEach(function (list) { list.members = list.members.filter(function (member) { return member !== each; }); });
                Simulator.say(each + " ne fait plus partie de vos amis.");
              }, { "aria-label": "Retirer " + each + " de mes amis" })
            ].concat(peopleTools(key, each, "compte de " + each)).concat(dialog(key)));
          }))]));
          if (goneFriends.length) {
            parts.push(make("section.card", {}, [heading("Retirés à l'instant"), make("ul.rows", {}, goneFriends.map(function (each) {
              return make("li", {}, [make("span.grow", {}, each), button("back-" + each, "Annuler", function () { goneFriends.splice(goneFriends.indexOf(each), 1); }, { "aria-label": "Remettre " + each + " dans mes amis" })]);
            }))]));
          }
          return parts;
        },

        settings: function () {
          var parts = SETTINGS.map(function (group) {
            return make("section.card", {}, [heading(group.group), make("ul.rows", {}, group.list.map(function (each) {
              var key = "set-" + each.id;
              return make("li", {}, [make("span.grow", {}, each.label), each.from === "switch"
                ? switchOf(key, each.label, settings[each.id] === "oui", function () { settings[each.id] = settings[each.id] === "oui" ? "non" : "oui"; changedSetting(each.id); })
                : make("span.pair", {}, choice(key, each.label, each.from === "audiences" ? audiences() : each.from, settings[each.id], function (value) { settings[each.id] = value; changedSetting(each.id); }, true))]);
            }))]);
          });
          parts.splice(1, 0, make("section.card", {}, [heading("Anciennes publications"),
            make("p", {}, "Toutes vos publications visibles par tout le monde ou par les amis d'amis passeront à « Amis ». Les autres ne changent pas."),
            button("old", "Limiter mes anciennes publications", function () {
              mine.forEach(function (each) { if (each.audience === ALL || each.audience === SECOND) { each.audience = FRIENDS; } });
              Simulator.say("Vos anciennes publications ne sont plus visibles au-delà de vos amis.");
            })]));
          parts.push(make("section.card", {}, [heading("Comptes bloqués"), blocked.length ? make("ul.rows", {}, blocked.map(function (each) {
            return make("li", {}, [make("span.grow", {}, each), button("free-" + each, "Débloquer", function () { blocked.splice(blocked.indexOf(each), 1); }, { "aria-label": "Débloquer " + each })]);
          })) : make("p", {}, "Aucun compte bloqué.")]));
          if (reported.length) {
            parts.push(make("section.card", {}, [heading("Mes signalements"), make("ul.rows", {}, reported.map(function (each) {
              return make("li", {}, [make("span.grow", {}, each.what + " : " + each.why), button("unreport-" + each.what, "Retirer le signalement", function () { reported.splice(reported.indexOf(each), 1); }, { "aria-label": "Retirer le signalement : " + each.what })]);
            }))]));
          }
          return parts;
        }
      };

      function changedSetting(id) {
        if (id === "posts") { draft.audience = settings.posts; }
        if (id === "place") { draft.place = settings.place === "oui" ? setup.where || "" : ""; }
      }

      function inLists(who) {
        return lists.filter(function (list) { return list.members.indexOf(who) >= 0; }).map(function (list) { return "liste " + list.name; }).join(", ");
      }

      function listCard(list) {
        var key = "list-" + list.name;
        var parts = [make("div.line", {}, [
          make("h3", {}, list.name), make("span.grow", {}, list.members.length ? list.members.join(", ") : "liste vide"),
          button(key, open === key ? "Terminé" : "Modifier", function () { open = open === key ? null : key; }, { "aria-label": (open === key ? "Terminer la liste " : "Modifier la liste ") + list.name, "aria-expanded": String(open === key) }),
          button(key + "-gone", "Supprimer", function () { lists.splice(lists.indexOf(list), 1); Simulator.say("Liste supprimée."); }, { "aria-label": "Supprimer la liste " + list.name })])];
        if (open === key) {
          parts.push(make("ul.checks", {}, currentFriends().map(function (each) {
            var box = make("input", { type: "checkbox", id: key + each, "data-key": key + each, checked: list.members.indexOf(each) >= 0, change: function () {
              list.members = currentFriends().filter(function (other) { return other === each ? box.checked : list.members.indexOf(other) >= 0; });
              refresh();
            } });
            return make("li", {}, [box, make("label", { for: key + each }, each)]);
          })));
        }
        return make("div.list", {}, parts);
      }

      function newList() {
        var field = make("input", { type: "text", id: "list-name", "data-key": "list-name", maxlength: "30", autocomplete: "off" });
        return make("p.line", {}, [make("label", { for: "list-name" }, "Nouvelle liste"), field, button("list-make", "Créer", function () {
          var wanted = field.value.trim();
          if (!wanted || lists.some(function (each) { return each.name.toLowerCase() === wanted.toLowerCase(); })) { Simulator.say("Donnez un nom nouveau à la liste."); return; }
          lists.push({ name: wanted, members: [] });
          open = "list-" + wanted;
          next = open;
          Simulator.say("Liste créée. Cochez ses membres.");
        })]);
      }

      function composer() {
        var text = make("textarea", { id: "draft", "data-key": "draft", rows: "3", maxlength: "400", input: function () { draft.text = text.value; } });
        text.value = draft.text;
        return make("section.card", {}, [
          heading("Nouvelle publication"),
          make("p", {}, [make("label", { for: "draft" }, "Texte"), text]),
          make("div.line", {}, choice("draft-audience", "Qui peut la voir", audiences(), draft.audience, function (value) { draft.audience = value; })),
          setup.where ? make("div.line", {}, [make("span", {}, "Lieu : " + (draft.place || "aucun")),
            button("draft-place", draft.place ? "Retirer le lieu" : "Ajouter le lieu", function () { draft.place = draft.place ? "" : setup.where; })]) : "",
          button("publish", "Publier", function () {
            if (!draft.text.trim()) { Simulator.say("Écrivez d'abord un texte."); return; }
            var post = { id: "new" + (fresh.length + 1), title: draft.text.trim(), text: draft.text.trim(), when: "à l'instant", audience: draft.audience, place: draft.place, tags: [], comments: [], open: true, first: null };
            fresh.push(post);
            mine.unshift(post);
            draft = { text: "", audience: settings.posts, place: settings.place === "oui" ? setup.where || "" : "" };
            next = "audience-" + post.id;
            Simulator.say("Publié.");
          }, { class: "primary" })
        ]);
      }

      function viewAs() {
        var options = ["moi", "un inconnu", "un ami d'ami"].concat(currentFriends());
        var parts = [make("div.line", {}, choice("view-as", "Voir mon profil comme", options, viewer || "moi", function (value) { viewer = value === "moi" ? "" : value; }))];
        if (viewer) {
          var who = viewer === "un inconnu" ? "inconnu" : viewer === "un ami d'ami" ? SECOND : viewer;
          var infos = profile.filter(function (each) { return sees(who, each.audience || FRIENDS); });
          var shown = mine.filter(function (each) { return sees(who, each.audience); });
          var tagged = feed.filter(function (each) { return each.tagged && sees(who, settings.tagged); });
          parts.push(heading("Ce que voit " + viewer));
          parts.push(make("ul", {}, infos.map(function (each) { return make("li", {}, each.field + " : " + each.value); })
            .concat(shown.map(function (each) { return make("li", {}, (each.title === each.text ? "Publication : " : each.title + " : ") + each.text + (each.place ? " (lieu : " + each.place + ")" : "") + (each.tags.length ? " (avec " + each.tags.join(", ") + ")" : "")); }))
            .concat(tagged.map(function (each) { return make("li", {}, "Identification par " + each.by + " : " + each.text); }))
            .concat(sees(who, settings.friends) ? [make("li", {}, "Liste de mes amis : " + currentFriends().join(", "))] : [])));
          if (!infos.length && !shown.length && !tagged.length && !sees(who, settings.friends)) { parts.push(make("p", {}, "Seulement votre nom.")); }
        }
        return make("section.card.as", {}, parts);
      }

      function own(post) {
        var key = post.id;
        var parts = [
          make("p.quiet", {}, me + " · " + post.when),
          post.title === post.text ? "" : make("h3", {}, post.title),
          make("p", {}, post.text)];
        if (post.place) {
          parts.push(make("div.line", {}, [make("span.grow", {}, "Lieu : " + post.place), button("noplace-" + key, "Retirer le lieu", function () { post.place = ""; next = "audience-" + key; Simulator.say("Lieu retiré."); }, { "aria-label": "Retirer le lieu de : " + post.title })]));
        } else if (post.first && post.first.place) {
          parts.push(make("div.line", {}, [make("span.grow", {}, "Sans lieu"), button("noplace-" + key, "Remettre le lieu", function () { post.place = post.first.place; }, { "aria-label": "Remettre le lieu de : " + post.title })]));
        }
        if (post.first && post.first.tags.length) {
          parts.push(make("ul.tags", {}, post.first.tags.map(function (each) {
            var here = post.tags.indexOf(each) >= 0;
            return make("li", {}, [here ? "Avec " + each : "Sans " + each, button("tag-" + key + each, here ? "Retirer" : "Remettre", function () {
              post.tags = post.first.tags.filter(function (other) { return other === each ? !here : post.tags.indexOf(other) >= 0; });
            }, { "aria-label": (here ? "Retirer l'identification de " : "Remettre l'identification de ") + each + " dans : " + post.title })]);
          })));
        }
        parts.push(make("div.line", {}, choice("audience-" + key, "Visible par", audiences(), post.audience, function (value) { post.audience = value; })));
        var select = parts[parts.length - 1].querySelector("select");
        select.setAttribute("aria-label", "Visible par, publication : " + post.title);
        if (post.first && post.first.comments.length) { parts.push(commentsOf(post)); }
        parts.push(make("div.tools", {}, [
          post.comments.length || !post.open ? button("closed-" + key, post.open ? "Fermer les commentaires" : "Rouvrir les commentaires", function () { post.open = !post.open; }, { "aria-label": (post.open ? "Fermer les commentaires de : " : "Rouvrir les commentaires de : ") + post.title }) : "",
          button("gone-" + key, "Supprimer la publication", function () { mine.splice(mine.indexOf(post), 1); open = null; Simulator.say("Publication supprimée."); }, { "aria-label": "Supprimer la publication : " + post.title })]));
        return make("article.card", { "aria-label": "Publication : " + post.title }, parts);
      }

      function commentsOf(post) {
        var shown = post.comments.filter(function (each) { return blocked.indexOf(each.by) < 0; }).sort(function (one, other) { return (other.pinned ? 1 : 0) - (one.pinned ? 1 : 0); });
        return make("div.comments", {}, [make("h4", {}, "Commentaires" + (post.open ? "" : " (fermés)"))].concat(shown.map(function (each) {
          var key = "comment-" + post.id + "-" + post.first.comments.indexOf(each);
          return make("div.comment", {}, [
            make("p", {}, [name(each.by), each.pinned ? " · épinglé" : "", " : " + each.text]),
            make("div.tools", {}, [
              button(key + "-pin", each.pinned ? "Désépingler" : "Épingler", function () { var on = !each.pinned; post.comments.forEach(function (other) { other.pinned = false; }); each.pinned = on; }, { "aria-label": (each.pinned ? "Désépingler" : "Épingler") + " le commentaire de " + each.by }),
              button(key + "-gone", "Supprimer", function () { post.comments.splice(post.comments.indexOf(each), 1); Simulator.say("Commentaire supprimé."); }, { "aria-label": "Supprimer le commentaire de " + each.by })
            ].concat(peopleTools(key, each.by, "commentaire de " + each.by)))].concat(dialog(key)));
        })).concat(post.first.comments.filter(function (each) { return post.comments.indexOf(each) < 0; }).map(function (each) {
          return make("p.quiet", {}, ["Commentaire de " + each.by + " supprimé. ", button("undo-" + post.id + post.first.comments.indexOf(each), "Annuler", function () {
            post.comments = post.first.comments.filter(function (other) { return other === each || post.comments.indexOf(other) >= 0; });
          }, { "aria-label": "Remettre le commentaire de " + each.by })]);
        })));
      }

      function other(each) {
        var key = "feed-" + feed.indexOf(each);
        return make("article.card", { "aria-label": "Publication de " + each.by }, [
          make("p", {}, [name(each.by), " · " + each.when + (each.audience ? " · visible par : " + each.audience : "")]),
          each.hidden ? make("p.quiet", {}, "Publication masquée.") : make("p", {}, each.text),
          each.tagged !== undefined ? make("p.quiet", {}, each.tagged ? "Vous êtes identifié(e) dans cette publication." : "Votre identification a été retirée.") : "",
          make("div.tools", {}, [
            each.tagged !== undefined ? button(key + "-tag", each.tagged ? "Retirer mon identification" : "Remettre mon identification", function () { each.tagged = !each.tagged; each.touched = true; }, { "aria-label": (each.tagged ? "Retirer mon identification de la publication de " : "Remettre mon identification dans la publication de ") + each.by }) : "",
            button(key + "-hide", each.hidden ? "Afficher" : "Masquer", function () { each.hidden = !each.hidden; }, { "aria-label": (each.hidden ? "Afficher" : "Masquer") + " la publication de " + each.by })
          ].concat(peopleTools(key, each.by, "publication de " + each.by)))].concat(dialog(key)));
      }

      // The two buttons by which a person or what they wrote is reported or blocked.
      function peopleTools(key, who, what) {
        var sent = reported.some(function (each) { return each.what === what; });
        return [
          button(key + "-report", sent ? "Signalé" : "Signaler", function () { open = { key: key, kind: "report", who: who, what: what }; next = key + "-why"; }, { disabled: sent, "aria-label": (sent ? "Déjà signalé : " : "Signaler : ") + what }),
          button(key + "-block", "Bloquer", function () { open = { key: key, kind: "block", who: who, what: what }; next = key + "-yes"; }, { "aria-label": "Bloquer " + who })];
      }

      function dialog(key) {
        if (!open || open.key !== key) { return []; }
        var now = open;
        if (now.kind === "block") {
          return [make("div.ask", { role: "group", "aria-label": "Bloquer " + now.who }, [
            make("p", {}, now.who + " ne pourra plus vous écrire, vous commenter ni voir votre profil, et ne sera pas prévenu(e). Vous ne verrez plus ses messages ni ses commentaires."),
            make("div.tools", {}, [
              button(key + "-yes", "Confirmer le blocage", function () { blocked.push(now.who); open = null; Simulator.say(now.who + " est bloqué(e)."); }, { class: "primary" }),
              button(key + "-no", "Annuler", function () { open = null; next = key + "-block"; })])])];
        }
        var why = make("select", { id: key + "-why", "data-key": key + "-why" }, REASONS.map(function (each) { return make("option", { value: each }, each); }));
        return [make("div.ask", { role: "group", "aria-label": "Signaler : " + now.what }, [
          make("p", {}, "Les modérateurs examineront : " + now.what + "."),
          make("div.line", {}, [make("label", { for: key + "-why" }, "Motif"), why]),
          make("div.tools", {}, [
            button(key + "-send", "Envoyer le signalement", function () { reported.push({ what: now.what, why: why.value }); open = null; next = key + "-block"; Simulator.say("Signalement envoyé."); }, { class: "primary" }),
            button(key + "-no", "Annuler", function () { open = null; next = key + "-report"; })])])];
      }

      // ---- facts

      function changesOf(post) {
        var lines = [];
        if (mine.indexOf(post) < 0) { return [post.title + " : supprimée"]; }
        if (post.audience !== post.first.audience) { lines.push(post.title + " : " + post.audience); }
        if (post.place !== post.first.place) { lines.push(post.title + " : sans lieu"); }
        post.first.tags.forEach(function (each) { if (post.tags.indexOf(each) < 0) { lines.push(post.title + " : sans " + each); } });
        if (!post.open) { lines.push(post.title + " : commentaires fermés"); }
        return lines;
      }

      function labelOf(id) {
        return [].concat.apply([], SETTINGS.map(function (group) { return group.list; })).filter(function (each) { return each.id === id; })[0].label;
      }

      refresh();

      return {
        facts: function () {
          var kept = fresh.filter(function (each) { return mine.indexOf(each) >= 0; });
          var last = kept[kept.length - 1];
          var comments = [];
          posts.forEach(function (post) {
            post.first.comments.forEach(function (each) {
              if (post.comments.indexOf(each) < 0) { comments.push(each.by + " : supprimé"); } else if (each.pinned) { comments.push(each.by + " : épinglé"); }
            });
          });
          return {
            settings: fact(Object.keys(settings).filter(function (id) { return settings[id] !== firstSettings[id]; }).map(function (id) { return labelOf(id) + " : " + settings[id]; })),
            posts: fact([].concat.apply([], posts.map(changesOf))),
            profile: fact(profile.filter(function (each, at) { return (each.audience || FRIENDS) !== (setup.profile[at].audience || FRIENDS); }).map(function (each) { return each.field + " : " + each.audience; })),
            published: fact(kept.map(function (each) { return each.text; })),
            "published-for": last ? last.audience : "",
            "published-place": last ? last.place : "",
            comments: fact(comments),
            feed: fact(feed.filter(function (each) { return each.touched && !each.tagged; }).map(function (each) { return each.by + " : identification retirée"; })
              .concat(feed.filter(function (each) { return each.hidden; }).map(function (each) { return each.by + " : masquée"; }))),
            blocked: fact(blocked),
            reported: fact(reported.map(function (each) { return each.what; })),
            "reported-why": fact(reported.map(function (each) { return each.what + " : " + each.why; })),
            "friends-new": fact(newFriends),
            "friends-gone": fact(goneFriends),
            requests: fact(requests.map(function (each) { return each.name; })),
            lists: JSON.stringify(lists) === firstLists ? "" : fact(lists.map(function (each) { return each.name + " : " + sorted(each.members).join(", "); })),
            "messages-gone": fact(messages.filter(function (each) { return each.gone; }).map(function (each) { return each.from; })),
            "messages-muted": fact(messages.filter(function (each) { return each.muted && !each.gone; }).map(function (each) { return each.from; }))
          };
        }
      };
    }
  });
})();
