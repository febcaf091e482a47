// Small behaviours on top of plain HTML: every page works without this file.
(function () {
  "use strict";

  // A lost network or a tool that fails: nothing is swapped, so what was typed stays; say so, where a screen reader
  // hears it.
  var warnings = ["network-lost", "tool-failed"];
  function warn(id) {
    warnings.forEach(function (each) { document.getElementById(each).hidden = each !== id; });
    if (id) { document.getElementById(id).scrollIntoView({ block: "nearest" }); }
  }
  document.addEventListener("htmx:sendError", function () { warn("network-lost"); });
  document.addEventListener("htmx:timeout", function () { warn("network-lost"); });
  document.addEventListener("htmx:beforeRequest", function () { warn(null); });

  // Pages of refusals are worth reading: swap their main part as well. What is not a page of ours is a failure on the
  // way.
  document.addEventListener("htmx:beforeSwap", function (event) {
    var detail = event.detail;
    if (detail.xhr.status < 400) { return; }
    if (detail.xhr.status < 500 && detail.serverResponse.indexOf('id="main"') >= 0) {
      detail.shouldSwap = true;
      detail.isError = false;
      detail.selectOverride = "#main";
      // Also what a part of the page had asked for.
      detail.target = document.getElementById("main");
    } else if (detail.xhr.status < 500 && detail.serverResponse.indexOf("data-report") >= 0) {
      detail.shouldSwap = true;
      detail.isError = false;
    } else {
      warn("tool-failed");
    }
  });

  // After a swap, begin reading at the top of the new content, or at the field that lacks an answer.
  document.addEventListener("htmx:afterSettle", function (event) {
    var main = document.getElementById("main");
    if (event.detail.target.id !== "main" || !main) { return; }
    if (main.dataset.title) { document.title = main.dataset.title; }
    startTimer();
    startSimulator();
    startWatch();
    var field = main.querySelector("[aria-invalid], [data-invalid] :checked, [data-invalid] input");
    if (field) {
      field.focus({ preventScroll: true });
      document.getElementById("problem").scrollIntoView({ block: "center" });
      return;
    }
    var first = main.querySelector("[data-focus]") || main;
    if (!first.hasAttribute("tabindex")) { first.setAttribute("tabindex", "-1"); }
    first.focus({ preventScroll: true });
    window.scrollTo({ top: 0, behavior: "instant" });
  });

  // One click, one request: buttons of a form that is on its way are disabled (after the browser has read them).
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.hasAttribute("hx-post")) { return; }
    if (form.dataset.busy) { document.querySelector("#" + form.dataset.busy + " [hidden]").hidden = false; }
    window.setTimeout(function () {
      form.querySelectorAll("button").forEach(function (button) { button.disabled = true; });
    }, 0);
  });
  function enable() {
    document.querySelectorAll("form:not([data-storage-get]) button[disabled]:not([data-waiting])").forEach(function (button) {
      button.disabled = false;
    });
  }
  window.addEventListener("pageshow", enable);

  // A platform that registered the tool shows the outcome in a window or frame of its own, and waits to hear that it may
  // close it. Only its own pages hear: each origin is named, and the browser drops what is for another.
  document.querySelectorAll("[data-close-origins]").forEach(function (button) {
    var platform = window.opener || (window.parent !== window ? window.parent : null);
    button.hidden = !platform;
    button.addEventListener("click", function () {
      button.dataset.closeOrigins.split(" ").forEach(function (origin) {
        platform.postMessage({ subject: "org.imsglobal.lti.close" }, origin);
      });
    });
  });

  // Where a platform keeps things for tools that get no cookie (LTI client side postMessages): it is asked which frame does
  // so, and only pages of its own origin are told or believed anything. Whoever waits hears after PLATFORM_PATIENCE that
  // nothing came (null), and again if it comes later after all: the page around may be a slow one.
  var PLATFORM_PATIENCE = 2000;
  function platformStorage(element, target, message, done) {
    var platform = window.opener || window.parent;
    var id = String(Date.now()) + Math.random();
    var over = false;
    function finish(value) {
      if (!over) { over = true; window.removeEventListener("message", hear); done(value); }
    }
    function ask(name) {
      var frame = platform;
      try { frame = !name || name === "_parent" ? platform : platform.frames[name] || platform; } catch (e) { frame = platform; }
      message.message_id = id;
      frame.postMessage(message, element.dataset.origin);
    }
    function hear(event) {
      var data = event.data;
      if (!data || typeof data !== "object") { return; }
      if (data.message_id === "capabilities-" + id && data.subject === "lti.capabilities.response") {
        var own = (data.supported_messages || []).filter(function (each) { return each.subject === message.subject; })[0];
        if (own && own.frame && own.frame !== target) { ask(own.frame); }
      } else if (event.origin === element.dataset.origin && data.message_id === id
          && data.subject === message.subject + ".response") {
        finish(data.error ? null : data.value);
      }
    }
    window.addEventListener("message", hear);
    platform.postMessage({ subject: "lti.capabilities", message_id: "capabilities-" + id }, "*");
    ask(target);
    setTimeout(function () { if (!over) { done(null); } }, PLATFORM_PATIENCE);
  }
  document.querySelectorAll("[data-storage-put]").forEach(function (link) {
    var gone = false;
    platformStorage(link, link.dataset.storagePut,
        { subject: "lti.put_data", key: link.dataset.key, value: link.dataset.value },
        function () {
          if (!gone) { gone = true; location.replace(link.href); }
        });
  });
  document.querySelectorAll("[data-storage-get]").forEach(function (form) {
    var needed = form.hasAttribute("data-proof-needed");
    var sent = false;
    form.addEventListener("submit", function () { sent = true; });
    form.querySelector("button").disabled = true;
    platformStorage(form, form.dataset.storageGet, { subject: "lti.get_data", key: form.dataset.key }, function (value) {
      if (sent) { return; }
      document.getElementById("no-proof").hidden = !!value || !needed;
      form.querySelector("button").disabled = !value && needed;
      if (!value) { return; }
      if (needed) { form.elements.proof.value = value; }
      // Cookies may stay here although the login's did not, which was perhaps begun elsewhere.
      if (cookiesStay()) {
        form.elements.here.value = "frame";
        form.target = "_self";
        form.submit();
      } else {
        openHere(form);
      }
    });
  });
  function cookiesStay() {
    try {
      document.cookie = "pixlti-probe=1; Path=/; Secure; SameSite=None; Partitioned";
      return document.cookie.indexOf("pixlti-probe=1") >= 0;
    } catch (e) { return false; }
  }

  // A browser that keeps no cookie at all: this page stays, sends the session's proof itself with each request, and shows
  // what comes back. Nothing is kept anywhere else, so the session ends with the page.
  var session = null;
  var address = location.href;
  function openHere(form) {
    form.elements.here.value = "script";
    form.querySelector("button").disabled = true;
    fetch(form.getAttribute("action"), { method: "POST", body: new URLSearchParams(new FormData(form)) })
      .then(function (answer) {
        if (!answer.ok) { return answer.text().then(show); }
        return answer.json().then(function (opened) {
          if (!opened.session) { location.replace(opened.path); return; }
          session = opened.session;
          carry(new URL(opened.path, address));
        });
      }, lost);
  }
  function carry(to, body) {
    fetch(to, { method: body ? "POST" : "GET", body: body, headers: { "Pixlti-Session": session } })
      .then(function (answer) {
        // A file that is handed out is no page of the tool, whatever it says of itself.
        var handedOut = /^attachment/.test(answer.headers.get("Content-Disposition") || "");
        if (!handedOut && /^text\/html/.test(answer.headers.get("Content-Type") || "")) {
          address = answer.url;
          return answer.text().then(show);
        }
        return answer.blob().then(function (file) { save(file, answer); });
      }, lost);
  }
  function lost() {
    warn("network-lost");
    enable();
  }
  function show(html) {
    var page = new DOMParser().parseFromString(html, "text/html");
    var main = page.getElementById("main");
    if (!main) { warn("tool-failed"); enable(); return; }
    warn(null);
    document.title = page.title;
    document.documentElement.lang = page.documentElement.lang;
    document.querySelector("header.bar").replaceWith(page.querySelector("header.bar"));
    document.getElementById("main").replaceWith(main);
    htmx.process(main);
    ready();
    var first = main.querySelector("[data-focus]") || main;
    first.setAttribute("tabindex", "-1");
    first.focus({ preventScroll: true });
    window.scrollTo({ top: 0, behavior: "instant" });
  }
  function save(file, answer) {
    var named = /filename="?([^";]+)/.exec(answer.headers.get("Content-Disposition") || "");
    var link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = named ? named[1] : "";
    link.click();
    URL.revokeObjectURL(link.href);
    enable();
  }
  function ours(to) { return to.origin === location.origin && to.pathname.indexOf("/~") === 0; }
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href]");
    if (!session || !link || event.defaultPrevented || link.getAttribute("href").charAt(0) === "#") { return; }
    var to = new URL(link.getAttribute("href"), address);
    if (ours(to)) { event.preventDefault(); carry(to); }
  });
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (!session || event.defaultPrevented || form.hasAttribute("hx-post")) { return; }
    var button = event.submitter;
    var to = new URL(button && button.getAttribute("formaction") || form.getAttribute("action") || address, address);
    if (!ours(to)) { return; }
    event.preventDefault();
    var fields = new FormData(form, button);
    if ((button && button.getAttribute("formmethod") || form.method).toLowerCase() === "get") {
      to.search = new URLSearchParams(fields);
      carry(to);
    } else {
      carry(to, form.enctype === "multipart/form-data" ? fields : new URLSearchParams(fields));
    }
  });
  document.addEventListener("htmx:configRequest", function (event) {
    if (session) { event.detail.headers["Pixlti-Session"] = session; }
  });
  document.addEventListener("htmx:beforeOnLoad", function (event) {
    var next = session && event.detail.xhr.getResponseHeader("HX-Redirect");
    if (next) { event.preventDefault(); carry(new URL(next, address)); }
  });

  // The platform takes what a teacher chose in a window from its own frame only: this page waits for it there.
  function wait(form) {
    var again = function () { window.setTimeout(wait, 2000, form); };
    if (!form.isConnected) { return; }
    fetch(form.dataset.ready, { method: "POST", body: new URLSearchParams(new FormData(form)) }).then(function (answer) {
      if (!form.isConnected) { return; }
      if (answer.status === 200) {
        form.submit();
      } else if (answer.status === 410) {
        document.getElementById("waited-too-long").hidden = false;
        form.hidden = true;
      } else { again(); }
    }, again);
  }
  document.querySelectorAll("form[data-ready]").forEach(wait);
  if (document.querySelector("[data-close-window]")) { window.close(); }

  // A timed question: shows what is left; the server alone decides whether an answer was late.
  var ticking = null;
  function startTimer() {
    if (ticking) { window.clearInterval(ticking); ticking = null; }
    var shown = document.querySelector("[data-seconds-left]");
    if (!shown) { return; }
    var end = Date.now() + Number(shown.dataset.secondsLeft) * 1000;
    var over = document.querySelector("[data-time-over]");
    var tick = function () {
      var left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      shown.textContent = Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0");
      if (left === 0) {
        if (over) { over.textContent = over.dataset.text; }
        window.clearInterval(ticking);
      }
    };
    tick();
    ticking = window.setInterval(tick, 500);
  }

  // A simulator: a page of ours in a frame that has no origin. It is told what to show at first and tells what holds since;
  // its facts go with the form, and only the server knows which are right. Its words are taken like a stranger's.
  var MOST_FACTS = 100, LONGEST_FACT = 500, LOWEST = 240, HIGHEST = 900, PATIENCE = 15000;
  function simulator() { return document.querySelector("iframe[data-setup]"); }
  function sayOfSimulator(what) {
    var line = document.querySelector(".simulator-line [role=status]");
    line.textContent = what ? line.dataset[what] : "";
  }
  function startSimulator() {
    var frame = simulator();
    if (!frame) { return; }
    frame.parentNode.hidden = false;
    sayOfSimulator("loading");
    // Only now, when somebody listens to what it will say.
    frame.src = frame.dataset.src;
    window.setTimeout(function () {
      if (frame === simulator() && document.querySelector("button[data-waiting]")) { sayOfSimulator("late"); }
    }, PATIENCE);
  }
  function tellSimulator(frame, message) {
    message.to = "pixlti-simulator";
    // No origin can be named for a frame that has none; what is told is for everybody's eyes.
    frame.contentWindow.postMessage(message, "*");
  }
  function believable(facts) {
    var names = facts && typeof facts === "object" && !Array.isArray(facts) ? Object.keys(facts) : [];
    return names.length > 0 && names.length <= MOST_FACTS && names.every(function (name) {
      return /^[A-Za-z0-9][\w.:\/-]{0,59}$/.test(name) && typeof facts[name] === "string"
        && facts[name].length <= LONGEST_FACT;
    });
  }
  var restarting = false;
  function takeFacts(facts) {
    var form = document.querySelector("[data-facts]");
    form.replaceChildren.apply(form, Object.keys(facts).map(function (name) {
      var field = document.createElement("input");
      field.type = "hidden";
      field.name = "fact." + name;
      field.value = facts[name];
      return field;
    }));
    var waiting = document.querySelector("button[data-waiting]");
    if (waiting) {
      waiting.disabled = false;
      waiting.removeAttribute("data-waiting");
      document.querySelector("[data-reset]").hidden = false;
    }
    sayOfSimulator(restarting ? "restarted" : null);
    restarting = false;
  }
  window.addEventListener("message", function (event) {
    var frame = simulator();
    var data = event.data;
    if (!frame || event.source !== frame.contentWindow || !data || data.from !== "pixlti-simulator") { return; }
    if (data.type === "ready") {
      tellSimulator(frame, { type: "setup", setup: JSON.parse(frame.dataset.setup) });
    } else if (data.type === "facts" && believable(data.facts)) {
      takeFacts(data.facts);
    } else if (data.type === "height" && Number.isFinite(data.height)) {
      frame.style.height = Math.min(HIGHEST, Math.max(LOWEST, data.height)) + "px";
    }
  });
  document.addEventListener("click", function (event) {
    if (!event.target.matches("[data-reset]")) { return; }
    simulator().focus();
    restarting = true;
    tellSimulator(simulator(), { type: "reset" });
  });
  // A question to be answered without leaving the page: leaving is told to the server and to the learner, once. The page is
  // left when neither it nor a frame inside it, such as a simulator, has the keyboard. It is watched from when it first has
  // it: within a platform's page it may be shown before anybody came to it.
  var watched = null;
  function isHere() { return !document.hidden && document.hasFocus(); }
  function startWatch() {
    var box = document.querySelector("[data-leaving]");
    if (watched) { window.clearInterval(watched.looking); }
    watched = box && !box.dataset.left ? { box: box, begun: isHere(), looking: window.setInterval(look, 500) } : null;
  }
  function look() {
    if (!watched) { return; }
    if (isHere()) { watched.begun = true; return; }
    if (watched.begun) { tellLeaving(watched.box); }
  }
  function tellLeaving(box) {
    var form = document.querySelector("#main form");
    window.clearInterval(watched.looking);
    watched = null;
    box.querySelector("[role=status]").textContent = box.querySelector("[role=status]").dataset.text;
    // Should the message get lost, the answer tells.
    var left = document.createElement("input");
    left.type = "hidden";
    left.name = "left";
    left.value = "true";
    form.appendChild(left);
    fetch(box.dataset.leaving, { method: "POST", keepalive: true, credentials: "same-origin", body: new URLSearchParams(
      { _csrf: form.elements._csrf.value, position: form.elements.position.value }) }).catch(function () {});
  }
  // Within frames, the window loses the keyboard before the frame inside has it.
  window.addEventListener("blur", function () { window.setTimeout(look, 0); });
  document.addEventListener("visibilitychange", look);
  // Going on to another page of the tool is no leaving.
  window.addEventListener("pagehide", function () {
    if (watched) { window.clearInterval(watched.looking); watched = null; }
  });

  // How many topics a campaign is composed of, said while they are chosen.
  document.addEventListener("change", function (event) {
    var shown = document.querySelector("[data-count]");
    if (!shown || event.target.name !== shown.dataset.count) { return; }
    var chosen = Array.prototype.filter.call(event.target.form.elements[shown.dataset.count], function (field) {
      return field.value !== "";
    }).length;
    shown.textContent = chosen === 0 ? shown.dataset.none
        : chosen === 1 ? shown.dataset.one : shown.dataset.many.replace("2", chosen);
  });
  // Enter within one of many fields is no wish to be done with the form.
  document.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && event.target.matches("form.campaign-form input")) { event.preventDefault(); }
  });

  // What a page needs once it stands.
  function ready() {
    startTimer();
    startSimulator();
    startWatch();

    // Addresses to be pasted elsewhere.
    document.querySelectorAll("[data-copy]").forEach(function (button) {
      button.hidden = !navigator.clipboard;
      button.addEventListener("click", function () {
        navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim()).then(function () {
          document.getElementById("copied").textContent = button.dataset.copied;
        });
      });
    });

    // Times come in UTC; show them as the reader's own clock does.
    document.querySelectorAll("time[data-local]").forEach(function (time) {
      time.textContent = new Date(time.dateTime).toLocaleString(document.documentElement.lang,
        time.dataset.local === "day" ? { dateStyle: "long" } : { dateStyle: "short", timeStyle: "short" });
    });

    // A page that only passes something on: its form goes by itself; without scripts, a person presses the button.
    var passing = document.querySelector("form[data-post-now]");
    if (passing) { passing.submit(); }
  }
  ready();
})();
