import { z } from "zod";
import { record, string } from "../../../events/raw.ts";
import { text } from "../../../language/text.ts";
import { defineAction, type Given } from "../../../nodes/define.ts";
import { pickFrom, type Choice } from "../../../nodes/form.ts";
import { partLookUp, writePart } from "../conversationPart.ts";

const kind = (to: Choice): "team" | "admin" => (to?.list === "teams" ? "team" : "admin");

const assigned = ({ config }: Given<{ to: Choice }>) => ({
  teamId: config.to?.list === "teams" ? config.to.id : null,
  teammateId: config.to?.list === "teammates" ? config.to.id : null,
});

/** Intercom 2.16: POST /conversations/{id}/parts, message_type assignment. "0" assigns to nobody. */
export const assign = defineAction({
  type: "intercom.assign",
  label: text("Assign", "Asignar"),
  help: text("Hands the conversation to a team or a teammate.", "Pasa la conversación a un equipo o a un compañero."),
  keywords: text("route team teammate owner hand over unassign", "derivar equipo compañero responsable pasar quitar"),
  icon: "assign",
  group: "team",
  config: z.object({
    to: pickFrom({ label: text("Assign to", "Asignar a") }, ["teams", "teammates"], text("Nobody", "Nadie")),
  }),
  example: { to: { list: "teams", id: "7310456" } },
  fresh: {},
  reply: z.object({ teamId: z.string().nullable(), teammateId: z.string().nullable() }),
  plan: (given) =>
    writePart(given, "parts", {
      message_type: "assignment",
      type: kind(given.config.to),
      assignee_id: given.config.to?.id ?? "0",
    }),
  answer: (_, given) => assigned(given),
  simulate: ({ conversationId }) => ({ type: "conversation", id: conversationId ?? "0" }),
  onUncertain: partLookUp(({ part_type, assigned_to }, { config }: Given<{ to: Choice }>) => {
    if (part_type !== "assignment") return false;
    const target = record(assigned_to);
    return config.to === null ? string(target["id"]) === "" : string(target["id"]) === config.to.id;
  }),
  changes: (facts, given) => {
    if (!facts.conversation) return facts;
    const { teamId, teammateId } = assigned(given);
    const conversation = { ...facts.conversation };
    if (given.config.to?.list !== "teammates") conversation.teamId = teamId;
    if (given.config.to?.list !== "teams") conversation.teammateId = teammateId;
    return { ...facts, conversation };
  },
  sentence: ({ to }, { say, name }) =>
    to
      ? say(`Assign to ${name(to.list, to.id)}`, `Asignar a ${name(to.list, to.id)}`)
      : say("Assign to nobody", "Quitar la asignación"),
  done: ({ to }, _, { say, name }) =>
    to
      ? say(`Assigned to ${name(to.list, to.id)}`, `Asignada a ${name(to.list, to.id)}`)
      : say("Assigned to nobody", "Sin asignar"),
});
