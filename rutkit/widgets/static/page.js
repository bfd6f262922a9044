// The one piece of JavaScript on a page. ipywidgets has no word for four things that rutkit needs: which step is in the
// address bar, clicks on plain HTML, the theme, and whether anybody is still listening. This is the bridge for them.

const PING_EVERY = 4000; // milliseconds
const SILENCE_IS_LOSS = 7000;
const UPLOAD_PIECE = 4_000_000; // bytes

export default {
  render({ model, el }) {
    el.classList.add("rutkit-bridge");
    const cleanups = [];
    const listen = (target, name, handler, before = false) => {
      const [begin, end] = target === model ? ["on", "off"] : ["addEventListener", "removeEventListener"];
      const how = target === model ? [] : [before]; // before: ahead of the widgets, which keep some keys to themselves
      target[begin](name, handler, ...how);
      cleanups.push(() => target[end](name, handler, ...how));
    };
    sendEveryLetter(model);
    listen(window, "rutkit-leaving", () => sendIfHeard(model, { type: "leaving" }));
    whenAttached(el, (root) => {
      const inLab = Boolean(root.closest(".jp-NotebookPanel"));
      root.lang = "en";
      markLandmarks(root);
      const routes = followRoute(model, root, inLab, listen);
      forwardActions(model, root, routes, listen);
      cleanups.push(followTheme(model), describeControls(root), keepInTouch(model, root, listen));
      if (!inLab) drawChartsOnce();
    });
    return () => cleanups.forEach((cleanup) => cleanup());
  },
};

function whenAttached(el, start) {
  const root = el.closest(".rutkit");
  if (root) start(root);
  else requestAnimationFrame(() => whenAttached(el, start));
}

function markLandmarks(root) {
  if (document.querySelector("main, [role=main]")) return;
  root.querySelector(".rutkit-main")?.setAttribute("role", "main");
}

function sendIfHeard(model, message) {
  try {
    model.send(message);
  } catch {
    // The kernel is gone. The page says so by itself, see keepInTouch.
  }
}

// --- every letter at once ------------------------------------------------------------------------------------------
// ipywidgets holds a letter back while the kernel still works on the one before; with the tab it would be gone.

function sendEveryLetter(model) {
  let shared = model.get("layout"); // any widget's model; what they all inherit from is what sends
  while (shared && !Object.hasOwn(shared, "send_sync_message")) shared = Object.getPrototypeOf(shared);
  if (!shared || shared.rutkitManagers?.add(model.widget_manager)) return;
  const managers = (shared.rutkitManagers = new WeakSet([model.widget_manager]));
  const { sync } = shared;
  shared.sync = function (...how) {
    if (!managers.has(this.widget_manager)) return sync.apply(this, how);
    const unanswered = this._pending_msgs;
    this._pending_msgs = 0;
    try {
      return sync.apply(this, how);
    } finally {
      this._pending_msgs += unanswered;
    }
  };
}

// --- which step is shown -------------------------------------------------------------------------------------------
// Panels that were built stay in the page; CSS shows the one whose name the root carries. In JupyterLab several
// notebooks share one address bar, so there the route lives in the model alone.

function followRoute(model, root, inLab, listen) {
  const show = (route) => {
    if (root.dataset.route === route) return;
    root.dataset.route = route;
    root.querySelectorAll("nav a[data-route]").forEach((link) => {
      link.removeAttribute("aria-current");
      if (link.dataset.route !== route) return;
      link.setAttribute("aria-current", "page");
      link.scrollIntoView({ block: "nearest", inline: "nearest" }); // on a phone the steps stand in a row
    });
    window.scrollTo(0, 0);
    window.dispatchEvent(new Event("resize")); // a chart drawn while hidden learns its width
  };
  const known = () => model.get("routes");
  const inAddressBar = !inLab && known().length > 1;
  const addressed = () => decodeURIComponent(location.hash.slice(1)) || known()[0];
  const go = (address) => {
    const [route, table, id = ""] = address.split("/"); // "emotions", or what is to be opened there: "emotions/check_in/ID"
    if (!known().includes(route)) return;
    show(route);
    if (model.get("route") !== route) {
      model.set("route", route);
      model.save_changes();
    }
    if (table) sendIfHeard(model, { type: "action", action: "open-place", table, id });
  };
  if (inAddressBar) {
    listen(window, "hashchange", () => go(addressed()));
    go(addressed());
  }
  show(model.get("route"));
  listen(model, "change:route", () => {
    const route = model.get("route");
    show(route);
    if (inAddressBar && addressed().split("/")[0] !== route) location.hash = route;
  });
  const follow = (address) => {
    if (inAddressBar && addressed() !== address) location.hash = address; // which then goes there
    else go(address);
  };
  return { follow };
}

// --- clicks on plain HTML ------------------------------------------------------------------------------------------

function forwardActions(model, root, routes, listen) {
  listen(root, "click", (event) => {
    const link = event.target.closest("a[data-route]");
    if (link && root.contains(link)) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a tab or a window of its own
      event.preventDefault();
      routes.follow(link.dataset.route);
      if (!link.closest("nav") && !link.dataset.route.includes("/")) focusPanel(root, link.dataset.route);
      return;
    }
    const jump = event.target.closest("[data-jump]");
    if (jump && root.contains(jump)) {
      root.querySelector(`.${jump.dataset.jump} h2 [aria-expanded="false"]`)?.click();
      return focusSoon(root, `.${jump.dataset.jump} h2`, 20, "start");
    }
    const copier = event.target.closest("[data-copy]");
    if (copier && root.contains(copier)) return copyText(model, root.querySelector(copier.dataset.copy));
    const button = event.target.closest("[data-action]");
    if (!button || !root.contains(button) || button.disabled) return;
    event.preventDefault();
    model.send({ type: "action", ...button.dataset });
  });
  listen(root, "rutkit-action", (event) => model.send({ type: "action", ...event.detail }));
  listen(root, "change", (event) => {
    const file = event.target.closest("input[type=file][data-action]");
    if (file) upload(model, file);
  });
  const submit = (event) => {
    const form = event.key === "Enter" && event.target.matches("input") && event.target.closest(".rutkit-submits");
    if (form) setTimeout(() => form.querySelector("button.rutkit-button")?.click(), 50); // after the last letter is sent
  };
  listen(root, "keydown", submit, true);
  listen(model, "msg:custom", (message) => {
    if (message.type === "focus") focusSoon(root, message.selector);
  });
}

// What stands in a field, as it stands there now. Only a page on this machine or with https may use the clipboard itself.
async function copyText(model, field) {
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    field.select();
    document.execCommand("copy");
  }
  model.send({ type: "action", action: "copied" });
}

// In pieces, since a socket message may not be larger than 10 MB.
async function upload(model, input) {
  const { action, maximum } = input.dataset;
  for (const [number, file] of [...input.files].entries()) {
    if (file.size > Number(maximum)) {
      const refused = { type: "upload", action, name: file.name, number, piece: 0, pieces: 1, too_large: true };
      model.send(refused, undefined, [new ArrayBuffer(0)]);
      continue;
    }
    const pieces = Math.max(1, Math.ceil(file.size / UPLOAD_PIECE));
    for (let piece = 0; piece < pieces; piece++) {
      const content = await file.slice(piece * UPLOAD_PIECE, (piece + 1) * UPLOAD_PIECE).arrayBuffer();
      model.send({ type: "upload", action, name: file.name, number, piece, pieces }, undefined, [content]);
    }
  }
  input.value = "";
}

function focusPanel(root, route) {
  focusSoon(root, `.rutkit-step-${route} h1`);
}

function focusSoon(root, selector, tries = 20, block = "nearest") {
  const target = [...root.querySelectorAll(selector)].find((each) => each.checkVisibility());
  if (!target) {
    if (tries > 0) setTimeout(() => focusSoon(root, selector, tries - 1, block), 50);
    return;
  }
  if (!target.matches("input, textarea, select, button, a")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  const { top, bottom } = target.getBoundingClientRect();
  const isInSight = top > 80 && bottom < innerHeight - 160; // with what stands above it, and with its help below
  if (block !== "nearest" || !isInSight) target.scrollIntoView({ block: block === "nearest" ? "center" : block });
}

// --- light and dark ------------------------------------------------------------------------------------------------

function followTheme(model) {
  const read = () => {
    const theme = document.body.dataset.jpThemeLight === "false" ? "dark" : "light";
    if (model.get("theme") !== theme) {
      model.set("theme", theme);
      model.save_changes();
    }
  };
  const observer = new MutationObserver(read);
  observer.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
  read();
  return () => observer.disconnect();
}

// --- charts drawn once ---------------------------------------------------------------------------------------------
// The renderer that plotly brings along draws a chart, draws it again at once, and then a third time for the picture that
// JupyterLab keeps in a notebook's file. A page keeps no file: drawing once takes a third of the time.

const PLOTLY = "application/vnd.plotly.v1+json";

async function drawChartsOnce() {
  const load = await globalThis._JUPYTERLAB?.["jupyterlab-plotly"]?.get("./mimeExtension");
  const Renderer = load?.().RenderedPlotly;
  if (!Renderer || Renderer.prototype.rutkitDrawsOnce) return;
  const draw = Renderer.prototype.createGraph;
  const readPlotly = () =>
    draw.call(new Renderer({ mimeType: PLOTLY }), { data: { [PLOTLY]: { data: [], layout: {} } } }); // nowhere in the page
  // While the page waits for the kernel. Then one chart after another, so that the first is seen before the last is drawn.
  let turn = whenIdle().then(readPlotly);
  Renderer.prototype.rutkitDrawsOnce = true;
  Renderer.prototype.createGraph = function (model) {
    const { data, layout, config } = model.data[PLOTLY];
    this.hideImage(); // the place of that picture
    const drawn = turn.then(() => this.isDisposed || Renderer.Plotly.react(this.node, data, layout, config).then(sayClicks));
    turn = drawn.catch(() => {}).then(afterPainting);
    return drawn;
  };
}

// A trace whose `meta` names an action is a row of buttons for those who use a mouse; the page has real buttons as well.
function sayClicks(plot) {
  plot.removeAllListeners("plotly_click");
  plot.on("plotly_click", ({ points: [{ data, customdata }] }) => {
    const detail = { action: data.meta?.action, name: [customdata].flat()[0] };
    if (detail.action) plot.dispatchEvent(new CustomEvent("rutkit-action", { bubbles: true, detail }));
  });
}

const whenIdle = () =>
  new Promise((go) => (window.requestIdleCallback ? requestIdleCallback(go, { timeout: 500 }) : setTimeout(go)));
const afterPainting = () => new Promise((go) => setTimeout(go));

// --- what assistive technology needs and ipywidgets leaves out -----------------------------------------------------
// A group of radio buttons gets its question as its name; a field's help and error are tied to its control.

function describeControls(root) {
  const idOf = (node) => (node.id ||= `rutkit-${crypto.getRandomValues(new Uint32Array(2)).join("-")}`);
  const describe = () => {
    root.querySelectorAll(".rutkit-field").forEach((field) => {
      const group = field.querySelector(".widget-radio-box, .rutkit-options");
      const label = field.querySelector(".widget-label, .rutkit-legend");
      if (group && label) {
        group.setAttribute("role", group.matches(".rutkit-options") ? "group" : "radiogroup");
        group.setAttribute("aria-labelledby", idOf(label));
        // Without a name of their own, all radio buttons of a page are one group to the arrow keys.
        group.querySelectorAll("input[type=radio]").forEach((radio) => (radio.name = `${label.id}-answer`));
      }
      const control = group ?? field.querySelector("input, textarea, select");
      if (!control) return;
      const texts = [...field.querySelectorAll(".rutkit-help, .rutkit-error")].filter((node) => node.textContent);
      if (texts.length) control.setAttribute("aria-describedby", texts.map(idOf).join(" "));
      else control.removeAttribute("aria-describedby");
      if (field.querySelector(".rutkit-error")) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    });
    root.querySelectorAll(".jp-OutputArea-output .js-plotly-plot:not([role])").forEach((plot) => {
      plot.setAttribute("role", "img");
      const card = plot.closest(".rutkit-chart");
      const name = card?.querySelector(".rutkit-chart-title, .rutkit-chart-summary");
      if (name) plot.setAttribute("aria-labelledby", idOf(name));
    });
  };
  let waiting = false;
  const observer = new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      describe();
    });
  });
  observer.observe(root, { childList: true, subtree: true });
  describe();
  return () => observer.disconnect();
}

// --- is anybody still listening? -----------------------------------------------------------------------------------
// Every letter typed is saved by the kernel. When it stops answering, the page must say so at once.

function keepInTouch(model, root, listen) {
  let askedAt = null; // when the first question was put that has no answer yet
  let used = true; // whether somebody typed or clicked since the last question: a workbook may lock when nobody does
  ["pointerdown", "keydown", "input", "paste"].forEach((act) => listen(root, act, () => (used = true), true));
  const hear = (message) => {
    if (message.type !== "pong") return;
    askedAt = null;
    root.classList.remove("rutkit-lost");
  };
  const ask = () => {
    if (askedAt !== null && Date.now() - askedAt > SILENCE_IS_LOSS) root.classList.add("rutkit-lost");
    askedAt ??= Date.now();
    sendIfHeard(model, { type: "ping", used });
    used = false;
  };
  model.on("msg:custom", hear);
  ask();
  const timer = setInterval(ask, PING_EVERY);
  const onReturn = () => document.hidden || ask();
  document.addEventListener("visibilitychange", onReturn);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", onReturn);
    model.off("msg:custom", hear);
  };
}
