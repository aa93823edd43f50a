// Keeps a page current: numbers at once, everything else by fetching the page again.
const address = document.body.dataset.stream;
const sign = document.querySelector("[data-live-sign]");
let refreshing = false;
let refreshWanted = false;
let lastRefresh = 0;

function text(name, value) {
  for (const place of document.querySelectorAll(`[data-bind="${name}"]`)) {
    const shown = String(value);
    if (place.textContent !== shown) place.textContent = shown;
  }
}

function bar(status) {
  const one = status.total === 0 ? 0 : 100 / status.total;
  let x = 0;
  for (const part of ["prepared", "failed", "skipped"]) {
    const width = status[part] * one;
    for (const rect of document.querySelectorAll(`[data-part="${part}"]`)) {
      rect.setAttribute("x", `${x}%`);
      rect.setAttribute("width", `${width}%`);
    }
    x += width;
  }
  for (const whole of document.querySelectorAll("[role=progressbar]")) {
    whole.setAttribute("aria-valuenow", status.percentage);
  }
}

function show(status) {
  for (const name of ["percentage", "prepared", "failed", "skipped", "cancelled", "total", "excluded"]) {
    text(name, status[name]);
  }
  text("open", Math.max(0, status.total - status.prepared - status.failed - status.skipped - status.cancelled));
  text("sequence", status.asOf.sequence);
  if (status.asOf.time) text("time", `${status.asOf.time.slice(0, 19).replace("T", " ")} UTC`);
  bar(status);
  if (status.state !== document.body.dataset.state) {
    document.body.dataset.state = status.state;
    refresh(0);
    return;
  }
  status.messages.forEach((message, index) => {
    const line = document.querySelector(`[data-message="${index}"]`);
    if (line && line.textContent !== message && !line.querySelector("a")) line.textContent = message;
  });
}

function showModule(change) {
  const row = document.querySelector(`[data-module="${CSS.escape(change.module)}"]`);
  const state = row?.querySelector(".state");
  if (!state) return;
  state.className = `state ${change.state} fresh`;
  state.querySelector("[data-state-word]").textContent = change.state;
}

function refresh(pause) {
  if (refreshing) {
    refreshWanted = true;
    return;
  }
  refreshing = true;
  const wait = Math.max(pause, lastRefresh + 1000 - Date.now(), 0);
  setTimeout(async () => {
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (answer.ok) swap(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      // The stream reconnects by itself, and its first event asks for a refresh again.
    } finally {
      lastRefresh = Date.now();
      refreshing = false;
      if (refreshWanted) {
        refreshWanted = false;
        refresh(1000);
      }
    }
  }, wait);
}

function swap(page) {
  for (const fresh of page.querySelectorAll("[data-live]")) {
    const old = document.getElementById(fresh.id);
    if (!old || old.isEqualNode(fresh)) continue;
    const open = old.querySelectorAll("details[open]").length > 0;
    const focused = old.contains(document.activeElement) && document.activeElement !== document.body;
    const selected = getSelection()?.type === "Range" && getSelection().containsNode(old, true);
    // Nobody's reading place is taken away: the part is brought up to date a moment later.
    if (open || focused || selected) continue;
    old.replaceWith(document.importNode(fresh, true));
  }
  document.body.dataset.state = page.body.dataset.state;
}

// What changes with the clock and not with events only is fetched again while it is looked at.
setInterval(() => {
  if (document.querySelector("[data-often]") && !document.hidden) refresh(0);
}, 5000);

if (address && "EventSource" in window) {
  const stream = new EventSource(address);
  let first = true;
  stream.addEventListener("open", () => { if (sign) sign.hidden = false; });
  stream.addEventListener("error", () => { if (sign) sign.hidden = true; first = true; });
  stream.addEventListener("status", (event) => {
    const status = JSON.parse(event.data);
    const moved = String(status.asOf.sequence) !== document.body.dataset.sequence;
    document.body.dataset.sequence = status.asOf.sequence;
    show(status);
    if (moved || !first) refresh(1500);
    first = false;
  });
  stream.addEventListener("module", (event) => showModule(JSON.parse(event.data)));
}
