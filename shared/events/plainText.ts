import { convert } from "html-to-text";

const startsAsHtml = /^\s*<(p|div|ul|ol|h[1-6]|img|a|pre|table|blockquote|br|b|i|span)[\s/>]/i;

/**
 * The words of a body. REST and webhooks before 2.15 carry HTML, later webhooks plain text; Intercom's HTML always
 * starts with a tag, so text that merely contains "<b>" stays as the customer typed it.
 */
export function plainText(body: string): string {
  if (!startsAsHtml.test(body)) return body.trim();
  return convert(body, {
    wordwrap: false,
    selectors: [
      { selector: "img", format: "skip" },
      { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["(", ")"] } },
      { selector: "p", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ],
  }).trim();
}
