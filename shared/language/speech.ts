import { isOurs, type Lists, type ListName } from "../workspace/lists.ts";
import type { Language, Text } from "./text.ts";

/** What sentences are made with: a language, and the names behind ids. */
export interface Speech {
  language: Language;
  lists: Lists | null;
  say(en: string, es: string): string;
  pick(text: Text): string;
  /** The name behind an id; a plain phrase such as "a team that is gone" where the list no longer has it, and the id's kind while the list is unknown. */
  name(list: ListName, id: string): string;
  /** The name of a value, for use inside a sentence. */
  label(ref: string): string;
}

const gone: Record<ListName, Text> = {
  teams: { en: "a team that is gone", es: "un equipo que ya no existe" },
  teammates: { en: "a teammate who is gone", es: "un compañero que ya no está" },
  tags: { en: "a tag that is gone", es: "una etiqueta que ya no existe" },
  contactAttributes: { en: "an attribute that is gone", es: "un atributo que ya no existe" },
  companyAttributes: { en: "an attribute that is gone", es: "un atributo que ya no existe" },
  conversationAttributes: { en: "an attribute that is gone", es: "un atributo que ya no existe" },
  segments: { en: "a segment that is gone", es: "un segmento que ya no existe" },
  ticketTypes: { en: "a ticket type that is gone", es: "un tipo de ticket que ya no existe" },
  ticketAttributes: { en: "an attribute that is gone", es: "un atributo que ya no existe" },
  ticketStates: { en: "a ticket state that is gone", es: "un estado de ticket que ya no existe" },
  subscriptionTypes: { en: "a subscription that is gone", es: "una suscripción que ya no existe" },
  brands: { en: "a brand that is gone", es: "una marca que ya no existe" },
  articles: { en: "an article that is gone", es: "un artículo que ya no existe" },
  workflows: { en: "a workflow that is gone", es: "un flujo que ya no existe" },
  tables: { en: "a table that is gone", es: "una tabla que ya no existe" },
};
const unknown: Record<ListName, Text> = {
  teams: { en: "a team", es: "un equipo" },
  teammates: { en: "a teammate", es: "un compañero" },
  tags: { en: "a tag", es: "una etiqueta" },
  contactAttributes: { en: "an attribute", es: "un atributo" },
  companyAttributes: { en: "an attribute", es: "un atributo" },
  conversationAttributes: { en: "an attribute", es: "un atributo" },
  segments: { en: "a segment", es: "un segmento" },
  ticketTypes: { en: "a ticket type", es: "un tipo de ticket" },
  ticketAttributes: { en: "an attribute", es: "un atributo" },
  ticketStates: { en: "a ticket state", es: "un estado de ticket" },
  subscriptionTypes: { en: "a subscription", es: "una suscripción" },
  brands: { en: "a brand", es: "una marca" },
  articles: { en: "an article", es: "un artículo" },
  workflows: { en: "a workflow", es: "un flujo" },
  tables: { en: "a table", es: "una tabla" },
};

export function createSpeech(
  language: Language,
  lists: Lists | null,
  label: (ref: string, language: Language) => string,
): Speech {
  return {
    language,
    lists,
    say: (en, es) => (language === "es" ? es : en),
    pick: (text) => text[language],
    name(list, id) {
      const items = lists?.[list] ?? [];
      const known = items.length > 0 || (lists !== null && isOurs(list));
      return items.find((item) => item.id === id)?.name ?? (known ? gone : unknown)[list][language];
    },
    label: (ref) => label(ref, language),
  };
}

/** A name put inside a running sentence: the first letter small, unless it is an abbreviation. */
export const inSentence = (label: string): string =>
  /^\p{Lu}[\p{Ll}-]/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
