const longest = 64;

/** The number of a conversation from what was typed or pasted: the number itself, or a link that ends in it. */
export function runListConversation(typed: string): string {
  const text = typed.trim();
  const path = URL.canParse(text) ? new URL(text).pathname : text;
  return (
    path
      .split("/")
      .findLast((part) => part !== "")
      ?.slice(0, longest) ?? ""
  );
}
