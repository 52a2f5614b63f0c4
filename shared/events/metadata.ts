import type { Happening } from "./facts.ts";
import { attributes } from "./normalise.ts";
import { field, has, number, record, string } from "./raw.ts";

type Metadata = NonNullable<Happening["dataEvent"]>["metadata"];

const cents = 100;

/**
 * The metadata of a data event as plain values. An amount of money is its whole units under its name, with
 * `<name> currency` beside it (Intercom writes cents); a link is its words, with `<name> url` beside it.
 * Source: Intercom 2.16, POST /events, "Metadata".
 */
export function metadataFrom(value: unknown): Metadata {
  const plain: [string, unknown][] = Object.entries(record(value)).flatMap(([name, raw]): [string, unknown][] => {
    const parts = record(raw);
    const amount = number(field(parts, "amount"));
    if (amount !== null)
      return [
        [name, amount / cents],
        [`${name} currency`, string(parts["currency"]).toUpperCase()],
      ];
    if (has(parts, "url"))
      return [
        [name, string(field(parts, "value")) || string(parts["url"])],
        [`${name} url`, string(parts["url"])],
      ];
    return [[name, raw]];
  });
  return attributes(Object.fromEntries(plain.filter(([name]) => !(name in {}))));
}
