"use strict";

// --- the lists of games and of broken scripts: words, filters and order, kept in the part of the address behind # ---
const form = document.getElementById("filters");
if (form) {
  const list = document.getElementById("games");
  const cards = [...list.children];
  const fields = [...form.elements].filter((field) => field.name);
  const filters = [...form.querySelectorAll(".filter")].map((field) => field.name);

  function show() {
    const wanted = Object.fromEntries(fields.map((field) => [field.name, field.value]));
    const words = wanted.q.toLowerCase().split(/[\s_]+/).filter(Boolean);
    let count = 0;
    for (const card of cards) {
      const facts = card.dataset;
      const fits = filters.every((name) => !wanted[name] || facts[name] === wanted[name]);
      card.hidden = !(fits && words.every((word) => facts.words.includes(word)));
      count += !card.hidden;
    }
    const sort = wanted.sort || "";
    const key = sort.replace("-", "");
    const sign = sort.startsWith("-") ? -1 : 1;
    const order = key ? [...cards].sort((a, b) => sign * (a.dataset[key] - b.dataset[key])) : cards;
    list.append(...order);
    document.getElementById("count").value = `${count} of ${cards.length} ${list.dataset.noun}`;
    document.getElementById("nothing").hidden = count > 0;
  }

  function remember() {
    const set = fields.filter((field) => field.value).map((field) => [field.name, field.value]);
    history.replaceState(null, "", "#" + new URLSearchParams(set));
    show();
  }

  function recall() {
    const address = decodeURIComponent(location.hash.slice(1));
    if (address && !address.includes("=")) return; // a link within the page
    const wanted = new URLSearchParams(location.hash.slice(1));
    for (const field of fields) field.value = wanted.get(field.name) || "";
    show();
  }

  form.hidden = false;
  form.addEventListener("input", remember);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(remember));
  document.querySelector(".clear").addEventListener("click", () => form.reset());
  addEventListener("hashchange", recall);
  addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== form.elements.q) {
      event.preventDefault();
      form.elements.q.focus();
    }
  });
  show();
  recall();
}

// --- a script's page: copy its code, open the bug that the address names, turn pages with the arrow keys ---
for (const block of document.querySelectorAll(".copyable")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    const text = block.querySelector("pre").textContent;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.body.appendChild(document.createElement("textarea"));
      area.value = text;
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });
  block.prepend(button);
}

function open() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.tagName === "DETAILS") target.open = true;
}
addEventListener("hashchange", open);
open();

addEventListener("keydown", (event) => {
  const rel = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
  const link = rel && document.querySelector(`a[rel=${rel}]`);
  const isScrolling = document.activeElement.closest(".scroll, pre, .highlight");
  if (link && !isScrolling && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) link.click();
});
