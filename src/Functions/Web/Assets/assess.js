// A standard phrase fills in the form where it stands, and keeps what is written; a category brings its quality area.
// Without script a phrase is a link that opens the page with the same filled in.
"use strict";
(() => {
  const section = document.querySelector(".assessment");
  const form = section && section.querySelector("form");
  if (!form)
    return;
  const category = form.elements.category, area = form.elements.area, reason = form.elements.reason;
  const areas = new Map((section.dataset.areas || "").split(" ").filter(Boolean).map(pair => pair.split("=")));
  // The area that came with a category may go with another; one that a person has chosen stays.
  let given = area.value;
  const bring = () => {
    const follows = areas.get(category.value);
    if (follows && (area.value === "" || area.value === given)) {
      area.value = follows;
      given = area.value;
    }
  };
  category.addEventListener("change", bring);
  section.querySelectorAll(".phrases a").forEach(link => link.addEventListener("click", event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    event.preventDefault();
    category.value = link.dataset.category;
    bring();
    const written = reason.value.trim(), phrase = link.textContent.trim();
    reason.value = written === "" || written === phrase ? phrase : written + "\n" + phrase;
    link.closest("details").open = false;
    reason.focus();
  }));
})();
