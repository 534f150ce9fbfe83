// What helps while filling in a form: counters, sections that tick themselves off, files looked at before they are sent.
"use strict";
(() => {
  const { register, announce } = window.Enhance;

  /* ---- counters ---- */
  const width = text => [...text].reduce((sum, point) => sum + (point.codePointAt(0) < 128 ? 1 : 2), 0);
  const counter = (attribute, measure, words) => register(`[${attribute}]`, place => {
    const control = document.querySelector(place.getAttribute(attribute));
    if (!control) return;
    const limit = Number(place.dataset.limit) || null;
    const update = () => {
      const size = measure(control.value);
      const over = limit !== null && size > limit;
      if (over && !place.classList.contains("is-over")) announce(`超出 ${size - limit}`);
      place.classList.toggle("is-over", over);
      place.textContent = words(size, limit) + (over ? `，超出 ${size - limit}` : "");
    };
    control.addEventListener("input", update);
    update();
  });
  counter("data-width-of", width, (size, limit) => `宽度 ${size}${limit ? " / " + limit : ""}（汉字计 2）`);
  counter("data-count-of", text => [...text.replace(/\r\n/g, "\n")].length, (size, limit) => `${size}${limit ? " / " + limit : ""} 字`);

  /* ---- sections ---- */
  register("[data-section-list]", list => {
    const parts = [...list.querySelectorAll("a[href^='#']")]
      .map(link => ({ link, item: link.closest("li"), section: document.getElementById(link.hash.slice(1)) }))
      .filter(part => part.section);
    const progress = list.querySelector(".section-progress") ?? list.appendChild(Object.assign(document.createElement("p"), { className: "section-progress" }));

    // The hidden "false" behind a box to tick says nothing; behind a locked "no" it is the answer.
    const isShadow = control => control.type === "hidden" && control.value === "false"
      && control.parentElement.querySelector("input[type=checkbox]") !== null;
    const filled = field => "filled" in field.dataset || [...(field.matches("input, select, textarea") ? [field] : field.querySelectorAll("input, select, textarea"))]
      .some(control => control.type === "checkbox" || control.type === "radio" ? control.checked
        : control.type === "file" ? control.files.length > 0
          : control.value.trim() !== "" && !isShadow(control));

    const update = () => {
      let complete = 0, all = 0;
      for (const { link, item, section } of parts) {
        const fields = [...section.querySelectorAll("[data-required], [aria-required=true], [required]")]
          .filter(field => field.hasAttribute("data-required") || !field.closest("[data-required]"));
        const done = fields.filter(filled).length;
        all += fields.length;
        complete += done;
        item.classList.toggle("is-done", fields.length > 0 && done === fields.length);
        item.classList.toggle("has-breach", section.querySelector(".field-breaches:not(.is-advice)") !== null);
        link.title = fields.length === 0 ? "没有必填项" : done === fields.length ? "必填项已填完" : `还有 ${fields.length - done} 项必填`;
      }
      progress.textContent = `必填项 ${complete} / ${all}`;
    };
    const form = list.closest("form") ?? document.querySelector("main form");
    form?.addEventListener("input", update);
    form?.addEventListener("change", update);
    update();

    const watch = new IntersectionObserver(entries => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        for (const { link, section } of parts) {
          if (section === target) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
        }
      }
    }, { rootMargin: "-15% 0px -70% 0px" });
    parts.forEach(part => watch.observe(part.section));
  });

  /* ---- a refusal's link puts the cursor into the field ---- */
  register(".breach-summary a[href^='#'], .breach-advice a[href^='#']", link => link.addEventListener("click", () => {
    const place = document.getElementById(link.hash.slice(1));
    const first = element => element?.querySelector("input:not([type=hidden]), select, textarea");
    const control = first(place) ?? first(place?.previousElementSibling) ?? first(place?.nextElementSibling);
    if (control) setTimeout(() => control.focus({ preventScroll: true }));
  }));

  /* ---- files ---- */
  const size = bytes => bytes < 1048576 ? Math.ceil(bytes / 1024) + " KB" : (bytes / 1048576).toFixed(1).replace(".0", "") + " MB";

  register("input[type=file]", input => {
    const list = document.createElement("ul");
    list.className = "file-previews";
    list.setAttribute("aria-live", "polite");
    input.insertAdjacentElement("afterend", list);
    input.addEventListener("change", async () => {
      list.replaceChildren();
      for (const file of input.files) list.append(await preview(file, input));
    });
  });

  // Chosen is uploaded, together with what is typed. What is plainly too large stays with its warning. What is chosen while
  // another upload is on its way waits for the answer, which brings a new form.
  let late = new Set(), typed = new Map(), at = null;
  const byName = name => document.querySelector(`main input[type=file][name="${CSS.escape(name)}"]`);
  function choose(input, files, detail) {
    input.files = files;
    input.dispatchEvent(new CustomEvent("change", { bubbles: true, detail }));
  }
  register("input[type=file][data-submit-on-change]", input => input.addEventListener("change", event => {
    if (event.detail?.restored || !input.files.length) return;
    if ([...input.files].some(file => file.size > Number(input.dataset.maxBytes || Infinity))) return;
    if (!input.isConnected) {
      const fresh = byName(input.name);
      return void (fresh && choose(fresh, input.files));
    }
    if (input.form.dataset.busy) return void late.add(input.name);
    input.focus({ preventScroll: true });
    [late, typed, at] = [new Set(), new Map(), location.pathname];
    input.form.dataset.uploading = "";
    input.form.requestSubmit(document.querySelector(input.dataset.submitOnChange));
  }));

  // Typed while an upload is on its way: goes into the form that the answer brings, and is saved from there.
  const keyOf = control => control.name + (control.type === "checkbox" || control.type === "radio" ? "=" + control.value : "");
  document.addEventListener("input", event => {
    if (event.target.name && event.target.type !== "file" && event.target.closest("form[data-uploading]")) typed.set(keyOf(event.target), event.target);
  });

  // A refused form comes back with empty file controls: what was chosen is put into them again, unless the server has kept it.
  let chosen = new Map();
  document.addEventListener("enhance:leave", () => {
    chosen = new Map([...document.querySelectorAll("main input[type=file]")].filter(input => input.files.length).map(input => [input.name, input.files]));
  });
  document.addEventListener("enhance:swap", event => {
    // Whoever went elsewhere meanwhile finds another form there, which is none of this one's business.
    const [waiting, words] = at === location.pathname ? [late, typed] : [new Set(), new Map()];
    at = null;
    for (const control of document.querySelectorAll("main form :is(input, select, textarea)")) {
      const old = words.get(keyOf(control));
      if (!old) continue;
      if (control.type === "checkbox" || control.type === "radio") control.checked = old.checked; else control.value = old.value;
      control.dispatchEvent(new Event("input", { bubbles: true }));
    }
    for (const input of document.querySelectorAll("main input[type=file]")) {
      if (!chosen.has(input.name)) continue;
      if (waiting.has(input.name)) {
        choose(input, chosen.get(input.name));
        continue;
      }
      if (!event.detail.refused || input.closest("[data-filled]")) continue;
      // Sent at once and refused: it would only be refused again with the next save.
      if ("submitOnChange" in input.dataset && input.closest(".field.is-invalid")) continue;
      choose(input, chosen.get(input.name), { restored: true });
    }
  });

  async function preview(file, input) {
    const item = document.createElement("li");
    const text = document.createElement("span");
    const wrong = [];
    const { maxBytes, minPx, maxPx, square } = input.dataset;
    const kinds = (input.accept || "").split(",").map(kind => kind.trim().toLowerCase()).filter(Boolean);
    const fits = kind => kind.startsWith(".") ? file.name.toLowerCase().endsWith(kind)
      : kind.endsWith("/*") ? file.type.startsWith(kind.slice(0, -1)) : file.type === kind;
    if (kinds.length && !kinds.some(fits)) wrong.push("文件类型不在允许之列");
    if (maxBytes && file.size > Number(maxBytes)) wrong.push(`超过 ${size(Number(maxBytes))}`);
    let measure = "";
    const picture = file.type.startsWith("image/") ? await createImageBitmap(file).catch(() => null) : null;
    if (picture) {
      item.append(thumbnail(picture));
      measure = `，${picture.width}×${picture.height} 像素`;
      if (square !== undefined && picture.width !== picture.height) wrong.push("不是正方形");
      if (minPx && Math.min(picture.width, picture.height) < Number(minPx)) wrong.push(`边长不足 ${minPx} 像素`);
      if (maxPx && Math.max(picture.width, picture.height) > Number(maxPx)) wrong.push(`边长超过 ${maxPx} 像素`);
    }
    text.textContent = `${file.name}（${size(file.size)}${measure}）`;
    item.append(text);
    if (wrong.length) {
      const warning = document.createElement("span");
      warning.className = "is-wrong";
      warning.textContent = wrong.join("，");
      item.append(warning);
    }
    return item;
  }

  /** Drawn, so that the content security policy need not allow blob: pictures. */
  function thumbnail(picture) {
    const canvas = Object.assign(document.createElement("canvas"), { width: 96, height: 96 });
    const scale = Math.min(96 / picture.width, 96 / picture.height);
    const [w, h] = [picture.width * scale, picture.height * scale];
    canvas.getContext("2d").drawImage(picture, (96 - w) / 2, (96 - h) / 2, w, h);
    canvas.setAttribute("aria-hidden", "true");
    return canvas;
  }
})();
