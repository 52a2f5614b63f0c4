import { z } from "zod";
import { inSentence } from "../../language/speech.ts";
import { type Language, shorten, text, type Text } from "../../language/text.ts";
import { answer, defineAction, type Given } from "../../nodes/define.ts";
import { choice, count, template } from "../../nodes/form.ts";
import { fill } from "../../template/fill.ts";
import type { Template } from "../../template/template.ts";
import { formatted, type How } from "./formatted.ts";
import { templateWords } from "./templateWords.ts";

const ways: Record<How, Text> = {
  upper: text("In capitals", "En mayúsculas"),
  lower: text("In small letters", "En minúsculas"),
  firstBig: text("First letter a capital", "Primera letra en mayúscula"),
  digits: text("Only the digits", "Solo las cifras"),
  trim: text("Without spaces at the ends", "Sin espacios al principio ni al final"),
  shorten: text("Shortened", "Acortado"),
  number: text("Number with separators", "Número con separadores"),
  day: text("Date, short", "Fecha corta"),
  longDay: text("Date in words", "Fecha con palabras"),
};

interface Config {
  text: Template;
  how: How;
  language: Language;
  most: number;
}

/** What cannot be read as asked stays as it is: a later step has a text in any case. */
function reply({ config, read }: Given<Config>) {
  const words = fill(config.text, read);
  const made = formatted(words, config.how, config.most, config.language);
  return { text: made ?? words, understood: made !== null };
}

/** Writes a text another way, for later steps; nothing leaves the run. */
export const format = defineAction({
  type: "logic.format",
  label: text("Format", "Dar formato"),
  help: text(
    "Writes a text, a number or a date another way, for later steps.",
    "Escribe un texto, un número o una fecha de otra manera para los pasos siguientes.",
  ),
  keywords: text(
    "upper lower case capitals digits phone trim shorten cut number thousands date convert transform clean",
    "mayúsculas minúsculas cifras dígitos teléfono recortar acortar número miles fecha convertir transformar limpiar",
  ),
  icon: "title",
  group: "data",
  config: z.object({
    text: template({ label: text("Text", "Texto") }),
    how: choice({ label: text("How", "Cómo") }, ways),
    language: choice(
      {
        label: text("Language", "Idioma"),
        help: text("For numbers and dates.", "Para números y fechas."),
      },
      { en: text("English", "Inglés"), es: text("Spanish", "Español") },
    ),
    most: count(
      { label: text("At most this many characters, if shortened", "Como mucho estos caracteres, si se acorta") },
      1,
      5000,
    ),
  }),
  example: { text: [{ ref: "contact.signedUpAt" }], how: "longDay", language: "en", most: 100 },
  fresh: { text: [], how: "firstBig", language: "en", most: 100 },
  reply: z.object({
    text: answer(z.string(), text("The formatted text", "El texto con formato"), "text"),
    /** False where it was no number, or no date, and so was left as it is. */
    understood: z.boolean(),
  }),
  plan: (given) => ({ type: "answer", reply: reply(given) }),
  answer: (_, given) => reply(given),
  simulate: () => null,
  onUncertain: "repeat",
  sentence(config, speech) {
    const words = templateWords(config.text, speech);
    const how = inSentence(speech.pick(ways[config.how]));
    return speech.say(`Write “${words}” another way: ${how}`, `Escribir «${words}» de otra manera: ${how}`);
  },
  done(config, result, { say }) {
    const words = shorten(result.text, 80);
    if (result.understood) return say(`Wrote “${words}”`, `Escribió «${words}»`);
    return config.how === "number"
      ? say(`Left “${words}” as it is: it is no number`, `Dejó «${words}» como está: no es un número`)
      : say(`Left “${words}” as it is: it is no date`, `Dejó «${words}» como está: no es una fecha`);
  },
});
