import { z } from "zod";
import { number } from "../../events/raw.ts";
import { text } from "../../language/text.ts";
import { answer, defineAction, type Given } from "../../nodes/define.ts";
import { choice, count, shortText, zone } from "../../nodes/form.ts";
import { offsetMs } from "../../schedule/zone.ts";

interface Config {
  whose: "conversation" | "customer" | "all";
  restart: "never" | "day" | "month";
  zone: string;
}

/** For whom it counts: "" for everybody, null where there is no such thing here. */
function whoseIn({ config: { whose }, conversationId, contactId }: Given<Config>): string | null {
  if (whose === "all") return "";
  const id = whose === "conversation" ? conversationId : contactId;
  return id && `${whose} ${id}`;
}

/** The day or month on the wall, as far as it matters: "2026-07-25", "2026-07" or "". */
const periodIn = ({ config: { restart, zone: place }, now }: Given<Config>): string =>
  new Date(now + offsetMs(place, now)).toISOString().slice(0, { never: 0, month: 7, day: 10 }[restart]);

/** Counts under a name of the builder's own, the same in every workflow; nothing leaves the house. */
export const counter = defineAction({
  type: "logic.counter",
  label: text("Count", "Contar"),
  help: text(
    "Adds to a counter of your own and gives the new number to later steps.",
    "Suma a un contador tuyo y da el número nuevo a los pasos siguientes.",
  ),
  keywords: text(
    "counter number times how often add increment limit quota",
    "contador número veces frecuencia sumar incrementar límite cuota",
  ),
  icon: "count",
  group: "data",
  config: z.object({
    name: shortText(
      {
        label: text("Name of the counter", "Nombre del contador"),
        help: text(
          "Workflows that use the same name share the counter.",
          "Los flujos que usan el mismo nombre comparten el contador.",
        ),
      },
      80,
    ),
    whose: choice(
      { label: text("Counts", "Cuenta") },
      {
        conversation: text("For each conversation", "Por cada conversación"),
        customer: text("For each customer", "Por cada cliente"),
        all: text("All together", "Todo junto"),
      },
    ),
    act: choice(
      { label: text("What to do", "Qué hacer") },
      { add: text("Add", "Sumar"), reset: text("Set back to zero", "Poner a cero") },
    ),
    amount: count(
      {
        label: text("How much to add", "Cuánto sumar"),
        help: text("A number below zero takes away.", "Un número menor que cero resta."),
      },
      -1_000_000,
      1_000_000,
    ),
    restart: choice(
      { label: text("Starts again", "Vuelve a empezar"), advanced: true },
      {
        never: text("Never", "Nunca"),
        day: text("Every day", "Cada día"),
        month: text("Every month", "Cada mes"),
      },
    ),
    zone: zone({ label: text("Time zone", "Zona horaria"), advanced: true }),
  }),
  example: { name: "Reminders", whose: "conversation", act: "add", amount: 1, restart: "never", zone: "UTC" },
  fresh: { whose: "conversation", act: "add", amount: 1, restart: "never", zone: "UTC" },
  reply: z.object({ count: answer(z.number(), text("The count", "La cuenta"), "number") }),
  plan(given) {
    const { config } = given;
    const whose = whoseIn(given);
    if (whose === null) return { type: "skip", why: nobody[config.whose] };
    const add = config.act === "add" ? config.amount : null;
    return { type: "count", name: config.name, whose, add, period: periodIn(given) };
  },
  answer: (body) => ({ count: number(body) ?? 0 }),
  simulate: ({ config }) => (config.act === "add" ? config.amount : 0),
  onUncertain: "repeat",
  sentence: ({ name, act, amount }, { say }) =>
    act === "reset"
      ? say(`Set the counter “${name}” back to zero`, `Poner a cero el contador «${name}»`)
      : amount < 0
        ? say(`Take ${-amount} from the counter “${name}”`, `Restar ${-amount} al contador «${name}»`)
        : say(`Add ${amount} to the counter “${name}”`, `Sumar ${amount} al contador «${name}»`),
  done: ({ name }, { count: now }, { say }) =>
    say(`The counter “${name}” stands at ${now}`, `El contador «${name}» está en ${now}`),
});

const nobody = {
  conversation: text("Not counted: there is no conversation here.", "Sin contar: aquí no hay ninguna conversación."),
  customer: text("Not counted: there is no customer here.", "Sin contar: aquí no hay ningún cliente."),
  all: text("", ""),
};
