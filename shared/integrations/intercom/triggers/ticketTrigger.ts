import { z } from "zod";
import type { Event } from "../../../events/event.ts";
import type { Text } from "../../../language/text.ts";
import { defineTrigger, type TriggerNode, type TriggerSpec, type Verdict } from "../../../nodes/define.ts";
import { ofTicketType, ticketTypeFilter, ticketTypeWords } from "./filters/ticketType.ts";
import { accepted, acceptedByAll } from "./verdicts.ts";

type Words = Pick<TriggerSpec, "type" | "label" | "help" | "keywords" | "icon" | "topics">;

interface About {
  /** Its sentence, before the ticket type. */
  when: Text;
  /** What else has to be so, whatever the settings. */
  only?(event: Event): Verdict;
}

/** A trigger about tickets that asks for nothing but their type. */
export const ticketTrigger = ({ when, only = () => accepted, ...words }: Words & About): TriggerNode =>
  defineTrigger({
    ...words,
    group: "triggerTicket",
    config: z.object({ ticketType: ticketTypeFilter() }),
    example: { ticketType: { list: "ticketTypes", id: "2980117" } },
    fresh: { ticketType: null },
    accepts: ({ config, event }) => acceptedByAll(only(event), ofTicketType(config.ticketType, event)),
    sentence: ({ ticketType }, speech) => speech.pick(when) + ticketTypeWords(ticketType, speech),
  });
