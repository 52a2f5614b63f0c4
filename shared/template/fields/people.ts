import { option } from "./field.ts";

/** Kinds of author. */
export const people = {
  fixed: [
    option("customer", "A customer", "Un cliente"),
    option("teammate", "A teammate", "Un compañero de equipo"),
    option("bot", "A bot", "Un bot"),
  ],
};
