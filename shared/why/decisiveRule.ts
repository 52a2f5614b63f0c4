import { type Group, isGroup } from "../conditions/condition.ts";
import type { Evidence } from "../conditions/evidence.ts";

/** A part of a condition as it turned out, with the rule that decided it. */
interface Judged {
  holds: boolean;
  decisive: Evidence | null;
}

function judge(group: Group, seen: Iterator<Evidence>): Judged {
  const parts = group.rules.map((entry): Judged => {
    if (isGroup(entry)) return judge(entry, seen);
    const next = seen.next();
    const evidence: Evidence | null = next.done ? null : next.value;
    return { holds: evidence?.met ?? false, decisive: evidence };
  });
  const [first = null] = parts;
  const failing = parts.find(({ holds }) => !holds);
  const holding = parts.find(({ holds }) => holds);
  const decides = { all: failing, any: holding, none: holding }[group.match];
  const holds = { all: !failing, any: holding !== undefined, none: !holding }[group.match];
  return { holds, decisive: (decides ?? first)?.decisive ?? null };
}

/**
 * The first rule by which a condition turned out as it did: of "all" the first that failed, of "none" the first that held, of "any"
 * the first that held or else the first. Null for an empty condition.
 * @param seen what its rules saw, in their order.
 */
export const decisiveRule = (group: Group, seen: readonly Evidence[]): Evidence | null =>
  judge(group, seen.values()).decisive;
