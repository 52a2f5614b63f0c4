/** Lenient readers for JSON from outside: almost no field of Intercom's is required, and types vary by version. */
export type Raw = Readonly<Record<string, unknown>>;

export const record = (value: unknown): Raw =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Raw) : {};

/** Whether it is a list or record with nothing in it. Without making a list of its keys: asked for each step of each conversation. */
export function isEmpty(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  for (const _ in value) return false;
  return true;
}

export const has = (raw: Raw, key: string): boolean => Object.hasOwn(raw, key);

export const field = (raw: Raw, key: string): unknown => (has(raw, key) ? raw[key] : undefined);

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Strings as they are, numbers written out, anything else "". */
export const string = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";

/** An id as a string; null for null, "" and the 0 that Intercom 2.16 writes for "none". */
export const id = (value: unknown): string | null => {
  const written = string(value);
  return written === "" || written === "0" ? null : written;
};

export const number = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) ? value : null;

/** Epoch milliseconds from epoch seconds or an ISO-8601 string; null for anything else. */
export function instant(value: unknown): number | null {
  if (typeof value === "number" && Number.isFinite(value) && value > 0) return Math.round(value * 1000);
  if (typeof value !== "string") return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at;
}

/** The entries of Intercom's wrapped lists: `{type: "tag.list", tags: […]}`, `{type: "list", data: […]}` or a bare array. */
export function entries(value: unknown, ...keys: readonly string[]): readonly Raw[] {
  if (Array.isArray(value)) return value.map(record);
  const wrapped = record(value);
  for (const key of keys) {
    const held = field(wrapped, key);
    if (Array.isArray(held)) return held.map(record);
  }
  return [];
}
