// Small helpers: confirm before a step that can't be taken back, copy, "/" to search, progress of long work.
"use strict";
(() => {
  const { register, announce } = window.Enhance;

  /* ---- confirm ---- */
  let agreed = null;
  document.addEventListener("click", event => {
    const button = event.target.closest?.("button[data-confirm]");
    if (!button || agreed === button) return;
    const complete = ready(button);
    if (!complete && !button.dataset.confirmElse) return;
    event.preventDefault();
    event.stopPropagation();
    if (!complete) return document.querySelector(button.dataset.confirmElse).click();
    ask(button.dataset.confirm, button.dataset.confirmOk || button.textContent.trim(), button.classList.contains("btn-outline-danger")).then(yes => {
      button.focus();
      if (!yes) return;
      agreed = button;
      button.click();
      agreed = null;
    });
  }, true);

  // Nobody is asked to confirm what will be refused because something is missing: it is sent as it is, and the server, which
  // requires the same, names everything at once. What counts as missing: a required field; a control that says data-needed-with
  // (a selector), while that finds something; all of those that the button names in data-confirm-needs (one is enough).
  // Where what is missing here may have been added in another window meanwhile, data-confirm-else names the button to press instead.
  // A button that sends no form to be filled in says formnovalidate.
  function ready(button) {
    const form = button.form;
    if (!form || button.formNoValidate) return true;
    const find = (selector, root = form) => [...root.querySelectorAll(selector)];
    const needs = button.dataset.confirmNeeds;
    return (!needs || find(needs).some(given))
      && find("[data-needed-with]").every(control => given(control) || !form.querySelector(control.dataset.neededWith))
      && find("[data-required]:not([data-filled])").every(field => {
        const controls = find("input, select, textarea", field).filter(control =>
          control.type !== "hidden" && !control.disabled && !control.readOnly && control.getClientRects().length > 0);
        return controls.length === 0 || controls.some(given);
      });
  }

  // Blank is what the server calls blank; trim() takes away more.
  const given = control => control.type === "checkbox" || control.type === "radio" ? control.checked : /\P{White_Space}/u.test(control.value);

  function ask(question, ok, dangerous) {
    return new Promise(resolve => {
      const dialog = document.createElement("dialog");
      const text = document.createElement("p");
      const row = document.createElement("div");
      const button = (label, look, value) => {
        const made = Object.assign(document.createElement("button"), { type: "button", className: "btn " + look, textContent: label });
        made.addEventListener("click", () => dialog.close(value));
        return made;
      };
      dialog.className = "ask";
      text.id = "ask-text";
      text.textContent = question;
      dialog.setAttribute("aria-labelledby", "ask-text");
      row.append(button("取消", "btn-outline-secondary", ""), button(ok, dangerous ? "btn-outline-danger" : "btn-primary", "yes"));
      dialog.append(text, row);
      dialog.addEventListener("close", () => { dialog.remove(); resolve(dialog.returnValue === "yes"); });
      document.body.append(dialog);
      dialog.showModal();
    });
  }

  /* ---- copy ---- */
  register("[data-copy]", button => button.addEventListener("click", async () => {
    const from = button.dataset.copy;
    const element = from.startsWith("#") ? document.querySelector(from) : null;
    const label = button.textContent;
    try {
      await navigator.clipboard.writeText(element ? element.value ?? element.textContent.trim() : from);
      button.textContent = "已复制";
    } catch {
      button.textContent = "请手动复制";
    }
    announce(button.textContent);
    setTimeout(() => { button.textContent = label; }, 2000);
  }));

  /* ---- "/" to search ---- */
  document.addEventListener("keydown", event => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
    const search = document.querySelector("[data-search]");
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select?.();
  });

  /* ---- progress of long work ---- */
  register("[id][data-poll]:not([data-poll=''])", element => {
    const wait = Math.max(1, Number(element.dataset.poll) || 3) * 1000;
    const again = async () => {
      if (!element.isConnected) return;
      if (document.visibilityState === "hidden") return void setTimeout(again, wait);
      try {
        const answer = await fetch(location.href, { credentials: "same-origin", headers: { "X-Enhance": "1" } });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = answer.ok && !answer.redirected ? page.getElementById(element.id) : null;
        if (!fresh || !element.isConnected) return location.reload();
        // Finished: the rest of the page has changed with it.
        if (!fresh.dataset.poll) return window.Enhance.visit(location.href, { history: "replace" });
        element.replaceChildren(...fresh.childNodes);
        setTimeout(again, wait);
      } catch {
        setTimeout(again, wait * 3);
      }
    };
    setTimeout(again, wait);
  });

  /* ---- Escape closes the phone's menu ---- */
  document.addEventListener("keydown", event => {
    const menu = document.querySelector(".menu[open]");
    if (event.key === "Escape" && menu) { menu.removeAttribute("open"); menu.querySelector("summary").focus(); }
  });
})();
