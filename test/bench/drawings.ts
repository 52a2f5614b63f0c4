import { drawing } from "../support/workflowBuilder.ts";

const channels = ["email", "whatsapp", "sms", "phone_call", "facebook", "instagram"];

/** Listens to the very topic that comes in, on a channel that it does not come by: looked at for each event, never started. */
export const onAnotherChannel = (index: number) =>
  drawing(
    {
      start: ["intercom.conversationStarted", { channel: channels[index % channels.length] ?? "email" }],
      note: ["intercom.addNote", { note: [`Noticed by ${index}`] }],
    },
    ["start.next>note"],
  );

/** A condition and two calls: who asks for a refund goes to a team, and a note is left. */
export const conditionAndTwoCalls = drawing(
  {
    start: ["intercom.conversationStarted", { channel: "any" }],
    refund: [
      "logic.if",
      { when: { match: "all", rules: [{ ref: "message.text", operator: "mentions", operand: ["refund"] }] } },
    ],
    assign: ["intercom.assign", { to: { list: "teams", id: "7" } }],
    note: ["intercom.addNote", { note: ["Routed: a refund."] }],
  },
  ["start.next>refund", "refund.yes>assign", "assign.next>note"],
);

/** Calls in a row. */
export function chainOf(count: number) {
  const nodes: Parameters<typeof drawing>[0] = { start: ["intercom.conversationStarted", { channel: "any" }] };
  const lines: string[] = [];
  for (let index = 0; index < count; index += 1) {
    nodes[`n${index}`] = ["intercom.addNote", { note: [`Step ${index}`] }];
    lines.push(index === 0 ? "start.next>n0" : `n${index - 1}.next>n${index}`);
  }
  return drawing(nodes, lines);
}
