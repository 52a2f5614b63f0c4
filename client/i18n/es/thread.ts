import type { thread as en } from "../en/thread.ts";
import type { Words } from "../words.ts";

export const thread = {
  which: "Qué conversaciones",
  latest: "Recientes",
  past: "Pasadas",
  open: "Abierta",
  closed: "Cerrada",
  snoozed: "Pospuesta",
  thread: "Mensajes de esta conversación",
  nameless_customer: "Cliente",
  nameless_teammate: "Un compañero",
  nameless_bot: "Automatización",
  note: "Nota interna",
  bot: "Bot",
  eventAssigned: "{{author}} la asignó a {{target}}",
  eventUnassigned: "{{author}} le quitó la asignación",
  eventTagged: "{{author}} añadió la etiqueta {{target}}",
  eventUntagged: "{{author}} quitó la etiqueta {{target}}",
  eventClosed: "{{author}} la cerró",
  eventOpened: "{{author}} la volvió a abrir",
  eventSnoozed: "{{author}} la pospuso",
  eventUnsnoozed: "Dejó de estar pospuesta",
  eventAttribute: "{{author}} cambió {{target}}",
  eventRated: "{{author}} la valoró con {{target}} de 5",
  eventOther: "{{author}} hizo otra cosa: {{what}}",
} satisfies Words<typeof en>;
