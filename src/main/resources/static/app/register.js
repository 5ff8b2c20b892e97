// Small comforts; every page works without them.
"use strict";

// Pages and orders of a list change in place: its links swap the region marked data-in-place.
function inPlace(within) {
  for (const region of within.querySelectorAll("[data-in-place]")) {
    for (const link of region.querySelectorAll(".pager a, .sortable a")) {
      link.setAttribute("data-hx-boost", "true");
      link.setAttribute("data-hx-target", `#${region.id}`);
      link.setAttribute("data-hx-select", `#${region.id}`);
      link.setAttribute("data-hx-swap", "outerHTML");
    }
  }
}
inPlace(document);

// One tick at the head of a list ticks its page.
document.addEventListener("change", (event) => {
  const head = event.target.closest("[data-ticks]");
  const table = event.target.closest("table:has([data-ticks])");
  const ticks = [...(table?.querySelectorAll("tbody input[type=checkbox]") ?? [])];
  if (head) {
    ticks.forEach((tick) => { tick.checked = head.checked; });
  } else if (ticks.includes(event.target)) {
    table.querySelector("[data-ticks]").checked = ticks.every((tick) => tick.checked);
  }
});
function ticking(within) {
  for (const head of within.querySelectorAll("[data-ticks]")) {
    head.hidden = false;
  }
}
ticking(document);

// While a job is at work, its page asks every second how far it has come.
function follow(within) {
  for (const region of within.querySelectorAll("[data-progress]")) {
    region.setAttribute("data-hx-get", region.dataset.progress);
    region.setAttribute("data-hx-trigger", "every 1s");
    region.setAttribute("data-hx-target", "#main");
    region.setAttribute("data-hx-select", "#main");
    region.setAttribute("data-hx-swap", "outerHTML");
  }
}
follow(document);

// What takes the place of another is marked in its turn, and only then can htmx know of it.
document.addEventListener("htmx:load", (event) => {
  const within = event.target.parentElement;
  inPlace(within);
  ticking(within);
  follow(within);
  htmx.process(within);
});

// A field that names an organisation or a place offers what matches while somebody types; a place, within its address.
for (const field of document.querySelectorAll("input[data-choices]")) {
  field.setAttribute("data-hx-get", field.dataset.choices);
  field.setAttribute("data-hx-trigger", field.dataset.with === undefined ? "input changed delay:250ms" : "input changed delay:250ms, focus");
  if (field.dataset.with) {
    field.setAttribute("data-hx-include", field.dataset.with);
  }
  field.setAttribute("data-hx-target", `#${field.getAttribute("list")}`);
  field.setAttribute("data-hx-swap", "innerHTML");
}

// While somebody is being recorded, the register says who resembles them: asked in the body of the form, never in an address.
for (const region of document.querySelectorAll("[data-alike]")) {
  const fields = region.dataset.asks.split(" ");
  region.setAttribute("data-hx-post", region.dataset.alike);
  region.setAttribute("data-hx-params", [...fields, "another", "_csrf"].join(","));
  region.setAttribute("data-hx-trigger", fields.map((id) => `input delay:400ms from:#${id}`).join(", "));
  region.setAttribute("data-hx-include", "closest form");
  region.setAttribute("data-hx-sync", "this:replace");
  region.setAttribute("data-hx-swap", "innerHTML");
}
