import type { Report } from "#shared/api/simulations.ts";

/** Of all that can be compared, which share teammates did too: 0 to 1; null where there is nothing. What nobody did counts against it. */
export function agreementShare({ agreement }: Pick<Report, "agreement">): number | null {
  let [known, same] = [0, 0];
  for (const line of agreement) {
    known += line.same + line.otherwise + line.nobody;
    same += line.same;
  }
  return known === 0 ? null : same / known;
}
