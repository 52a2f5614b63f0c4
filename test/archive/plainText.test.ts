import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partsOf } from "#shared/events/firedPart.ts";
import { wordsOfHtml, wordsOfParagraphs } from "#shared/events/plainText.ts";
import { record, string } from "#shared/events/raw.ts";
import { realFiles, realLines, withoutRealFiles } from "./realConversations.ts";

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-zA-Zñé漢🙂 .,;:()#-]{0,12}$/) },
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
const body = fc.array(piece, { maxLength: 14 }).map((pieces) => `<p>${pieces.join("")}</p>`);

describe("the quick way to the words of a body", () => {
  it("gives what the library gives, or leaves it to the library", () => {
    let quick = 0;
    fc.assert(
      fc.property(body, (html) => {
        const words = wordsOfParagraphs(html);
        if (words === null) return;
        quick += 1;
        expect([html, words]).toEqual([html, wordsOfHtml(html)]);
      }),
      { numRuns: 5_000 },
    );
    expect(quick).toBeGreaterThan(500);
  });

  it.each([
    ["<p>One</p><p>two &amp; <b>three</b></p>", "One\ntwo & three"],
    ['<p> a <br> b<br/></p>\n<p class="no-margin">c&nbsp;</p>', "a\nb\n\nc"],
    ['<p>See <a href="https://a.example" rel="nofollow">this page</a>.</p>', "See this page (https://a.example)."],
    ['<p><a href="https://a.example">https://a.example</a></p>', "https://a.example"],
  ])("reads %s", (html, words) => {
    expect(wordsOfParagraphs(html)).toBe(words);
    expect(wordsOfHtml(html)).toBe(words);
  });

  it("leaves lists, pictures and unusual entities to the library", () => {
    for (const html of ["<p>a</p><ul><li>b</li></ul><p>c</p>", '<p><img src="a"></p>', "<p>&copy;</p>", "<p>a & b</p>"])
      expect([html, wordsOfParagraphs(html)]).toEqual([html, null]);
  });

  it.skipIf(realFiles.length === 0)(
    `does so for every body of the real conversations (${realFiles.length === 0 ? withoutRealFiles : "they are there"})`,
    { timeout: 120_000 },
    () => {
      let quick = 0;
      let all = 0;
      for (const line of realLines()) {
        const raw = record(JSON.parse(line));
        for (const part of [record(raw["source"]), ...partsOf(raw)]) {
          const html = string(part["body"]);
          const words = wordsOfParagraphs(html);
          all += html === "" ? 0 : 1;
          if (words === null) continue;
          quick += 1;
          if (words !== wordsOfHtml(html)) expect([html, words]).toEqual([html, wordsOfHtml(html)]);
        }
      }
      expect(quick / all).toBeGreaterThan(0.95);
    },
  );
});
