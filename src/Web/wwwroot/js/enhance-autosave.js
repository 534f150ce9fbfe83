// Drafts save themselves: 1.5 s after the last change, and when the person looks away. Files are left to the real submit. A
// value that is refused stays behind alone, and whoever leaves with something unsaved is asked.
"use strict";
(() => {
  const { register, announce } = window.Enhance;

  const saving = new Set();
  Enhance.beforeLeaving(async form => !(await Promise.all([...saving].map(saver => saver.rest(saver.form === form)))).includes(false));

  register("form[data-autosave^='/']", form => {
    const status = form.querySelector("[data-autosave-status]");
    let timer = 0, dirty = false, stopped = false, failures = 0, flight = null, submitted = false, lost = false, why = "";
    // The names of the fields whose value is refused, and what was saved of everything last.
    const refused = new Set();
    let accepted = fields();

    const say = (text, kind) => {
      if (!status) return;
      status.textContent = text;
      status.classList.toggle("is-saved", kind === "saved");
      status.classList.toggle("is-failed", kind === "failed");
      if (kind === "failed") announce(text);
    };

    function fields() {
      const data = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (typeof value === "string" && !refused.has(name)) data.append(name, value);
      for (const name of refused) for (const value of accepted.getAll(name)) data.append(name, value);
      return data;
    }

    const save = last => flight ??= (async () => {
      clearTimeout(timer);
      dirty = false;
      const body = fields();
      say("正在保存…");
      try {
        const answer = await fetch(form.dataset.autosave, {
          method: "POST", body, credentials: "same-origin", redirect: "manual",
          // The browser refuses more than 64 KiB for what is to outlive the page.
          keepalive: last && body.toString().length < 60000,
          headers: { "X-Autosave": "1", "Accept": "application/json, application/problem+json" },
        });
        const result = await answer.json().catch(() => ({}));
        if (answer.ok) saved(result, body); else failed(answer, result);
      } catch {
        later("未保存：网络不可用，稍后自动重试");
      } finally {
        flight = null;
        if (dirty && !stopped && !failures) schedule();
      }
    })();

    function saved({ version, savedAt }, body) {
      failures = 0;
      lost = false;
      accepted = body;
      const input = form.querySelector("input[name=Version], input[name$='.Version']");
      if (input && version !== undefined) input.value = version;
      if (refused.size === 0) say("已保存 " + clock(savedAt), "saved");
      else say(`${why}（其他内容已保存 ${clock(savedAt)}）`, "failed");
    }

    /** Leaves behind what the problem names, to save the rest at once. False when it names nothing new in this form. */
    function leaveBehind(problem) {
      const before = refused.size;
      for (const { field } of problem.breaches ?? []) {
        const path = field?.toLowerCase().replace(/^form\./, "");
        if (!path) continue;
        for (const { name } of form.elements) {
          const own = name.toLowerCase().replace(/^form\./, "");
          if (own === path || own.startsWith(path + ".")) refused.add(name);
        }
      }
      return refused.size > before;
    }

    function failed(answer, problem) {
      if (answer.status === 409) {
        stopped = true;
        return say(`未保存：${reason(problem) ?? "这份材料刚被他人修改。"}（已停止自动保存）`, "failed");
      }
      if (answer.type === "opaqueredirect" || answer.status === 401) {
        return later("未保存：登录已失效。请在新窗口重新登录，本页会自动重试");
      }
      if (answer.status >= 500) return later("未保存：系统繁忙，稍后自动重试");
      why = "未保存：" + (reason(problem) ?? "页面已失效，可能在别处换人登录过。请先复制尚未保存的内容，再刷新页面");
      say(why, "failed");
      lost = !leaveBehind(problem);
      dirty ||= !lost;
    }

    const reason = problem => problem.breaches?.[0]?.message ?? problem.detail ?? problem.title;

    function later(text) {
      dirty = true;
      say(text, "failed");
      timer = setTimeout(save, Math.min(60, 5 * 2 ** failures++) * 1000);
    }

    // An upload under way moves the version on; what is typed meanwhile is saved from the form that it brings.
    const waits = () => stopped || "uploading" in form.dataset;
    const schedule = () => { clearTimeout(timer); if (!waits()) timer = setTimeout(save, 1500); };
    const flush = last => { if (dirty && !waits()) save(last); };
    const changed = event => {
      if (event.target.type === "file") return;
      if (stopped) { lost = true; return; }
      dirty = true;
      submitted = false;
      failures = 0;
      if (refused.has(event.target.name)) refused.clear();
      schedule();
    };
    const unsaved = () => !submitted && (lost || refused.size > 0 || failures > 0);
    const ask = event => { if (unsaved()) event.preventDefault(); };
    const hide = () => { if (document.visibilityState === "hidden") flush(true); };
    form.addEventListener("input", changed);
    form.addEventListener("change", changed);
    form.addEventListener("focusout", event => { if (!form.contains(event.relatedTarget)) flush(false); });
    document.addEventListener("visibilitychange", hide);
    window.addEventListener("beforeunload", ask);

    const saver = {
      form,
      /** Waits for a save under way; false when the person stays. When this form itself is submitted, there is nothing left to save. */
      async rest(submitting) {
        clearTimeout(timer);
        submitted = submitting;
        if (submitting) dirty = false;
        // Once more for the rest when a value is refused.
        for (let times = 0; times < 2; times++) { flush(true); await flight; }
        if (unsaved() && !confirm("有内容没有保存，离开后将丢失。确定离开？")) return false;
        submitted = true;
      },
    };
    saving.add(saver);
    document.addEventListener("enhance:leave", () => {
      clearTimeout(timer);
      stopped = true;
      saving.delete(saver);
      document.removeEventListener("visibilitychange", hide);
      window.removeEventListener("beforeunload", ask);
    }, { once: true });
  });

  /** 14:03 of a UTC time in Beijing; a text of the server's is taken as it is. */
  function clock(at) {
    const time = at && at.length > 8 ? new Date(at) : null;
    if (at && !time) return at;
    return new Intl.DateTimeFormat("zh-CN", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Asia/Shanghai" }).format(time ?? new Date());
  }
})();
