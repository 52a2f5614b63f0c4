import { z } from "zod";
import type { Text } from "../../../language/text.ts";
import { defineTrigger, type TriggerSpec, type TriggerNode } from "../../../nodes/define.ts";
import { accepted } from "./verdicts.ts";

type Words = Pick<TriggerSpec, "type" | "label" | "help" | "keywords" | "icon" | "group" | "topics">;

/** A trigger without settings: whatever comes under its topics starts it. `when` is its sentence. */
export const plainTrigger = ({ when, ...words }: Words & { when: Text }): TriggerNode =>
  defineTrigger({
    ...words,
    config: z.object({}),
    example: {},
    fresh: {},
    accepts: () => accepted,
    sentence: (_, { pick }) => pick(when),
  });
