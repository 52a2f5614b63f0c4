import { draw, step } from "../templates/draw.ts";
import type { WorkflowDocument, WorkflowNode } from "../workflow/document.ts";
import type { Lists } from "../workspace/lists.ts";
import type { Suggestion } from "./suggestion.ts";

type Rule = { ref: string; operator: string; operand: string[] };
type Step = [type: string, config: WorkflowNode["config"]];

function rulesOf({ feature }: Pick<Suggestion, "feature">): Rule[] {
  switch (feature.kind) {
    case "words": {
      const mentions = (ref: string): Rule => ({ ref, operator: "mentions", operand: [feature.words] });
      return [mentions("message.text"), ...(feature.inSubject ? [mentions("message.subject")] : [])];
    }
    case "channel":
      return [{ ref: "conversation.channel", operator: "isAnyOf", operand: [feature.channel] }];
    case "attribute": {
      const { name, value, isList } = feature;
      return [{ ref: `conversation.attributes.${name}`, operator: isList ? "isAnyOf" : "is", operand: [value] }];
    }
  }
}

/** The step that does it. What the workspace has not is left to choose. */
function doing({ done }: Pick<Suggestion, "done">, lists: Lists | null): Step {
  if (done.kind === "close") return ["intercom.close", {}];
  const list = ({ team: "teams", teammate: "teammates", tag: "tags" } as const)[done.kind];
  const items = lists?.[list] ?? [];
  const item = items.find(({ id }) => id === done.id) ?? items.find(({ name }) => name === done.name);
  if (done.kind === "tag") return ["intercom.tag", item ? { tag: item.id } : {}];
  return ["intercom.assign", item ? { to: { list, id: item.id } } : {}];
}

/** The drawing of a suggestion: a customer starts a conversation → it has in common what was found → what people do is done. */
export function draftOf(suggestion: Pick<Suggestion, "feature" | "done">, lists: Lists | null): WorkflowDocument {
  const rules = rulesOf(suggestion);
  return draw(
    {
      start: step(0, 0, "intercom.conversationStarted", { channel: "any" }),
      ask: step(1, 0, "logic.if", { when: { match: rules.length > 1 ? "any" : "all", rules } }),
      do: step(2, 0, ...doing(suggestion, lists)),
    },
    ["start.next>ask", "ask.yes>do"],
  );
}
