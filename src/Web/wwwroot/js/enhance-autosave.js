// Drafts save themselves: 1.5 s after the last change, and when the person looks away. Files are left to the real submit.
"use strict";
(() => {
  const { register, announce } = window.Enhance;

  const saving = new Set();
  Enhance.beforeLeaving(form => Promise.all([...saving].map(saver => saver.rest(saver.form === form))));

  register("form[data-autosave^='/']", form => {
    const status = form.querySelector("[data-autosave-status]");
    let timer = 0, dirty = false, stopped = false, failures = 0, flight = null;

    const say = (text, kind) => {
      if (!status) return;
      status.textContent = text;
      status.classList.toggle("is-saved", kind === "saved");
      status.classList.toggle("is-failed", kind === "failed");
      if (kind === "failed") announce(text);
    };

    function fields() {
      const data = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (typeof value === "string") data.append(name, value);
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
        if (answer.ok) saved(result); else failed(answer, result);
      } catch {
        later("未保存：网络不可用，稍后自动重试");
      } finally {
        flight = null;
        if (dirty && !stopped && !failures) schedule();
      }
    })();

    function saved({ version, savedAt }) {
      failures = 0;
      const input = form.querySelector("input[name=Version], input[name$='.Version']");
      if (input && version !== undefined) input.value = version;
      say("已保存 " + clock(savedAt), "saved");
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
      say("未保存：" + (reason(problem) ?? "页面已失效，可能在别处换人登录过。请先复制尚未保存的内容，再刷新页面"), "failed");
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
      if (stopped || event.target.type === "file") return;
      dirty = true;
      failures = 0;
      schedule();
    };
    const hide = () => { if (document.visibilityState === "hidden") flush(true); };
    form.addEventListener("input", changed);
    form.addEventListener("change", changed);
    form.addEventListener("focusout", event => { if (!form.contains(event.relatedTarget)) flush(false); });
    document.addEventListener("visibilitychange", hide);

    const saver = {
      form,
      /** Waits for a save under way. When this form itself is submitted, there is nothing left to save. */
      async rest(submitting) {
        clearTimeout(timer);
        if (submitting) dirty = false; else flush(true);
        await flight;
      },
    };
    saving.add(saver);
    document.addEventListener("enhance:leave", () => {
      clearTimeout(timer);
      stopped = true;
      saving.delete(saver);
      document.removeEventListener("visibilitychange", hide);
    }, { once: true });
  });

  /** 14:03 of a UTC time in Beijing; a text of the server's is taken as it is. */
  function clock(at) {
    const time = at && at.length > 8 ? new Date(at) : null;
    if (at && !time) return at;
    return new Intl.DateTimeFormat("zh-CN", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Asia/Shanghai" }).format(time ?? new Date());
  }
})();
