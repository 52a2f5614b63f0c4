import { expect, it } from "vitest";
import { simulate } from "../torture/simulate.ts";

it.each([1, 2, 3])(
  "loses nothing and does nothing twice in jumping time, whenever the process dies and whatever calls come to (seed %i)",
  { timeout: 60_000 },
  async (seed) => {
    const { crashes, asked, effects, ...told } = await simulate({ seed, runs: 400 });
    expect(told).toMatchObject({ lost: [], doubled: [] });
    expect(effects).toBe(400 * 4 + 80);
    expect(crashes).toBeGreaterThan(4);
    expect(asked).toBeGreaterThan(0);
  },
);

it("happens again in the same way from the same seed, and from no other", { timeout: 60_000 }, async () => {
  const digests = [];
  for (const seed of [8, 8, 9]) digests.push((await simulate({ seed, runs: 60 })).digest);
  expect(digests[1]).toBe(digests[0]);
  expect(digests[2]).not.toBe(digests[0]);
});
