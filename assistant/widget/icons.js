/* Line drawings on a 24 × 24 grid, in the colour of the text around them. */
const ICONS = {
  chat: "M4 5h16v11H9l-5 4z M8 9h8 M8 12.5h5",
  close: "M6 6l12 12 M18 6L6 18",
  fresh: "M12 5v14 M5 12h14",
  send: "M4 12l16-8-6 16-3-6z M11 14l9-10",
  stop: "M7 7h10v10H7z",
  copy: "M9 9h11v11H9z M15 9V4H4v11h5",
  useful: "M7 11v9H3v-9z M7 11l4-8c2 0 3 1 2.6 3L13 9h7l-2 11H7",
  useless: "M7 13V4H3v9z M7 13l4 8c2 0 3-1 2.6-3L13 15h7l-2-11H7",
  report: "M5 21V4 M5 4h13l-3 4.5 3 4.5H5",
  back: "M19 12H5 M11 6l-6 6 6 6",
  previous: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  info: "M12 3a9 9 0 100 18 9 9 0 000-18z M12 11v5.5 M12 7.4v.6",
  warn: "M12 4l9.5 16h-19z M12 10v4.5 M12 17v.6",
  clause: "M6 3h9l4 4v14H6z M14 3v5h5 M9 12h7 M9 16h7",
};

/** An icon; never read aloud, for the words stand beside it or in the label. */
function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  for (const [key, value] of Object.entries({ viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" }))
    svg.setAttribute(key, value);
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}
