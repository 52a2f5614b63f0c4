import { z } from "zod";
import type { Text } from "../../../language/text.ts";
import { defineTrigger, type TriggerNode, type TriggerSpec } from "../../../nodes/define.ts";
import { didBy, whoChoice } from "./filters/who.ts";

type Words = Pick<TriggerSpec, "type" | "label" | "help" | "keywords" | "icon" | "group" | "topics">;

/** A trigger that asks who did it: `by` is the question, `when` its sentence for each answer. */
export const whoTrigger = ({
  by: label,
  when,
  ...words
}: Words & { by: Text; when: Record<"anyone" | "teammate" | "bot", Text> }): TriggerNode =>
  defineTrigger({
    ...words,
    config: z.object({ by: whoChoice(label) }),
    example: { by: "teammate" },
    fresh: { by: "anyone" },
    accepts: ({ config, event }) => didBy(config.by, event),
    sentence: ({ by }, { pick }) => pick(when[by]),
  });
