import { z } from "zod";
import { defineAction, type ActionNode } from "../../nodes/define.ts";
import type { IconName } from "../../nodes/icon.ts";
import type { Text } from "../../language/text.ts";
import { pathOf, request } from "./request.ts";
import { idOf, onOne, otherOne } from "./whose.ts";

interface Move {
  type: string;
  verb: "archive" | "unarchive" | "block";
  label: Text;
  help: Text;
  keywords: Text;
  icon: IconName;
  /** What it is set to do, and what it did. */
  says: Text;
  said: Text;
}

/** POST /contacts/{id}/archive, /unarchive and /block (Intercom 2.16): one who is so already stays so. */
export const contactStateAction = ({ verb, says, said, ...described }: Move): ActionNode =>
  defineAction({
    ...described,
    group: "customer",
    config: z.object({ of: otherOne("contact") }),
    example: {},
    fresh: {},
    reply: z.object({}),
    plan: (given) => onOne("contact", given, (id) => request("POST", pathOf("contacts", id, verb))),
    answer: () => ({}),
    simulate: (given) => ({ type: "contact", id: idOf("contact", given) ?? "" }),
    onUncertain: "repeat",
    sentence: (_, { pick }) => pick(says),
    done: (_config, _reply, { pick }) => pick(said),
  });
