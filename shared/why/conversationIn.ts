const longest = 64;

const isNumber = (part: string | undefined): part is string => part !== undefined && /^[\w-]+$/.test(part);

/**
 * The number of a conversation from what was typed or pasted: the number itself, or an address that holds one, of Intercom's inbox
 * (…/inbox/shared/all/conversation/123, …/conversations/123?view=List) or our own. "" where there is none.
 */
export function conversationIn(typed: string): string {
  const below = typed.trim().replace(/^[a-z][a-z+.-]*:\/\/[^/?#]*/i, "");
  const parts = below
    .replace(/[?#].*$/, "")
    .split("/")
    .filter((part) => part !== "");
  const named = parts.findLastIndex((part) => part === "conversation" || part === "conversations");
  const asked = /[?&]conversation(?:_id|Id)?=([\w-]+)/.exec(below)?.[1];
  const found = [named < 0 ? undefined : parts[named + 1], asked, parts.at(-1)].find(isNumber);
  return (found ?? "").slice(0, longest);
}
