import { checkAttributes, type Described } from "../attributes.ts";
import type { Attributes } from "../documents/attributes.ts";
import { Refusal } from "./refusal.ts";

/** Attributes as they may be written. @throws Refusal 400 for one that there is none of, 422 for a value that does not fit. */
export function fitAttributes(given: Attributes | null | undefined, described: readonly Described[]): Attributes {
  const checked = checkAttributes(given ?? {}, described);
  if (checked.outcome === "fits") return checked.values;
  throw new Refusal(checked.outcome === "unknown" ? 400 : 422, "parameter_invalid", checked.why, checked.name);
}
