import { text } from "../../language/text.ts";
import type { Json, Plan } from "../../nodes/define.ts";
import type { RequestEffect } from "../../nodes/effect.ts";

/** One call to Intercom, as data. */
export const request = (method: RequestEffect["method"], path: string, body?: Json): RequestEffect => ({
  type: "request",
  connection: "intercom",
  method,
  path,
  ...(body === undefined ? {} : { body }),
});

/** A path of its parts, each escaped: `pathOf("contacts", id, "tags")`. */
export const pathOf = (...parts: readonly string[]): string =>
  parts.map((part) => `/${encodeURIComponent(part)}`).join("");

/** A path with a query. */
export const withQuery = (path: string, query: Readonly<Record<string, string>>): string =>
  `${path}?${Object.entries(query)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join("&")}`;

export const skipped = (en: string, es: string): Plan => ({ type: "skip", why: text(en, es) });

/** What happened and what to do about it: `[english, spanish]` each. */
export const failed = (what: readonly [string, string], todo: readonly [string, string]): Plan => ({
  type: "fail",
  failure: { what: text(...what), todo: text(...todo) },
});

/** A text that is needed came out empty. */
export const emptyText = (en: string, es: string): Plan =>
  failed(
    [`${en} is empty.`, `${es} está vacío.`],
    ["Give its values something to stand in for them.", "Pon un texto de reserva a sus valores."],
  );
