// Links and forms marked data-enhance go through Enhance.visit; every form is sent once, however often it is clicked.
"use strict";
(() => {
  const { visit, leave } = window.Enhance;

  const sameOrigin = url => new URL(url, location.href).origin === location.origin;

  function onClick(event) {
    const link = event.target.closest?.("a[data-enhance]");
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.target || link.hasAttribute("download") || !sameOrigin(link.href)) return;
    event.preventDefault();
    leave().then(goes => goes && visit(link.href));
  }

  function onSubmit(event) {
    const form = event.target;
    if (event.defaultPrevented || form.getAttribute("method") === "dialog") return;
    const submitter = event.submitter;
    if (form.dataset.busy) return event.preventDefault();
    const url = submitter?.hasAttribute("formaction") ? submitter.formAction : new URL(form.getAttribute("action") || location.href, location.href).href;
    const method = (submitter?.getAttribute("formmethod") ?? form.getAttribute("method") ?? "get").toUpperCase();
    const enhanced = form.hasAttribute("data-enhance") && !submitter?.hasAttribute("formtarget") && !form.hasAttribute("target") && sameOrigin(url);
    if (method === "GET" && !enhanced) return;
    event.preventDefault();
    busy(form, submitter, true);
    leave(form).then(async goes => {
      if (!goes) return busy(form, submitter, false);
      if (!enhanced) {
        // The submitter's name and value go along as they would without script.
        if (submitter?.name) form.append(hidden(submitter.name, submitter.value));
        if (submitter?.hasAttribute("formaction")) form.setAttribute("action", url);
        HTMLFormElement.prototype.submit.call(form);
        // An answer that is a download leaves this page standing.
        return void setTimeout(() => busy(form, submitter, false), 8000);
      }
      // Read now, not on the click: an autosave that was under way may have moved the version on.
      const data = new FormData(form);
      let gone;
      if (submitter?.name) data.append(submitter.name, submitter.value);
      if (method === "GET") {
        const target = new URL(url, location.href);
        target.search = new URLSearchParams([...data].filter(([, value]) => typeof value === "string" && value !== ""));
        target.hash = "";
        gone = await visit(target.href, { submitter });
      } else {
        const body = form.enctype === "multipart/form-data" ? data : new URLSearchParams([...data].map(([name, value]) => [name, typeof value === "string" ? value : value.name]));
        gone = await visit(url, { request: { method: "POST", body }, submitter });
      }
      if (!gone) busy(form, submitter, false);
    });
  }

  function hidden(name, value) {
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name, value });
    input.dataset.once = "";
    return input;
  }

  function busy(form, submitter, on) {
    if (on) form.dataset.busy = "1"; else { delete form.dataset.busy; delete form.dataset.uploading; }
    form.setAttribute("aria-busy", on);
    for (const button of form.querySelectorAll("button:not([type=button]), input[type=submit]")) {
      if (on && !button.disabled) { button.disabled = true; button.dataset.paused = ""; }
      if (!on && "paused" in button.dataset) { button.disabled = false; delete button.dataset.paused; }
    }
    submitter?.classList.toggle("is-busy", on);
    if (!on) form.querySelectorAll("[data-once]").forEach(input => input.remove());
  }

  // The answer replaces the form: what was typed while it was on its way would be lost. An upload's is carried over.
  document.addEventListener("beforeinput", event => { if (event.target.closest?.("form[data-busy]:not([data-uploading])")) event.preventDefault(); });
  // Back from another page, or from a download that left this one standing.
  addEventListener("pageshow", () => document.querySelectorAll("form[data-busy]").forEach(form => busy(form, null, false)));
  document.addEventListener("click", onClick);
  document.addEventListener("submit", onSubmit);
})();
