import { z } from "zod";
import { entries, record, string } from "../../../events/raw.ts";
import { shorten, text } from "../../../language/text.ts";
import { answer, defineAction, type Given } from "../../../nodes/define.ts";
import { template } from "../../../nodes/form.ts";
import { fill } from "../../../template/fill.ts";
import type { Template } from "../../../template/template.ts";
import { request, withQuery } from "../request.ts";
import { wording } from "../wording.ts";

/** An address has a limit, and a search no use for a whole letter. */
const phraseIn = ({ config, read }: Given<{ phrase: Template }>) =>
  shorten(fill(config.phrase, read).replaceAll(/\s+/g, " ").trim(), 200);
const none = { found: false, id: null, title: null, url: null, description: null };

/** Intercom 2.16: GET /articles/search, published ones only. The best match comes first. */
export const findArticle = defineAction({
  type: "intercom.findArticle",
  label: text("Find help article", "Buscar artículo de ayuda"),
  help: text(
    "Finds the help-centre article that fits a phrase best, for later steps.",
    "Busca el artículo del centro de ayuda que mejor encaja, para pasos posteriores.",
  ),
  keywords: text(
    "knowledge base help centre faq look up search link",
    "base de conocimiento centro de ayuda preguntas enlace consultar",
  ),
  icon: "article",
  group: "lookUp",
  config: z.object({ phrase: template({ label: text("Words to look for", "Palabras que buscar") }, false) }),
  example: { phrase: [{ ref: "message.text", fallback: "refund" }] },
  fresh: { phrase: [{ ref: "message.text" }] },
  reply: z.object({
    found: answer(z.boolean(), text("Whether one was found", "Si se encontró"), "boolean"),
    id: z.string().nullable(),
    title: answer(z.string().nullable(), text("Its title", "Su título"), "text"),
    url: answer(z.string().nullable(), text("Its address", "Su dirección"), "text"),
    description: answer(z.string().nullable(), text("Its description", "Su descripción"), "text"),
  }),
  plan: (given) =>
    phraseIn(given) === ""
      ? { type: "answer", reply: none }
      : request("GET", withQuery("/articles/search", { phrase: phraseIn(given), state: "published" })),
  answer: (body) => {
    const data = record(body)["data"];
    const [article] = entries(data, "articles", "data");
    if (!article) return none;
    const words = (key: string) => string(article[key]) || null;
    return {
      found: true,
      id: words("id"),
      title: words("title"),
      url: words("url"),
      description: words("description"),
    };
  },
  simulate: (given) => ({
    type: "list",
    total_count: 1,
    data: {
      articles: [{ id: "found", type: "article", title: phraseIn(given), url: "https://help.example.com/found" }],
    },
  }),
  onUncertain: "repeat",
  sentence: ({ phrase }, speech) =>
    speech.say(
      `Find a help article on “${wording(phrase, speech)}”`,
      `Buscar un artículo sobre «${wording(phrase, speech)}»`,
    ),
  done: (_, { found, title }, { say }) =>
    found
      ? say(`Found the article “${title ?? ""}”`, `Encontró el artículo «${title ?? ""}»`)
      : say("Found no article", "No encontró ningún artículo"),
});
