// Small behaviours on top of plain HTML: every page works without this file.
(function () {
  "use strict";

  var lost = function () { return document.getElementById("network-lost"); };

  // A lost network: nothing is swapped, so what was typed stays; say so, where a screen reader hears it.
  document.addEventListener("htmx:sendError", function () {
    lost().hidden = false;
    lost().scrollIntoView({ block: "nearest" });
  });
  document.addEventListener("htmx:timeout", function () { lost().hidden = false; });
  document.addEventListener("htmx:beforeRequest", function () { lost().hidden = true; });

  // Pages of refusals are worth reading: swap them as well.
  document.addEventListener("htmx:beforeSwap", function (event) {
    var type = event.detail.xhr.getResponseHeader("Content-Type") || "";
    if (event.detail.xhr.status >= 400 && type.indexOf("text/html") === 0) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });

  // After a swap, begin reading at the top of the new content, and keep the window's title true.
  document.addEventListener("htmx:afterSettle", function (event) {
    var main = document.getElementById("main");
    if (event.detail.target.id === "main" && main) {
      if (main.dataset.title) { document.title = main.dataset.title; }
      var first = main.querySelector("[data-focus]") || main;
      if (first !== main && !first.hasAttribute("tabindex")) { first.setAttribute("tabindex", "-1"); }
      first.focus({ preventScroll: true });
      window.scrollTo(0, 0);
      startTimer();
    }
  });

  // One click, one request: buttons of a form that is on its way are disabled (after the browser has read them).
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.hasAttribute("hx-post")) { return; }
    window.setTimeout(function () {
      form.querySelectorAll("button").forEach(function (button) { button.disabled = true; });
    }, 0);
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form button[disabled]").forEach(function (button) { button.disabled = false; });
  });

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
        if (over) { over.hidden = false; }
        window.clearInterval(ticking);
      }
    };
    tick();
    ticking = window.setInterval(tick, 500);
  }
  startTimer();
})();
