import { z } from "zod";
import { text } from "../../language/text.ts";
import { defineTrigger } from "../../nodes/define.ts";
import { choice, duration } from "../../nodes/form.ts";
import { allOf, type Filter } from "../intercom/search.ts";
import { anyOr } from "../intercom/triggers/filters/anyOr.ts";
import { exampleWhen, freshWhen, quiet, quietWords, scheduled, whenSetting } from "./scheduled.ts";
import { timetableWords } from "./timetableWords.ts";

const states = {
  open: {
    label: text("Open conversations", "Conversaciones abiertas"),
    one: text("open conversation", "conversación abierta"),
    filters: [{ field: "state", operator: "=", value: "open" }],
  },
  unassigned: {
    label: text("Open conversations that nobody has taken", "Conversaciones abiertas que nadie ha tomado"),
    one: text("open conversation that nobody has taken", "conversación abierta que nadie ha tomado"),
    filters: [
      { field: "state", operator: "=", value: "open" },
      { field: "admin_assignee_id", operator: "=", value: 0 },
    ],
  },
  snoozed: {
    label: text("Snoozed conversations", "Conversaciones pospuestas"),
    one: text("snoozed conversation", "conversación pospuesta"),
    filters: [{ field: "state", operator: "=", value: "snoozed" }],
  },
  closed: {
    label: text("Closed conversations", "Conversaciones cerradas"),
    one: text("closed conversation", "conversación cerrada"),
    filters: [{ field: "state", operator: "=", value: "closed" }],
  },
} satisfies Record<string, { label: object; one: object; filters: Filter[] }>;

/** Starts when its time comes, once for each conversation that is found then. Intercom 2.16: POST /conversations/search. */
export const schedule = defineTrigger({
  ...scheduled,
  type: "logic.schedule",
  label: text("Each conversation, on a schedule", "Cada conversación, según un horario"),
  help: text(
    "Starts when its time comes, once for each conversation that is found then.",
    "Empieza cuando llega su hora, una vez por cada conversación que se encuentre entonces.",
  ),
  group: "triggerConversation",
  config: z.object({
    when: whenSetting(),
    which: choice(
      { label: text("For each of these", "Por cada una de estas") },
      {
        open: states.open.label,
        unassigned: states.unassigned.label,
        snoozed: states.snoozed.label,
        closed: states.closed.label,
      },
    ),
    quietFor: duration({ label: text("In which nothing has happened for", "En las que no ha pasado nada desde hace") }),
    tag: anyOr({ label: text("Tag", "Etiqueta") }, ["tags"], text("Any or none", "Cualquiera o ninguna")),
    assignee: anyOr(
      { label: text("Assigned to", "Asignada a") },
      ["teams", "teammates"],
      text("Anybody or nobody", "Cualquiera o nadie"),
    ),
  }),
  example: {
    when: exampleWhen,
    which: "open",
    quietFor: { amount: 2, unit: "days" },
    tag: { list: "tags", id: "9920011" },
    assignee: { list: "teams", id: "8120302" },
  },
  fresh: { when: freshWhen, which: "open", quietFor: { amount: 1, unit: "days" }, tag: null, assignee: null },
  schedule: ({ when, which, quietFor, tag, assignee }) => ({
    timetable: when,
    search: {
      of: "conversation",
      query: (at) => {
        const filters: Filter[] = [...states[which].filters, quiet(quietFor, at)];
        const holder = assignee?.list === "teams" ? "team_assignee_id" : "admin_assignee_id";
        if (tag) filters.push({ field: "tag_ids", operator: "=", value: tag.id });
        if (assignee) filters.push({ field: holder, operator: "=", value: Number(assignee.id) });
        return allOf(filters);
      },
    },
  }),
  sentence({ when, which, quietFor, tag, assignee }, speech) {
    const { say, pick, name } = speech;
    const one = pick(states[which].one);
    return [
      timetableWords(when, speech),
      say(`, for each ${one}`, `, por cada ${one}`),
      quietWords(quietFor, speech),
      tag ? say(`, tagged ${name("tags", tag.id)}`, `, con la etiqueta ${name("tags", tag.id)}`) : "",
      assignee
        ? say(`, assigned to ${name(assignee.list, assignee.id)}`, `, asignada a ${name(assignee.list, assignee.id)}`)
        : "",
    ].join("");
  },
});
