import { plainText } from "../events/plainText.ts";
import { list, record, string } from "../events/raw.ts";

/** A template as JSON knows it. */
export type NativeText = (string | { ref: string } | { ref: string; fallback: string })[];

/** Intercom's names for values in a text, as references here. */
const chips: Readonly<Record<string, string>> = {
  first_name: "contact.firstName",
  name: "contact.name",
  email: "contact.email",
  phone: "contact.phone",
  company_name: "company.name",
};

const mark = /\{\{\s*([\w.]+)\s*(?:\|\s*fallback:\s*["']([^"']*)["']\s*)?\}\}/;

const bodyOf = (value: unknown): string =>
  Array.isArray(value)
    ? value.map((block) => string(block) || string(record(block)["text"]) || string(record(block)["body"])).join("\n")
    : plainText(string(value));

/** A message of Intercom's with its values; `unknown` names those that do not exist here, in whose place what stands in for them is. */
export function nativeText(value: unknown): { template: NativeText; unknown: string[] } {
  const body = bodyOf(list(value).length > 0 ? value : (record(value)["text"] ?? value)).slice(0, 20_000);
  const unknown: string[] = [];
  const parts = body.split(new RegExp(mark.source, "g"));
  const template: NativeText = [];
  for (let at = 0; at < parts.length && template.length < 199; at += 3) {
    const words = parts[at] ?? "";
    if (words !== "") template.push(words);
    const name = parts[at + 1];
    if (name === undefined) continue;
    const fallback = (parts[at + 2] ?? "").slice(0, 500);
    const key = name.replace(/^(user|contact|person)\./, "");
    const ref = Object.hasOwn(chips, key) ? chips[key] : undefined;
    if (ref === undefined) unknown.push(name);
    if (ref !== undefined) template.push(fallback === "" ? { ref } : { ref, fallback });
    else if (fallback !== "") template.push(fallback);
  }
  return { template, unknown };
}
