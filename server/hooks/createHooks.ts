import { createHash, randomBytes } from "node:crypto";
import { Sample } from "#shared/hooks/sample.ts";
import type { Seal } from "../connections/seal.ts";
import type { HookPlace, HookRow, HookStore } from "../store/hooks.ts";

/** Why a call was not taken: it proved nothing, proved it wrongly, or what it sent could not be read. */
export type RefusedFor = "unproved" | "wrong" | "unreadable";

export interface HookDeps {
  store: HookStore;
  seal: Seal;
  now(): number;
  /** Told when something came in for a step, taken or not. */
  onCall(place: HookPlace): void;
}

const tokenBytes = 24;
/** A multiple of three: base64 without padding, which every tool takes as it is. */
const secretBytes = 24;
/** A flood of wrong calls is told to browsers once in a while. */
const tellEveryMs = 1_000;

const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();
const newToken = (): string => randomBytes(tokenBytes).toString("base64url");
/** As Standard Webhooks writes secrets, so that libraries of that scheme take it too. */
const newSecret = (): string => `whsec_${randomBytes(secretBytes).toString("base64")}`;

type Part = "token" | "secret" | "sample";
const purposeOf = (part: Part, { workflow, node }: HookPlace): string => `hook ${part} of ${workflow} ${node}`;

/**
 * The addresses that other tools call: one for each step that is called, with a secret and what was sent last. They are no part
 * of a drawing, which is exported, kept for good and copied. Everything stands sealed and opens only here.
 */
export function createHooks({ store, seal, now, onCall }: HookDeps) {
  const refused = new Map<string, { at: number; why: RefusedFor }>();
  const keyOf = ({ workflow, node }: HookPlace) => `${workflow} ${node}`;
  const sealed = (part: Part, place: HookPlace, words: string) => seal.seal(words, purposeOf(part, place));

  /** An address is made when it is first asked for. */
  function opened(place: HookPlace): HookRow {
    const token = newToken();
    const known = store.get(place);
    if (known) return known;
    store.add(place, hashOf(token), sealed("token", place, token), sealed("secret", place, newSecret()));
    const row = store.get(place);
    if (!row) throw new Error(`the address of step ${place.node} was not kept`);
    return row;
  }

  return {
    token: (place: HookPlace): string => seal.open(opened(place).token, purposeOf("token", place)),
    secret: (place: HookPlace): string => seal.open(opened(place).secret, purposeOf("secret", place)),
    /** The old address stops working at once. */
    renewToken(place: HookPlace): void {
      opened(place);
      const token = newToken();
      store.keepToken(place, hashOf(token), sealed("token", place, token));
    },
    /** The old secret stops working at once. Without one that the other tool has made, a new one is made. */
    changeSecret(place: HookPlace, given: string | null): void {
      opened(place);
      store.keepSecret(place, sealed("secret", place, given ?? newSecret()));
    },
    /** Whose address it is, and its secret; null for nobody's. */
    find(token: string): (HookPlace & { secret: string }) | null {
      const row = store.find(hashOf(token));
      if (!row) return null;
      const { workflow, node } = row;
      return { workflow, node, secret: seal.open(row.secret, purposeOf("secret", row)) };
    },
    /** What was sent last; null before the first call. */
    lastCall(place: HookPlace): { sample: Sample; at: number } | null {
      const { sample, calledAt } = opened(place);
      if (!sample || calledAt === null) return null;
      return { sample: Sample.parse(JSON.parse(seal.open(sample, purposeOf("sample", place)))), at: calledAt };
    },
    keepSample: (place: HookPlace, sample: Sample, at: number): void =>
      store.keepSample(place, sealed("sample", place, JSON.stringify(sample)), at),
    /** Told in memory alone: whoever is setting a tool up looks at it at once. */
    refuse(place: HookPlace, why: RefusedFor): void {
      const at = now();
      const before = refused.get(keyOf(place));
      refused.set(keyOf(place), { at, why });
      if (!before || at - before.at >= tellEveryMs) onCall(place);
    },
    taken(place: HookPlace): void {
      refused.delete(keyOf(place));
      onCall(place);
    },
    /** The last call since the last one that was taken. */
    lastRefused: (place: HookPlace): { at: number; why: RefusedFor } | null => refused.get(keyOf(place)) ?? null,
  };
}

export type Hooks = ReturnType<typeof createHooks>;
