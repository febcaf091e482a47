// Small services to the pages of the demo LMS; every page works without them.
"use strict";

// The form of a launch goes on its way by itself.
const form = document.querySelector("form[data-submit-now]");
if (form) {
  form.submit();
}

// What came back from the tool's dialogue goes on in the page around the frame.
const onward = document.querySelector("a[data-go-now]");
if (onward && window !== window.top) {
  window.top.location.assign(onward.href);
}

// A tool that has registered says that its page may be closed; nobody else is heard.
const closing = document.querySelector("iframe[data-closes-from]");
if (closing) {
  window.addEventListener("message", (event) => {
    const said = event.data;
    if (event.origin === closing.dataset.closesFrom && event.source === closing.contentWindow
        && said && said.subject === "org.imsglobal.lti.close") {
      location.assign(closing.dataset.closesTo);
    }
  });
}

// A part of a page that keeps itself up to date, and says so to screen readers only when it has changed.
const part = document.querySelector("[data-refresh]");
if (part) {
  const refresh = async () => {
    if (document.hidden) {
      return;
    }
    try {
      const answer = await fetch(location.pathname, { credentials: "same-origin" });
      if (!answer.ok) {
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(part.id);
      const time = page.getElementById("updated");
      if (time) {
        document.getElementById("updated").textContent = time.textContent;
      }
      if (fresh && fresh.innerHTML !== part.innerHTML) {
        part.innerHTML = fresh.innerHTML;
        document.getElementById("news").textContent = part.dataset.changed;
      }
    } catch (lost) {
      // No network for the moment: what is shown stays, with the time it was read.
    }
  };
  setInterval(refresh, Number(part.dataset.refresh) * 1000);
}
