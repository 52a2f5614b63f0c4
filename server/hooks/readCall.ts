import { measureJson } from "../ingest/measureJson.ts";

export type ReadCall = { outcome: "read"; value: object } | { outcome: "refused"; status: number; why: string };

const refused = (status: number, why: string): ReadCall => ({ outcome: "refused", status, why });

/** Numbers longer than 15 digits are ids, which a double cannot hold: they stay the text they are. */
const longNumber = /\d{16}/;
function exactly(_: string, value: unknown, written?: { source?: string }): unknown {
  const source = written?.source ?? "";
  return typeof value === "number" && /^-?\d{16,}$/.test(source) ? source : value;
}

/** A form's names with their values; a name that comes several times is a list. */
function fromForm(words: string): object {
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(words)) {
    const values = fields.get(name);
    if (values) values.push(value);
    else fields.set(name, [value]);
  }
  return Object.fromEntries([...fields].map(([name, values]) => [name, values.length === 1 ? values[0] : values]));
}

function fromJson(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return undefined;
  }
}

/**
 * What a call sent: JSON, or a form where it says so. Nothing at all is a call without values. Refused in words where it is
 * neither, or larger than `measureJson` allows.
 */
export function readCall(body: Buffer, contentType: string | null): ReadCall {
  const words = body.toString("utf8");
  if (words.trim() === "") return { outcome: "read", value: {} };
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(contentType ?? "");
  const parsed = isForm ? fromForm(words) : fromJson(words);
  if (parsed === undefined) return refused(400, "The body is neither JSON nor a form.");
  const measure = measureJson(parsed);
  if (measure) return refused(413, `The body is ${measure}.`);
  if (typeof parsed !== "object" || parsed === null)
    return refused(422, "The body is a single value: send values with names.");
  // Measured first: reading with a function of one's own goes as deep as the body does.
  const exact: unknown = !isForm && longNumber.test(words) ? JSON.parse(words, exactly) : parsed;
  return { outcome: "read", value: typeof exact === "object" && exact !== null ? exact : parsed };
}
