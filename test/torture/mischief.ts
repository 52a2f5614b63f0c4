import { chanceFrom } from "./chance.ts";

/** What goes wrong with one call; `afterwards`: only once what it asks for was done. */
export type Mischief =
  | { does: "answer"; status: number; retryAfter?: number; afterwards: boolean }
  | { does: "hang up"; afterwards: boolean }
  | { does: "hang"; afterwards: boolean };

/** What goes wrong with call after call, ever the same for the same seed: of every kind, for about one in eight. */
export function mischiefFrom(seed: number): (method: string) => Mischief | null {
  const chance = chanceFrom(seed);
  return (method) => {
    if (chance.next() > 0.12) return null;
    if (method === "GET")
      return chance.of<Mischief>([
        { does: "answer", status: 500, afterwards: false },
        { does: "hang up", afterwards: false },
      ]);
    const afterwards = chance.next() < 0.5;
    return chance.of<Mischief>([
      { does: "answer", status: 429, retryAfter: 1, afterwards: false },
      { does: "answer", status: 503, retryAfter: 1, afterwards: false },
      { does: "answer", status: 500, afterwards },
      { does: "answer", status: 502, afterwards },
      { does: "hang up", afterwards },
      { does: "hang up", afterwards },
      { does: "hang", afterwards },
    ]);
  };
}
