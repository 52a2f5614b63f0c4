import type { Event } from "../../../../events/event.ts";
import type { Speech } from "../../../../language/speech.ts";
import { text } from "../../../../language/text.ts";
import type { Verdict } from "../../../../nodes/define.ts";
import { choice } from "../../../../nodes/form.ts";
import { acceptedIf } from "../verdicts.ts";

type Automatic = "skip" | "also" | "only";

/** The setting that says what automatic mail does. Drawings from before it was there leave it out, as new ones do. */
export const automaticChoice = () =>
  choice(
    {
      label: text("Automatic mail", "Correo automático"),
      help: text(
        "Out-of-office replies, mail that came back, senders that nobody reads.",
        "Respuestas de ausencia, correos devueltos, remitentes que nadie lee.",
      ),
      advanced: true,
    },
    {
      skip: text("Starts nothing", "No inicia nada"),
      also: text("Starts it too", "También lo inicia"),
      only: text("Only automatic mail starts it", "Solo lo inicia el correo automático"),
    },
  ).default("skip");

export const ifAutomatic = (automatic: Automatic, { facts }: Event): Verdict => {
  const is = facts.message?.automatic === true;
  return automatic === "only"
    ? acceptedIf(is, text("The message is not automatic.", "El mensaje no es automático."))
    : acceptedIf(
        !is || automatic === "also",
        text(
          "The message is automatic: somebody is away, or mail came back.",
          "El mensaje es automático: alguien está ausente o se devolvió un correo.",
        ),
      );
};

/** ", also with automatic mail" / ", también con correo automático", to end a sentence with; "" where it starts nothing. */
export const automaticWords = (automatic: Automatic, { say }: Speech): string =>
  automatic === "also"
    ? say(", also with automatic mail", ", también con correo automático")
    : automatic === "only"
      ? say(", only with automatic mail", ", solo con correo automático")
      : "";
