import { field, id, record, string, type Raw } from "../events/raw.ts";
import { shorten } from "../language/text.ts";

/** One way on from a native step: a button, a branch. */
export interface NativeWay {
  label: string;
  to: string | null;
  raw: Raw;
}

/** A step of a workflow as Intercom exported it, with where it leads. */
export interface NativeStep {
  id: string;
  /** Its type in lower case, words joined by "_". */
  kind: string;
  /** What a person would call it. */
  name: string;
  raw: Raw;
  to: string | null;
  ways: readonly NativeWay[];
  /** Where it leads if none of the ways fits. */
  otherwise: string | null;
}

const nextKeys = ["next_step_id", "next_id", "next_step", "next", "to", "target_id", "target", "destination_step_id"];
const yesKeys = ["true_step_id", "yes_step_id", "then_step_id", "on_true", "yes", "then"];
const elseKeys = [
  "false_step_id",
  "no_step_id",
  "else_step_id",
  "otherwise_step_id",
  "default_next_step_id",
  "fallback_step_id",
  "on_false",
  "no",
  "else",
  "otherwise",
];
const wayKeys = ["buttons", "branches", "paths", "options", "outcomes", "quick_replies", "choices", "reply_options"];

/** The first of these settings that says anything. */
export function first(raw: Raw, ...keys: readonly string[]): unknown {
  const key = keys.find((each) => field(raw, each) !== undefined && field(raw, each) !== null && raw[each] !== "");
  return key === undefined ? undefined : raw[key];
}

const pointer = (raw: Raw, keys: readonly string[]): string | null => {
  const value = first(raw, ...keys);
  return id(value) ?? id(first(record(value), "id", "step_id"));
};

export const nextOf = (raw: Raw): string | null => pointer(raw, nextKeys);

/** "apply_tag" → "Apply tag". */
export function kindWords(kind: string): string {
  const words = kind.replaceAll("_", " ").trim();
  return shorten(words.charAt(0).toUpperCase() + words.slice(1), 80);
}

export const kindOf = (value: unknown): string =>
  string(value)
    .replaceAll(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "");

const wayOf = (raw: Raw): NativeWay => ({
  label: shorten(string(first(raw, "label", "text", "title", "name", "value")).trim(), 80),
  to: nextOf(raw),
  raw,
});

/** Whether a branch is the one taken when no other fits. A button says what it says. */
const isRest = (kind: string, { raw, label }: NativeWay): boolean =>
  !/button|repl|choice/.test(kind) &&
  (field(raw, "is_default") === true || /^(else|otherwise|default|fallback)$/i.test(label));

export function readStep(raw: Raw, place: number): NativeStep {
  const kind = kindOf(first(raw, "type", "step_type", "kind", "action_type", "action")) || "step";
  const waysIn = wayKeys.map((key) => field(raw, key)).find((value) => Array.isArray(value) && value.length > 0);
  const ways = Array.isArray(waysIn) ? waysIn.slice(0, 40).map((way) => wayOf(record(way))) : [];
  const yes = pointer(raw, yesKeys);
  const rest = ways.find((way) => isRest(kind, way));
  return {
    id: id(first(raw, "id", "step_id", "uuid")) ?? `#${place}`,
    kind,
    name: shorten(string(first(raw, "title", "name")).trim(), 80) || kindWords(kind),
    raw,
    to: nextOf(raw),
    ways: yes === null ? ways.filter((way) => way !== rest) : [{ label: "", to: yes, raw }],
    otherwise: pointer(raw, elseKeys) ?? rest?.to ?? null,
  };
}
