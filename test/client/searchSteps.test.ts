import { expect, it } from "vitest";
import { searchSteps } from "#client/editor/searchSteps.ts";
import { nodeTypes } from "#shared/integrations/manifest.ts";

/** What somebody who reads nothing would type, and the step that has to be among what is found. */
const searches: readonly (readonly [string, string, string])[] = [
  ["tag", "etiqueta", "intercom.tag"],
  ["round robin", "rotar", "intercom.takeTurns"],
  ["assign evenly", "repartir", "intercom.takeTurns"],
  ["follow up", "seguimiento", "logic.waitFor"],
  ["no response", "sin respuesta", "logic.waitFor"],
  ["close", "cerrar", "intercom.close"],
  ["answer", "contestar", "intercom.reply"],
  ["message", "mensaje", "intercom.reply"],
  ["internal", "interna", "intercom.addNote"],
  ["pause", "pausa", "logic.delay"],
  ["loop", "bucle", "logic.forEach"],
  ["random", "aleatorio", "logic.splitByChance"],
  ["parallel", "paralelo", "logic.parallel"],
  ["manual", "manual", "logic.byHand"],
  ["run by hand", "ejecutar a mano", "logic.byHand"],
  ["many at once", "en lote", "logic.byHand"],
  ["on a schedule", "según un horario", "logic.schedule"],
  ["on a schedule", "según un horario", "logic.scheduleContacts"],
  ["daily", "diario", "logic.scheduleTickets"],
  ["every month", "cada mes", "logic.scheduleOnce"],
  ["condition", "condición", "logic.if"],
  ["switch", "según", "logic.splitByValue"],
  ["new conversation", "nueva conversación", "intercom.conversationStarted"],
  ["LATER", "MÁS TARDE", "intercom.snooze"],
];

const found = (words: string, language: "en" | "es") =>
  searchSteps(nodeTypes, words, language).flatMap(({ steps }) => steps.map(({ type }) => type));

it.each(searches)("finds the step for “%s” and «%s»", (en, es, type) => {
  expect(found(en, "en")).toContain(type);
  expect(found(es, "es")).toContain(type);
  expect(found(es.normalize("NFD").replace(/\p{M}/gu, ""), "es")).toContain(type);
});

it("finds nothing for what is nowhere, and everything for nothing", () => {
  expect(found("zzz", "en")).toEqual([]);
  expect(new Set(found(" ", "es")).size).toBe(nodeTypes.length);
});

it("puts the step first that is called so", () => {
  expect(found("tag", "en")[0]).toBe("intercom.tag");
  expect(found("close", "en")[0]).toBe("intercom.close");
  expect(found("asignar", "es")[0]).toBe("intercom.assign");
  expect(found("responder", "es")[0]).toBe("intercom.reply");
});
