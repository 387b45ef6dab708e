/** An address in its parts: the document's title, its number, and the marks of the clause. */
function partsOf({ title, address }) {
  const head = `《${title}》`;
  const known = typeof title === "string" && String(address).startsWith(head);
  const rest = known ? address.slice(head.length) : String(address || "");
  const number = known ? (rest.match(/^（[^（）]*〔\d{4}〕[^（）]*号）/) || [""])[0] : "";
  return { title: known ? head : "", number, marks: rest.slice(number.length) };
}

/** Where the quote stands in its passage, as [start, end], blanks left aside; null if it does not. */
function whereIn(passage, quote) {
  const exact = passage.indexOf(quote);
  if (exact >= 0) return [exact, exact + quote.length];
  const places = [];
  let packed = "";
  for (let i = 0; i < passage.length; i++) {
    if (/\s/.test(passage[i])) continue;
    places.push(i);
    packed += passage[i];
  }
  const wanted = quote.replace(/\s+/g, "");
  const start = packed.indexOf(wanted);
  return start < 0 || !wanted ? null : [places[start], places[start + wanted.length - 1] + 1];
}

/** The passage with the quote marked; where it is not found, the quote stands above. */
function markedPassage(passage, quote) {
  const place = quote ? whereIn(passage, quote) : null;
  if (!place) return [quote && h("blockquote", {}, h("mark", {}, quote)), h("div", { class: "passage" }, passage)];
  const [start, end] = place;
  return [
    h("div", { class: "passage" }, passage.slice(0, start), h("mark", {}, passage.slice(start, end)), passage.slice(end)),
  ];
}

/**
 * A clause as it is read in the side panel. `clauses` are those that the visitor can leaf through,
 * `index` the one to show; `move` shows another, `copy` puts text on the clipboard.
 */
function clauseView({ clauses, index, service, move, copy }) {
  const clause = clauses[index];
  const { title, number, marks } = partsOf(clause);
  const text = String(clause.passage || clause.text || clause.quote || "");
  const link = safeLink(clause.link, service, [service]);
  return [
    h("p", { class: "address" }, title && h("span", { class: "document" }, title, number), marks && h("strong", {}, marks)),
    markedPassage(text, clause.quote),
    h(
      "div",
      { class: "row" },
      h("button", { type: "button", class: "quiet", onclick: () => copy(`${clause.address}\n${text}`, TEXT.clauseCopied) }, icon("copy"), TEXT.copyClause),
      link && h("a", { class: "quiet", href: link, target: "_blank", rel: "noopener" }, icon("clause"), TEXT.fullText, h("span", { class: "off" }, TEXT.newWindow)),
    ),
    clauses.length > 1 &&
      h(
        "div",
        { class: "row leaf" },
        h("button", { type: "button", class: "quiet", disabled: index === 0, onclick: () => move(index - 1) }, icon("previous"), TEXT.previous),
        h("span", { class: "count" }, TEXT.position(index + 1, clauses.length)),
        h("button", { type: "button", class: "quiet", disabled: index === clauses.length - 1, onclick: () => move(index + 1) }, TEXT.next, icon("next")),
      ),
  ];
}
