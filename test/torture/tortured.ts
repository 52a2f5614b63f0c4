import { string } from "#shared/events/raw.ts";
import { drawing } from "../support/workflowBuilder.ts";
import type { Done } from "./model.ts";

/** A conversation of so many asks for what neither a key nor a look proves: a message outside of it. */
const everyMessage = 5;

/** Assigned, answered with words that are always the same, noted, tagged; some are also written to. */
export const tortured = drawing(
  {
    start: ["intercom.conversationStarted", { channel: "any" }],
    assign: ["intercom.assign", { to: { list: "teams", id: "7" } }],
    reply: ["intercom.reply", { message: ["We are on it."], whenTaken: "send" }],
    note: ["intercom.addNote", { note: ["About: ", { ref: "message.text" }] }],
    tag: ["intercom.tag", { tag: "5" }],
    if: [
      "logic.if",
      { when: { match: "all", rules: [{ ref: "message.text", operator: "mentions", operand: ["write"] }] } },
    ],
    message: ["intercom.sendMessage", { message: ["Welcome back"] }],
  },
  ["start.next>assign", "assign.next>reply", "reply.next>note", "note.next>tag", "tag.next>if", "if.yes>message"],
);

/** Of the conversation with this number: who it is, and what was said. */
export const conversationOf = (index: number): string => String(1_000 + index);
export const wordsOf = (index: number): string => (index % everyMessage === 0 ? `write ${index}` : `hello ${index}`);

/** How one effect is told from every other. */
const keyOf = ({ path, body }: Done): string =>
  `${path} ${string(body["message_type"]) || string(body["id"])} ${JSON.stringify(body["to"] ?? "")}`;

const messageKey = (conversation: string): string =>
  `/messages in_app ${JSON.stringify({ type: "user", id: `c${conversation}` })}`;

/** What the workflow is to do in a conversation. */
export function wantedFor(index: number): string[] {
  const conversation = conversationOf(index);
  const below = `/conversations/${conversation}`;
  return [
    `${below}/parts assignment ""`,
    `${below}/reply comment ""`,
    `${below}/reply note ""`,
    `${below}/tags 5 ""`,
    ...(index % everyMessage === 0 ? [messageKey(conversation)] : []),
  ];
}

/** How often each effect was done. */
export function timesOf(done: readonly Done[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const each of done) times.set(keyOf(each), (times.get(keyOf(each)) ?? 0) + 1);
  return times;
}

/** Whether the message outside a conversation was sent. */
export const wasWrittenTo = (done: readonly Done[], conversation: string): boolean =>
  done.some((each) => keyOf(each) === messageKey(conversation));

/** What of so many conversations was not done, and what more than once; `parked` are those that wait for a person. */
export function verdict(done: readonly Done[], conversations: number, parked: ReadonlySet<string>) {
  const times = timesOf(done);
  const all = Array.from({ length: conversations }, (_, index) => index);
  return {
    lost: all
      .filter((index) => !parked.has(conversationOf(index)))
      .flatMap((index) => wantedFor(index).filter((key) => !times.has(key))),
    doubled: [...times].filter(([, count]) => count > 1).map(([key, count]) => `${key} ×${count}`),
  };
}
