import { z } from "zod";
import { shorten, text } from "../../../language/text.ts";
import { answer, defineAction, type Given } from "../../../nodes/define.ts";
import { template } from "../../../nodes/form.ts";
import { fill } from "../../../template/fill.ts";
import type { Template } from "../../../template/template.ts";
import { putConversation, simulatedConversation, withConversation } from "../conversationChange.ts";
import { emptyText } from "../request.ts";
import { wording } from "../wording.ts";

const titleIn = ({ config, read }: Given<{ title: Template }>) => shorten(fill(config.title, read).trim(), 255);

/** Intercom 2.16: PUT /conversations/{id}, title. */
export const setTitle = defineAction({
  type: "intercom.setTitle",
  label: text("Set conversation title", "Poner título a la conversación"),
  help: text("Gives the conversation a title that teammates see.", "Da a la conversación un título que ve el equipo."),
  keywords: text("name subject rename heading", "nombre asunto renombrar encabezado"),
  icon: "title",
  group: "team",
  config: z.object({ title: template({ label: text("Title", "Título") }, false) }),
  example: { title: ["Refund for ", { ref: "contact.name", fallback: "a customer" }] },
  fresh: { title: [] },
  reply: z.object({ title: answer(z.string(), text("The title", "El título"), "text") }),
  plan: (given) =>
    titleIn(given) === "" ? emptyText("The title", "El título") : putConversation(given, { title: titleIn(given) }),
  answer: (_, given) => ({ title: titleIn(given) }),
  simulate: simulatedConversation,
  onUncertain: "repeat",
  changes: (facts, given) => withConversation(facts, { title: titleIn(given) }),
  sentence: ({ title }, speech) =>
    speech.say(
      `Title the conversation “${wording(title, speech)}”`,
      `Titular la conversación «${wording(title, speech)}»`,
    ),
  done: (_, { title }, { say }) => say(`Titled it “${shorten(title, 80)}”`, `La tituló «${shorten(title, 80)}»`),
});
