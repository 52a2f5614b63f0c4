import { entries, record, string, type Raw } from "../../events/raw.ts";
import { plainText } from "../../events/plainText.ts";
import { text } from "../../language/text.ts";
import type { Claim, Given, Json, LookUp, Plan } from "../../nodes/define.ts";
import { isSince } from "./since.ts";

export const noConversation: Plan = {
  type: "fail",
  failure: {
    what: text("This run has no conversation.", "Esta ejecución no tiene conversación."),
    todo: text(
      "Use this step only after a trigger about conversations.",
      "Usa este paso solo después de un disparador sobre conversaciones.",
    ),
  },
};

export const conversationPath = (id: string): string => `/conversations/${encodeURIComponent(id)}`;

/** POST /conversations/{id}/parts or /reply in our teammate's name. */
export const writePart = (given: Given<unknown>, below: "parts" | "reply", body: Record<string, Json>): Plan =>
  given.conversationId === null
    ? noConversation
    : {
        type: "request",
        connection: "intercom",
        method: "POST",
        path: `${conversationPath(given.conversationId)}/${below}`,
        body: { admin_id: given.actor, ...body },
      };

/** Parts are compared by their words: Intercom may write the HTML we sent in another way. */
export const sameWords = (part: Raw, html: string): boolean => plainText(string(part["body"])) === plainText(html);

/**
 * Looks in the conversation for a part that our own teammate wrote since the intent. `proves` says whether it is the one;
 * `state` may find proof in the conversation itself. Each part is claimed by one request: of two with the same words in the same seconds
 * each has its own.
 */
export const partLookUp = <C>(
  proves: (part: Raw, given: Given<C>) => boolean,
  state: (conversation: Raw, given: Given<C>) => boolean = () => false,
): LookUp<C> & Required<Pick<LookUp<C>, "made">> => {
  const ours = (conversation: Raw, given: Given<C>, since: number, claim: Claim): boolean =>
    entries(conversation["conversation_parts"], "conversation_parts", "data").some(
      (part) =>
        string(record(part["author"])["id"]) === given.actor &&
        isSince(part["created_at"], since) &&
        proves(part, given) &&
        claim(string(part["id"])),
    );
  return {
    read: (given) => ({
      type: "request",
      connection: "intercom",
      method: "GET",
      path: conversationPath(given.conversationId ?? ""),
    }),
    find: (answer, given, since, claim) =>
      ours(record(answer), given, since, claim) || state(record(answer), given) ? answer : null,
    made: (answer, given, since, claim) => void ours(record(answer), given, since, claim),
  };
};
