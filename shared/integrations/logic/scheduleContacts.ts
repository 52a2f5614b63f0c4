import { z } from "zod";
import { text } from "../../language/text.ts";
import { defineTrigger } from "../../nodes/define.ts";
import { age, choice } from "../../nodes/form.ts";
import { allOf, type Filter } from "../intercom/search.ts";
import { anyOr } from "../intercom/triggers/filters/anyOr.ts";
import { aged, ageWords, exampleWhen, freshWhen, scheduled, whenSetting } from "./scheduled.ts";
import { timetableWords } from "./timetableWords.ts";

const roles = {
  any: { label: text("Users and leads", "Usuarios y leads"), one: text("customer", "cliente") },
  user: { label: text("Users", "Usuarios"), one: text("user", "usuario") },
  lead: { label: text("Leads", "Leads"), one: text("lead", "lead") },
};

/** Starts when its time comes, once for each customer who is found then. Intercom 2.16: POST /contacts/search. */
export const scheduleContacts = defineTrigger({
  ...scheduled,
  type: "logic.scheduleContacts",
  label: text("Each customer, on a schedule", "Cada cliente, según un horario"),
  help: text(
    "Starts when its time comes, once for each customer who is found then.",
    "Empieza cuando llega su hora, una vez por cada cliente que se encuentre entonces.",
  ),
  group: "triggerCustomer",
  config: z.object({
    when: whenSetting(),
    role: choice(
      { label: text("For each of these", "Por cada uno de estos") },
      { any: roles.any.label, user: roles.user.label, lead: roles.lead.label },
    ),
    lastSeen: age({ label: text("Last seen", "Visto por última vez") }),
    signedUp: age({ label: text("Signed up", "Se registró") }),
    segment: anyOr({ label: text("Segment", "Segmento") }, ["segments"], text("Any or none", "Cualquiera o ninguno")),
    tag: anyOr({ label: text("Tag", "Etiqueta") }, ["tags"], text("Any or none", "Cualquiera o ninguna")),
  }),
  example: {
    when: exampleWhen,
    role: "user",
    lastSeen: { is: "over", days: 30 },
    signedUp: { is: "over", days: 90 },
    segment: { list: "segments", id: "6810e0a1b2c3d4e5f6070001" },
    tag: { list: "tags", id: "9920011" },
  },
  fresh: {
    when: freshWhen,
    role: "user",
    lastSeen: { is: "over", days: 30 },
    signedUp: null,
    segment: null,
    tag: null,
  },
  schedule: ({ when, role, lastSeen, signedUp, segment, tag }) => ({
    timetable: when,
    search: {
      of: "contact",
      query: (at) => {
        const filters: Filter[] = [
          { field: "role", operator: "IN", value: role === "any" ? ["user", "lead"] : [role] },
          ...aged("last_seen_at", lastSeen, at),
          ...aged("signed_up_at", signedUp, at),
        ];
        if (segment) filters.push({ field: "segment_id", operator: "=", value: segment.id });
        if (tag) filters.push({ field: "tag_id", operator: "=", value: tag.id });
        return allOf(filters);
      },
    },
  }),
  sentence({ when, role, lastSeen, signedUp, segment, tag }, speech) {
    const { say, pick, name } = speech;
    const one = pick(roles[role].one);
    return [
      timetableWords(when, speech),
      say(`, for each ${one}`, `, por cada ${one}`),
      lastSeen ? say(", last seen ", ", visto por última vez ") + ageWords(lastSeen, speech) : "",
      signedUp ? say(", signed up ", ", registrado ") + ageWords(signedUp, speech) : "",
      segment
        ? say(`, in the segment ${name("segments", segment.id)}`, `, en el segmento ${name("segments", segment.id)}`)
        : "",
      tag ? say(`, tagged ${name("tags", tag.id)}`, `, con la etiqueta ${name("tags", tag.id)}`) : "",
    ].join("");
  },
});
