import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { Resolved, SimulationCase, SimulationWhere } from "#shared/api/simulations.ts";
import type { FirstReply } from "./answered.ts";

/** What conversations that came out alike have in common. */
export type Outcome = Omit<SimulationCase, "id" | "createdAt" | "shown" | "savedMs"> & {
  /** Steps it reached. */
  nodes: readonly string[];
  firstReply: FirstReply["how"] | null;
};

/** One conversation of a simulation as it is kept: of the conversation itself nothing but its id. */
export interface Frozen {
  id: string;
  /** Its place among the outcomes. */
  outcome: number;
  /** When it began, epoch milliseconds. */
  at: number;
  savedMs: number | null;
  /** The hour of the week in which it would first have done anything; null for nothing. */
  hour: number | null;
  /** Teams it would have been given to, with the hour of the week. */
  given: readonly (readonly [team: string, hour: number])[];
  peak: boolean;
}

export interface FrozenCases {
  outcomes: readonly Outcome[];
  cases: readonly Frozen[];
  /** When the part that is checked begins, epoch milliseconds. */
  splitAt: number;
}

export const freeze = (cases: FrozenCases): Uint8Array => zstdCompressSync(JSON.stringify(cases));
/** @param frozen by `freeze`. */
export const thaw = (frozen: Uint8Array): FrozenCases => JSON.parse(zstdDecompressSync(frozen).toString());

/** What is confirmed may be assumed as well. */
export const isResolved = ({ resolved }: Pick<Outcome, "resolved">, as: Resolved): boolean =>
  resolved === "confirmed" || resolved === as;

/** Whether a conversation is one of those that stand behind a figure. */
export function isMeantBy(where: SimulationWhere, one: Frozen, outcome: Outcome, splitAt: number): boolean {
  switch (where.kind) {
    case "all":
      return true;
    case "entered":
      return outcome.entered;
    case "acted":
      return outcome.acts.length > 0;
    case "notEntered":
      return !outcome.entered && (where.why === undefined || (outcome.why?.en ?? null) === where.why);
    case "node":
      return outcome.nodes.includes(where.node);
    case "exit":
      return outcome.exits.some(({ node, outlet }) => node === where.node && outlet === where.outlet);
    case "act":
      return outcome.acts.some(({ type }) => type === where.type);
    case "verdict":
      return outcome.verdicts.some(
        ({ node, aspect, verdict }) => node === where.node && aspect === where.aspect && verdict === where.verdict,
      );
    case "choice":
      return outcome.verdicts.some(
        ({ aspect, row, column }) =>
          aspect === where.aspect && row === where.row && (where.column === undefined || column === where.column),
      );
    case "band":
      return outcome.band === where.band;
    case "doubt":
      return outcome.doubts.includes(where.doubt);
    case "failed":
      return outcome.failed;
    case "firstReply":
      return outcome.firstReply === where.how;
    case "resolved":
      return isResolved(outcome, where.resolved);
    case "hour":
      return where.team === null
        ? one.hour !== null && (where.hour === undefined || one.hour === where.hour)
        : one.given.some(([team, hour]) => team === where.team && (where.hour === undefined || hour === where.hour));
    case "peak":
      return one.peak;
    case "part":
      return (
        (where.part === "first") === one.at < splitAt &&
        outcome.verdicts.some(({ verdict }) => verdict !== "unknown" && (verdict === "same") === where.same)
      );
  }
}
