const longest = 64;

/** Names under which an address may carry the number behind its question mark. */
const names = ["conversation", "conversation_id", "conversationId"];

const isNumber = (part: string | undefined): part is string => part !== undefined && /^[\w-]+$/.test(part);

/**
 * The number of a conversation from what was typed or pasted: the number itself, or an address that holds one, of Intercom's inbox
 * (…/inbox/shared/all/conversation/123, …/conversations/123?view=List) or our own. "" where there is none.
 */
export function conversationIn(typed: string): string {
  const words = typed.trim();
  const url = URL.canParse(words) ? new URL(words) : null;
  const parts = (url?.pathname ?? words.replace(/[?#].*$/, "")).split("/").filter((part) => part !== "");
  const named = parts.findLastIndex((part) => part === "conversation" || part === "conversations");
  const asked = names.map((name) => url?.searchParams.get(name) ?? "").find(isNumber);
  const found = [named < 0 ? undefined : parts[named + 1], asked, parts.at(-1)].find(isNumber);
  return (found ?? "").slice(0, longest);
}
