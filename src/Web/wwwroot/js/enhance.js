// Makes pages quick that work without it: fetches the form or link, swaps <main>, keeps history, focus and scroll.
// Whatever it does not understand, it leaves to an ordinary load. No dependency, no inline code, nothing evaluated.
"use strict";
window.Enhance = (() => {
  const behaviours = [];
  const before = [];
  let running = null;
  let shownPath = location.pathname + location.search;
  document.documentElement.classList.add("js");

  /** Calls init once for every element that matches, now and after every swap. */
  function register(selector, init) {
    behaviours.push({ selector, init, seen: new WeakSet() });
    if (document.readyState !== "loading") start(document);
  }

  /** Something to finish before a page goes (an autosave under way, say); may return a promise, and false to stay. */
  const beforeLeaving = task => before.push(task);
  const leave = async form => !(await Promise.all(before.map(task => task(form)))).includes(false);

  function start(root) {
    for (const { selector, init, seen } of behaviours) {
      for (const element of root.querySelectorAll(selector)) {
        if (!seen.has(element)) { seen.add(element); init(element); }
      }
    }
  }

  /** Says something to screen readers. */
  function announce(text) {
    let place = document.getElementById("announcer");
    if (!place) {
      place = document.createElement("div");
      place.id = "announcer";
      place.className = "visually-hidden";
      place.setAttribute("role", "status");
      document.body.append(place);
    }
    place.textContent = "";
    setTimeout(() => { place.textContent = text; }, 50);
  }

  /** An alert at the top of the page, for what went wrong between here and the server; what was typed stays. */
  function complain(text, link) {
    const main = document.getElementById("main");
    main.querySelector("[data-complaint]")?.remove();
    const alert = document.createElement("div");
    alert.className = "alert alert-danger";
    alert.dataset.complaint = "";
    alert.setAttribute("role", "alert");
    alert.tabIndex = -1;
    alert.textContent = text;
    if (link) alert.append(" ", Object.assign(document.createElement("a"), { target: "_blank", rel: "noopener", ...link }));
    main.prepend(alert);
    alert.focus();
  }

  /** Fetches and shows; true when an ordinary load has taken over and this page is about to go. */
  async function visit(url, { request = {}, submitter = null, history: entry = "push" } = {}) {
    running?.abort();
    const control = running = new AbortController();
    const writes = request.method === "POST";
    const bar = document.createElement("div");
    bar.className = "page-loading";
    const slow = setTimeout(() => document.body.append(bar), 250);
    try {
      const answer = await fetch(url, {
        ...request, credentials: "same-origin", signal: control.signal,
        headers: { ...request.headers, "Accept": "text/html, application/problem+json;q=0.9", "X-Enhance": "1" },
      });
      return await show(answer, url, { writes, entry, submitter });
    } catch (error) {
      if (control.signal.aborted) return;
      // What may have been carried out is not sent a second time without being asked.
      if (writes) complain("网络中断，无法确认是否办理成功。请先刷新本页查看结果，再决定是否重新提交。");
      else return load(url);
    } finally {
      clearTimeout(slow);
      bar.remove();
      if (running === control) running = null;
    }
  }

  const load = url => {
    if (url === location.href) location.reload(); else location.assign(url);
    return true;
  };

  async function show(answer, asked, { writes, entry, submitter }) {
    const type = answer.headers.get("Content-Type") ?? "";
    if (type.includes("json") && !answer.ok) {
      const problem = await answer.json().catch(() => ({}));
      return complain([problem.title, problem.detail, ...(problem.breaches ?? []).map(breach => breach.message)].filter(Boolean).join("：") || "办理失败，请稍后重试。");
    }
    if (writes && answer.redirected && new URL(answer.url).pathname === "/sign-in") {
      return complain("登录已失效，刚才的内容没有提交，仍在本页。请在新窗口登录后回到本页再次提交。", { href: "/sign-in", textContent: "在新窗口登录" });
    }
    const page = type.includes("text/html") ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    const main = page?.querySelector("main#main");
    if (!main || page.body.dataset.layout !== document.body.dataset.layout) {
      if (answer.redirected || !writes) return load(answer.redirected ? answer.url : asked);
      return answer.ok ? load(location.href) : complain(`办理失败（${answer.status}），请稍后重试。`);
    }
    const error = writes ? main.querySelector("[data-error-page]") : null;
    if (error) return complain(error.innerText.trim().replace(/\s*\n\s*/g, "　"));
    // The button pressed is disabled by now and has lost the focus; Enter in a field leaves it where it was.
    const keep = remember(document.activeElement === document.body ? submitter : document.activeElement);
    const was = shownPath;
    // A refused form stays at its address, as its answer can't be asked for again.
    if (!writes || answer.redirected) go(answer.redirected ? answer.url : asked, entry);
    const refused = writes && !answer.redirected;
    swap(page, main, refused);
    settle(main, { samePath: was.split("?")[0] === shownPath.split("?")[0], keep, entry, refused });
  }

  function go(url, entry) {
    const target = new URL(url, location.href);
    if (entry === "push" && target.pathname + target.search !== shownPath) {
      history.replaceState({ ...history.state, y: scrollY }, "");
      history.pushState({ enhanced: true }, "", target);
    } else if (entry !== "pop") {
      history.replaceState({ enhanced: true }, "", target);
    }
    shownPath = location.pathname + location.search;
  }

  function swap(page, main, refused) {
    document.title = page.title;
    document.dispatchEvent(new CustomEvent("enhance:leave"));
    document.getElementById("main").replaceWith(document.adoptNode(main));
    for (const id of ["navigation", "banners"]) {
      const fresh = page.getElementById(id), old = document.getElementById(id);
      if (fresh && old) old.replaceWith(document.adoptNode(fresh));
    }
    document.querySelector(".menu")?.removeAttribute("open");
    // Scripts that came by parsing do not run: what the new page brings along is loaded here, once.
    for (const [tag, key] of [["script", "src"], ["link", "href"]]) {
      for (const wanted of page.querySelectorAll(`${tag}[${key}]`)) {
        const address = wanted.getAttribute(key);
        if ([...document.querySelectorAll(`${tag}[${key}]`)].some(have => have.getAttribute(key) === address)) continue;
        const fresh = document.createElement(tag);
        for (const { name, value } of wanted.attributes) fresh.setAttribute(name, value);
        document.head.append(fresh);
      }
    }
    start(document);
    document.dispatchEvent(new CustomEvent("enhance:swap", { detail: { refused } }));
  }

  /** Where the person was, to be found again in the new page. */
  const remember = element => ({
    id: element?.id, name: element?.name, href: element?.getAttribute?.("href"), y: scrollY, inPager: !!element?.closest?.(".pager"),
    range: element?.matches?.("input[type=search], input[type=text]") ? [element.selectionStart, element.selectionEnd] : null,
  });

  function settle(main, { samePath, keep, entry, refused }) {
    const said = main.querySelector("[data-flash]")?.textContent.trim();
    announce(said || document.title.split(" · ")[0]);
    const refusal = main.querySelector(".breach-summary, .alert-danger");
    if (refused && refusal) {
      refusal.focus({ preventScroll: true });
      // One that is higher than the window is read from its heading on.
      return refusal.scrollIntoView({ block: refusal.offsetHeight < innerHeight / 2 ? "center" : "start" });
    }
    if (entry === "pop") return scrollTo(0, history.state?.y ?? 0);
    if (location.hash) return document.getElementById(location.hash.slice(1))?.scrollIntoView();
    if (samePath && !said) {
      const again = (keep.id && document.getElementById(keep.id))
        || (keep.name && main.querySelector(`[name="${CSS.escape(keep.name)}"]`))
        || (keep.href && main.querySelector(`a[href="${CSS.escape(keep.href)}"]`));
      again?.focus({ preventScroll: true });
      if (keep.range && again?.setSelectionRange) again.setSelectionRange(...keep.range);
      if (!keep.inPager) return scrollTo(0, keep.y);
      return (main.querySelector(".table-wrap") ?? main).scrollIntoView();
    }
    (main.querySelector("[autofocus]") ?? main).focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  addEventListener("popstate", () => {
    const path = location.pathname + location.search;
    if (path === shownPath) return;
    const left = shownPath;
    shownPath = path;
    leave().then(goes => {
      if (goes) return visit(location.href, { history: "pop" });
      shownPath = left;
      history.pushState({ enhanced: true }, "", left);
    });
  });
  document.addEventListener("DOMContentLoaded", () => {
    start(document);
    document.querySelector(".breach-summary")?.focus();
  });
  return { register, beforeLeaving, leave, announce, complain, visit };
})();
