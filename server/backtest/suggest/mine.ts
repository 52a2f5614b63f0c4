import type { Begun } from "./population.ts";
import { wilsonLower, z95, zOfMany } from "./wilson.ts";

/** A rule that may be: of the conversations that have a feature, with so many was it done. */
export interface Candidate {
  feature: number;
  done: number;
  /** How many right decisions it would make beyond what chance makes; at least, as far as the numbers tell. */
  score: number;
}

/** What was counted of a share: how many have the feature, with how many of them it was done, and its share of all. */
export interface Counted {
  matched: number;
  went: number;
  base: number;
}

/** A rule that is right less often than this is none. */
const leastShare = 0.5;
const fewestChecked = 10;

/** Whether a share is well above what is usual, by its lower bound. */
const isAbove = ({ matched, went, base }: Counted, z: number): boolean =>
  wilsonLower(went, matched, z) > Math.max(base + 0.1, base * 1.5);

/** Found on the first part: above what is usual though so many were tried. */
export const isFound = (learned: Counted, tried: number): boolean =>
  learned.went >= leastShare * learned.matched && isAbove(learned, zOfMany(tried));

/** And it holds on the last part. */
export const isConfirmed = (learned: Counted, checked: Counted): boolean =>
  checked.matched >= fewestChecked &&
  wilsonLower(checked.went, checked.matched, z95) > checked.base * 1.2 &&
  checked.went / checked.matched >= 0.7 * (learned.went / learned.matched);

export const scoreOf = ({ matched, went, base }: Counted): number => matched * (wilsonLower(went, matched, z95) - base);

/** How often features and what was done go together, in one part of the conversations. */
export class Together {
  readonly of: Uint32Array;
  readonly having: Uint32Array;
  readonly doing: Uint32Array;
  readonly dones: number;
  total = 0;

  constructor(features: number, dones: number) {
    this.dones = dones;
    this.of = new Uint32Array(features * dones);
    this.having = new Uint32Array(features);
    this.doing = new Uint32Array(dones);
  }

  add(features: readonly number[], dones: readonly number[]): void {
    this.total += 1;
    for (const done of dones) this.doing[done] = (this.doing[done] ?? 0) + 1;
    for (const feature of features) {
      this.having[feature] = (this.having[feature] ?? 0) + 1;
      const row = feature * this.dones;
      for (const done of dones) this.of[row + done] = (this.of[row + done] ?? 0) + 1;
    }
  }

  counted(feature: number, done: number): Counted {
    return {
      matched: this.having[feature] ?? 0,
      went: this.of[feature * this.dones + done] ?? 0,
      base: this.total === 0 ? 0 : (this.doing[done] ?? 0) / this.total,
    };
  }
}

/** Of all features and all that was done, what goes together on the first part, and still does on the last. The best first. */
export function candidatesIn(learned: Together, checked: Together): Candidate[] {
  const features = learned.having.length;
  const tried = features * learned.dones;
  const found: Candidate[] = [];
  for (let feature = 0; feature < features; feature += 1)
    for (let done = 0; done < learned.dones; done += 1) {
      const first = learned.counted(feature, done);
      if (first.went === 0 || !isFound(first, tried)) continue;
      const last = checked.counted(feature, done);
      if (!isConfirmed(first, last)) continue;
      const total = learned.total + checked.total;
      const base = (first.base * learned.total + last.base * checked.total) / total;
      const all = { matched: first.matched + last.matched, went: first.went + last.went, base };
      found.push({ feature, done, score: scoreOf(all) });
    }
  return found.toSorted((a, b) => b.score - a.score);
}

const mostForOne = 4;
const mostOfOneFeature = 2;
/** Two rules for the same of which the smaller one shares so much with the other say the same. */
const sameFrom = 0.6;

/** Leaves out what says nearly the same as a better one. `having` gives the places of the conversations that have a feature, in order. */
export function unlike<C extends Candidate>(
  candidates: readonly C[],
  having: (feature: number) => readonly number[],
  most: number,
): C[] {
  const kept: C[] = [];
  const isAlike = (one: Candidate, other: Candidate): boolean => {
    const [a, b] = [having(one.feature), new Set(having(other.feature))];
    const shared = a.filter((place) => b.has(place)).length;
    return shared >= sameFrom * Math.min(a.length, b.size);
  };
  for (const candidate of candidates) {
    if (kept.length === most) break;
    const forTheSame = kept.filter(({ done }) => done === candidate.done);
    if (forTheSame.length >= mostForOne || forTheSame.some((other) => isAlike(candidate, other))) continue;
    if (kept.filter(({ feature }) => feature === candidate.feature).length >= mostOfOneFeature) continue;
    kept.push(candidate);
  }
  return kept;
}

/** The share of all conversations, by date, on which rules are found; the rest is for checking them. */
export const learnedPart = 0.7;

/** Where the first part ends. */
export const splitAt = (begun: readonly Begun[]): number => Math.floor(begun.length * learnedPart);
