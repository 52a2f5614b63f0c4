import { compile } from "html-to-text";

const startsAsHtml = /^\s*<(p|div|ul|ol|h[1-6]|img|a|pre|table|blockquote|br|b|i|span)[\s/>]/i;

/** Once for all bodies: making it takes longer than most of them. */
const wordsIn = compile({
  wordwrap: false,
  selectors: [
    { selector: "img", format: "skip" },
    { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["(", ")"] } },
    { selector: "p", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
  ],
});

const blockOpening = /<(p|pre|blockquote|ul|ol)(?: class="[^"<>&]*")?>/y;
const itemOpening = /<(li)(?: class="[^"<>&]*")?>/y;
const blockGap = /[ \t\r\n\f\u200b]*/y;
const itemGap = /[ \t\r\n\f]*/y;
/** What changes how words look, and nothing of how they are written down; and pictures, which have none. */
const inline = /<\/?(?:b|strong|i|em|u|s|del|code)>|<img(?: [a-z-]+="[^"<>&]*")* ?\/?>/g;
const breaks = /<br ?\/?>/;
const link = /<a href="([^"<>]*)"(?: (?:rel|target|class)="[^"<>&]*")*>([^<]*)<\/a>/g;
const known = /&(?:amp|lt|gt|quot|nbsp|#39);/g;
const unknown = /&(?!(?:amp|lt|gt|quot|nbsp|#39);)/;
const decoded: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&nbsp;": "\u00a0",
  "&#39;": "'",
};
const untidy = /[\t\r\n\f\u200b]| {2}/;
const spaces = /[ \t\r\n\f\u200b]+/g;
const isSpace = (letter: string | undefined) => letter !== undefined && " \t\r\n\f\u200b".includes(letter);

const decode = (words: string): string =>
  words.includes("&") ? words.replace(known, (entity) => decoded[entity] ?? entity) : words;

/** Where a link leads; nothing where that is a place on the same page. */
function targetOf(href: string): string {
  const target = href.replace(/^mailto:/, "");
  return target.startsWith("#") ? "" : target;
}

/** A link as its words and where it leads, which is left out where it is the same. */
function linkWords(_whole: string, href: string, words: string): string {
  const target = targetOf(href);
  if (target === "") return words;
  const shown = decode(words).replace(spaces, "");
  if (shown === decode(target)) return words;
  return shown === "" ? `${words}${target}` : `${words} (${target})`;
}

/** One line of a paragraph; null where there is more in it than words and links. */
function lineOf(html: string): string | null {
  const linked = html.includes("<") ? html.replace(link, linkWords) : html;
  if (linked.includes("<")) return null;
  const words = decode(linked);
  let from = 0;
  let to = words.length;
  while (from < to && isSpace(words[from])) from += 1;
  while (from < to && isSpace(words[to - 1])) to -= 1;
  const inner = words.slice(from, to);
  return untidy.test(inner) ? inner.replace(spaces, " ") : inner;
}

/** The lines of a block; null where there is more in it than words, links and line breaks. */
function linesOf(html: string): string[] | null {
  const lines: string[] = [];
  for (const line of html.includes("<") ? html.replace(inline, "").split(breaks) : [html]) {
    const words = lineOf(line);
    if (words === null) return null;
    lines.push(words);
  }
  return lines;
}

/** One after the other, with nothing but spaces between them: each by its name and what is in it. Null where there is anything else. */
function elementsOf(html: string, opening: RegExp, gap: RegExp): { name: string; inner: string }[] | null {
  const elements: { name: string; inner: string }[] = [];
  for (let at = 0; at < html.length; at = gap.lastIndex) {
    opening.lastIndex = at;
    const name = opening.exec(html)?.[1];
    if (name === undefined) return null;
    const from = opening.lastIndex;
    const to = html.indexOf(`</${name}>`, from);
    if (to < 0) return null;
    elements.push({ name, inner: html.slice(from, to) });
    gap.lastIndex = to + name.length + 3;
    gap.test(html);
  }
  return elements;
}

function wordsOfList(html: string, isNumbered: boolean): string | null {
  itemGap.lastIndex = 0;
  itemGap.test(html);
  const items = elementsOf(html.slice(itemGap.lastIndex), itemOpening, itemGap);
  if (items === null || items.length === 0) return null;
  const width = isNumbered ? ` ${items.length}. `.length : 3;
  const all: string[] = [];
  for (const [index, { inner }] of items.entries()) {
    const lines = linesOf(inner);
    if (lines === null) return null;
    const mark = isNumbered ? ` ${index + 1}. ` : " * ";
    all.push(mark.padEnd(width) + lines.join(`\n${" ".repeat(width)}`));
  }
  return all.join("\n");
}

/** Where every space counts. */
function wordsOfPre(html: string): string | null {
  const linked = html.replace(link, (_whole, href: string, words: string) => words + targetOf(href));
  const words = linked.replace(inline, "").split(breaks).join("\n");
  return words.includes("<") ? null : decode(words);
}

function wordsOfQuote(html: string): string | null {
  const lines = linesOf(html);
  if (lines === null) return null;
  const isSaid = (line: string) => line !== "";
  const said = lines.slice(Math.max(lines.findIndex(isSaid), 0), lines.findLastIndex(isSaid) + 1);
  return `> ${said.join("\n> ")}`;
}

const wordsOfBlock: Record<string, (html: string) => string | null> = {
  p: (html) => linesOf(html)?.join("\n") ?? null,
  pre: wordsOfPre,
  blockquote: wordsOfQuote,
  ul: (html) => wordsOfList(html, false),
  ol: (html) => wordsOfList(html, true),
};

/** So many line breaks at least stand above and below; of two that meet, the more. */
const breaksBeside: Record<string, readonly [number, number]> = { p: [1, 1], ul: [1, 2], ol: [1, 2] };

/**
 * The words of blocks one after the other (paragraphs, lists, quotations, what is set as typed) of words, links and line breaks, which is
 * what nearly all bodies are: as the library would write them, in a thirtieth of the time. Null where there is anything else.
 */
export function wordsOfBlocks(body: string): string | null {
  // Before any mark is taken away, which would join what it parts.
  if (body.includes("&") && unknown.test(body)) return null;
  const blocks = elementsOf(body, blockOpening, blockGap);
  if (blocks === null) return null;
  let all = "";
  let before = 0;
  for (const { name, inner } of blocks) {
    const words = wordsOfBlock[name]?.(inner) ?? null;
    if (words === null) return null;
    const [above, below] = breaksBeside[name] ?? [2, 2];
    all = all === "" ? words : `${all}${"\n".repeat(Math.max(before, above))}${words}`;
    before = below;
  }
  return all.trim();
}

/** The same for any HTML. */
export const wordsOfHtml = (body: string): string => wordsIn(body).trim();

/** What is asked for twice in a row, as a first message is, is read once. */
let last = { body: "", words: "" };

/**
 * The words of a body. REST and webhooks before 2.15 carry HTML, later webhooks plain text; Intercom's HTML always
 * starts with a tag, so text that merely contains "<b>" stays as the customer typed it.
 */
export function plainText(body: string): string {
  if (!startsAsHtml.test(body)) return body.trim();
  if (body !== last.body) last = { body, words: wordsOfBlocks(body) ?? wordsOfHtml(body) };
  return last.words;
}
