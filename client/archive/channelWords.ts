import type { Text } from "#shared/language/text.ts";
import { channels } from "#shared/template/fields/conversation.ts";

/** What a channel is called; one that only a table knows goes by its own word. */
export function channelWords(channel: string, pick: (text: Text) => string): string {
  const known = channels.fixed.find(({ value }) => value === channel);
  return known ? pick(known.label) : channel;
}
