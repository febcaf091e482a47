// What all simulators share: the talk with the page around them, starting again, and a few words.
// Loaded before the simulator's own script, in a sandboxed frame without an origin: nothing is stored, nothing fetched.
(function () {
  "use strict";

  var LONGEST_FACT = 500;
  var root = document.getElementById("simulator");
  var definition = null;
  var setup = null;
  var instance = null;
  var told = null;
  var shown = 0;
  var saying = 0;

  function tell(message) {
    message.from = "pixlti-simulator";
    // The frame cannot know who shows it; what it tells is only what the learner sees anyway.
    window.parent.postMessage(message, "*");
  }

  function begin() {
    root.textContent = "";
    say("");
    told = null;
    instance = null;
    instance = definition.start(root, JSON.parse(JSON.stringify(setup)));
    changed();
  }

  // The page takes texts of one line that are not too long, and nothing else.
  function text(value) {
    var line = value === undefined || value === null ? "" : String(value).replace(/\s*[\r\n]+\s*/g, " ").trim();
    return line.length > LONGEST_FACT ? line.slice(0, LONGEST_FACT) : line;
  }

  /** Tells the page what holds now: facts by name, all of them texts. Called after every act of the learner. */
  function changed() {
    // While start() is still at work there is nothing to tell yet; begin() tells it.
    if (!instance) { return; }
    var now = instance.facts();
    var facts = {};
    Object.keys(now).forEach(function (name) { facts[name] = text(now[name]); });
    var json = JSON.stringify(facts);
    if (json !== told) {
      told = json;
      tell({ type: "facts", facts: facts });
    }
  }

  function height() {
    var now = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (now !== shown) {
      shown = now;
      tell({ type: "height", height: now });
    }
  }

  window.addEventListener("message", function (event) {
    var data = event.data;
    if (event.source !== window.parent || !data || data.to !== "pixlti-simulator" || !definition) { return; }
    if (data.type === "setup" && data.setup && typeof data.setup === "object") {
      setup = data.setup;
      shown = 0;
      begin();
      height();
    }
    if (data.type === "reset" && setup) {
      begin();
      root.focus();
    }
  });

  // A frame without the right to send forms fires no "submit" at all: a button that would submit does it here instead, and
  // so does Enter in a field, which presses that button.
  document.addEventListener("click", function (event) {
    var button = event.target.closest("button, input[type=submit]");
    if (!button || button.type !== "submit" || !button.form || event.defaultPrevented) { return; }
    event.preventDefault();
    if (button.form.noValidate || button.form.reportValidity()) {
      button.form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
    }
  });

  // Says a short sentence to screen readers, and shows it for those who look.
  function say(sentence) {
    var line = document.getElementById("said");
    line.textContent = "";
    window.clearTimeout(saying);
    if (sentence) {
      saying = window.setTimeout(function () { line.textContent = sentence; }, 50);
    }
  }

  // An element: name ("button.primary"), attributes (a function is a listener), children (texts or elements).
  function make(name, attributes, children) {
    var parts = name.split(".");
    var element = document.createElement(parts[0]);
    parts.slice(1).forEach(function (each) { element.classList.add(each); });
    Object.keys(attributes || {}).forEach(function (key) {
      var value = attributes[key];
      if (typeof value === "function") {
        element.addEventListener(key, value);
      } else if (value === true) {
        element.setAttribute(key, "");
      } else if (value !== false && value !== null && value !== undefined) {
        element.setAttribute(key, value);
      }
    });
    [].concat(children === undefined || children === null ? [] : children).forEach(function (child) {
      element.append(child);
    });
    return element;
  }

  // French spacing on the screen: no line begins with « ? » or ends with an opening guillemet.
  function spaced(element) {
    var walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      var text = walker.currentNode.data;
      var better = text.replace(/ (?=[:;!?»€%])/g, "\u00a0").replace(/« /g, "«\u00a0");
      if (better !== text) { walker.currentNode.data = better; }
    }
    return element;
  }

  window.Simulator = {
    // definition: { start(root, setup) → { facts() → {name: text} } }
    define: function (given) {
      definition = given;
      if (window.ResizeObserver) { new ResizeObserver(height).observe(document.documentElement); }
      tell({ type: "ready" });
    },
    changed: changed,
    say: say,
    spaced: spaced,
    make: make
  };
})();
