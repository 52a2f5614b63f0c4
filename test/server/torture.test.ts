import { expect, it } from "vitest";
import { reachable, torture } from "../torture/torture.ts";

it(
  "loses nothing and does nothing twice though it is killed at every boundary and at any time, while Intercom misbehaves",
  { timeout: 240_000 },
  async () => {
    const tally = await torture({ seed: 7, kills: 2 * reachable.length, perLife: 4 });
    expect(tally).toMatchObject({ lost: [], doubled: [], parkedOthers: [] });
    // Most lives end where they are meant to; which effects come in the others is the machine's to say.
    expect(reachable.filter((at) => tally.at.has(at)).length).toBeGreaterThan(reachable.length / 2);
    expect(tally.effects).toBeGreaterThanOrEqual(4 * tally.conversations);
  },
);
