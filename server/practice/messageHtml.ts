const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/**
 * Plain words as the HTML that Intercom keeps: one paragraph, everything escaped, line ends as `<br>` so that blank lines
 * survive the way back to plain text.
 */
export const messageHtml = (words: string): string =>
  `<p>${words
    .trim()
    .replace(/[&<>"']/g, (character) => escapes[character] ?? character)
    .replace(/\r\n?|\n/g, "<br>")}</p>`;
