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

/**
 * The words of a body. REST and webhooks before 2.15 carry HTML, later webhooks plain text; Intercom's HTML always
 * starts with a tag, so text that merely contains "<b>" stays as the customer typed it.
 */
export const plainText = (body: string): string => (startsAsHtml.test(body) ? wordsIn(body).trim() : body.trim());
