// Small helpers: confirm before a step that can't be taken back, copy, "/" to search, progress of long work.
"use strict";
(() => {
  const { register, announce } = window.Enhance;

  /* ---- confirm ---- */
  let agreed = null;
  document.addEventListener("click", event => {
    const button = event.target.closest?.("button[data-confirm]");
    if (!button || agreed === button) return;
    event.preventDefault();
    event.stopPropagation();
    if (!complete(button)) return;
    ask(button.dataset.confirm, button.dataset.confirmOk || button.textContent.trim(), button.classList.contains("btn-outline-danger")).then(yes => {
      button.focus();
      if (!yes) return;
      agreed = button;
      button.click();
      agreed = null;
    });
  }, true);

  // Nobody is asked to confirm what will be refused for an empty field. The server names all that is missing at once; so does this,
  // at the first of it, and lets the browser check the rest. A button that sends no form to be filled in says formnovalidate.
  let told = null;
  function complete(button) {
    const form = button.form;
    if (!form || button.formNoValidate) return true;
    told?.setCustomValidity("");
    const missing = [...form.querySelectorAll("[data-required]:not([data-filled])")].map(field => ({
      name: field.querySelector("legend, label")?.childNodes[0].textContent.trim() ?? "",
      controls: [...field.querySelectorAll("input, select, textarea")].filter(control =>
        control.type !== "hidden" && !control.disabled && !control.readOnly && control.getClientRects().length > 0),
    })).filter(({ controls }) => controls.length > 0 && !controls.some(given));
    told = missing[0]?.controls[0] ?? null;
    if (told) {
      const names = missing.map(field => field.name).filter(Boolean);
      told.setCustomValidity(`请先填写：${names.slice(0, 6).join("、")}${names.length > 6 ? ` 等 ${names.length} 项` : ""}`);
      told.addEventListener("input", event => event.target.setCustomValidity(""), { once: true });
    }
    return form.reportValidity();
  }

  const given = control => control.type === "checkbox" || control.type === "radio" ? control.checked : control.value.trim() !== "";

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
