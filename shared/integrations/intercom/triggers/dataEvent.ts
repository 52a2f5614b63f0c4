import { z } from "zod";
import { fold, joinWords, text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { names, texts } from "../../../nodes/form.ts";
import { acceptedIf } from "./verdicts.ts";

/** Intercom topic event.created. */
export const dataEvent = defineTrigger({
  type: "intercom.dataEvent",
  label: text("Data event", "Evento de datos"),
  help: text(
    "Starts when your product tells Intercom that a customer did something.",
    "Empieza cuando tu producto avisa a Intercom de que un cliente hizo algo.",
  ),
  keywords: text(
    "event tracked custom product usage happened metadata purchase",
    "evento registrado personalizado uso del producto ocurrió metadatos compra",
  ),
  icon: "event",
  group: "triggerData",
  topics: ["event.created"],
  config: z.object({
    names: texts(
      {
        label: text("Names of events", "Nombres de eventos"),
        help: text("One of these. None: every event.", "Uno de estos. Ninguno: todos los eventos."),
      },
      20,
      200,
    ),
    metadata: names(
      {
        label: text("What you want to use of its metadata", "Lo que quieres usar de sus metadatos"),
        help: text("Each by the name your product gives it.", "Cada dato con el nombre que le da tu producto."),
      },
      20,
    ).default([]),
  }),
  example: { names: ["export-failed"], metadata: [{ name: "attempts", type: "number" }] },
  fresh: { names: [], metadata: [] },
  gives: ({ metadata }) =>
    metadata.map(({ name, type }) => ({
      field: name,
      ref: `happening.event.${name}`,
      label: text(`Data event: ${name}`, `Evento de datos: ${name}`),
      type,
    })),
  accepts: ({ config, event }) =>
    acceptedIf(
      config.names.length === 0 ||
        config.names.some((name) => fold(name) === fold(event.facts.happening?.dataEvent?.name ?? "")),
      text("It was an event of another name.", "Era un evento con otro nombre."),
    ),
  sentence(config, { say }) {
    const which = joinWords(
      config.names.map((name) => say(`“${name}”`, `«${name}»`)),
      say("or", "o"),
    );
    return which === ""
      ? say("When a data event happens", "Cuando ocurre un evento de datos")
      : say(`When the data event ${which} happens`, `Cuando ocurre el evento de datos ${which}`);
  },
});
