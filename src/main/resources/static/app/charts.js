// Draws each chart from the table under it, which holds the figures for everybody.
"use strict";
const LONGEST_LABEL = 26;
const short = (label) => label.length > LONGEST_LABEL ? label.slice(0, LONGEST_LABEL - 1) + "…" : label;
for (const canvas of document.querySelectorAll("canvas[data-figures]")) {
  const rows = [...document.getElementById(canvas.dataset.figures).tBodies[0].rows];
  new Chart(canvas, {
    type: "bar",
    data: {
      labels: rows.map((row) => short(row.cells[0].textContent.trim())),
      datasets: [{
        data: rows.map((row) => Number(row.querySelector("[data-value]").dataset.value)),
        backgroundColor: "#9b1420",
        maxBarThickness: 28,
      }],
    },
    options: {
      indexAxis: /^(admissions|trend)/.test(canvas.dataset.figures) ? "x" : "y",
      animation: false,
      maintainAspectRatio: false,
      plugins: { legend: { display: false } },
      locale: document.documentElement.lang,
    },
  });
}
