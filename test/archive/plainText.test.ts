import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partsOf } from "#shared/events/firedPart.ts";
import { wordsOfHtml, wordsOfBlocks } from "#shared/events/plainText.ts";
import { record, string } from "#shared/events/raw.ts";
import { realFiles, realLines, withoutRealFiles } from "./realConversations.ts";

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-zA-Zñé漢🙂 .,;:()#-]{0,12}$/u) },
  fc.constantFrom(
    " ",
    "  ",
    "\n",
    "\t",
    "\u200b",
    "\u00a0",
    ">",
    "&",
    "&amp;",
    "&lt;",
    "&gt;",
    "&quot;",
    "&nbsp;",
    "&#39;",
  ),
  fc.constantFrom(
    "&copy;",
    "&#46;",
    "&amp",
    "&lt",
    "<",
    "</p>",
    "<p>",
    "</p><p>",
    '</p> <p class="no-margin">',
    "<br>",
    "<br/>",
    "<br />",
  ),
  fc.constantFrom(
    "<b>",
    "</b>",
    "<strong>",
    "</strong>",
    "<em>",
    "</em>",
    "<i>",
    "</u>",
    "<code>x</code>",
    "<ul><li>a</li></ul>",
    '<img src="a">',
    '<img alt="a > b" src="c" />',
  ),
  fc
    .tuple(
      fc.constantFrom(
        "https://a.example/b?c=1&amp;d=2",
        "mailto:a@b.example",
        "#top",
        "",
        "a b",
        "a&b",
        "&quot;",
        "https://a.example",
      ),
      fc.constantFrom(
        "",
        " ",
        "here",
        " there ",
        "https://a.example/b?c=1&amp;d=2",
        "a@b.example",
        "https://a.example",
        "a <b>b</b>",
      ),
      fc.constantFrom("", ' rel="nofollow"', ' target="_blank" class="x"', ' title="y"'),
    )
    .map(([href, words, more]) => `<a href="${href}"${more}>${words}</a>`),
);
const words = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
const space = fc.constantFrom("", " ", "\n", "\u200b");
const items = fc.array(fc.tuple(words, space), { maxLength: 12 });
const block = fc.oneof(
  { weight: 4, arbitrary: words.map((inner) => `<p>${inner}</p>`) },
  words.map((inner) => `<pre>${inner}</pre>`),
  words.map((inner) => `<blockquote class="quote">${inner}</blockquote>`),
  fc.tuple(fc.constantFrom("ul", "ol"), space, items).map(([name, before, all]) => {
    const inner = all.map(([item, after]) => `<li>${item}</li>${after}`).join("");
    return `<${name}>${before}${inner}</${name}>`;
  }),
);
const body = fc.array(fc.tuple(block, space), { minLength: 1, maxLength: 5 }).map((blocks) => blocks.flat().join(""));

describe("the quick way to the words of a body", () => {
  it("gives what the library gives, or leaves it to the library", () => {
    let quick = 0;
    fc.assert(
      fc.property(body, (html) => {
        const words = wordsOfBlocks(html);
        if (words === null) return;
        quick += 1;
        expect([html, words]).toEqual([html, wordsOfHtml(html)]);
      }),
      { numRuns: 8_000 },
    );
    expect(quick).toBeGreaterThan(500);
  });

  it.each([
    ["<p>One</p><p>two &amp; <b>three</b></p>", "One\ntwo & three"],
    ['<p> a <br> b<br/></p>\n<p class="no-margin">c&nbsp;</p>', "a\nb\n\nc"],
    ['<p>See <a href="https://a.example" rel="nofollow">this page</a>.</p>', "See this page (https://a.example)."],
    ['<p><a href="https://a.example">https://a.example</a></p>', "https://a.example"],
    ["<p>a</p> <ul><li>b </li><li> c<br>d</li></ul><p>e</p>", "a\n * b\n * c\n   d\n\ne"],
    [
      `<ol>${"<li>a</li>".repeat(9)}<li>b<br>c</li></ol>`,
      `${Array.from({ length: 9 }, (_, at) => `${at + 1}.  a`).join("\n ")}\n 10. b\n     c`,
    ],
    ["<p>a</p><pre>  b\n\tc</pre>", "a\n\n  b\n\tc"],
    ["<blockquote><br>a<br>b</blockquote><p>c</p>", "> a\n> b\n\nc"],
    ["<p></p><p>a</p><p></p><p>b</p>", "a\n\nb"],
    ['<p>a <img src="b"> c</p>', "a c"],
    ['<pre>See <a href="https://a.example" rel="nofollow">here</a></pre>', "See herehttps://a.example"],
  ])("reads %s", (html, words) => {
    expect(wordsOfBlocks(html)).toBe(words);
    expect(wordsOfHtml(html)).toBe(words);
  });

  it("leaves lists in lists and unusual entities to the library", () => {
    for (const html of ["<ul><li>b<ul><li>c</li></ul></li></ul>", "<ul></ul>", "<p>&copy;</p>", "<p>a & b</p>"])
      expect([html, wordsOfBlocks(html)]).toEqual([html, null]);
  });

  it.skipIf(realFiles.length === 0)(
    `does so for every body of the real conversations (${realFiles.length === 0 ? withoutRealFiles : "they are there"})`,
    { timeout: 120_000 },
    () => {
      let quick = 0;
      let all = 0;
      const different: string[] = [];
      for (const line of realLines()) {
        const raw = record(JSON.parse(line));
        for (const part of [record(raw["source"]), ...partsOf(raw)]) {
          const html = string(part["body"]);
          const words = wordsOfBlocks(html);
          all += html === "" ? 0 : 1;
          if (words === null) continue;
          quick += 1;
          if (words !== wordsOfHtml(html)) different.push(html);
        }
      }
      expect(different).toEqual([]);
      expect(quick / all).toBeGreaterThan(0.95);
    },
  );
});
