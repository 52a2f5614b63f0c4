import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { parse } from "yaml";

const file = process.env["INTERCOM_OPENAPI"] ?? join(import.meta.dirname, "../../../shared/intercom/openapi-2.16.yaml");

interface Answer {
  content?: Record<string, { schema: object; examples?: Record<string, { value: unknown }> }>;
}

interface Operation {
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, Answer>;
}

interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

/** What is wrong with a request, each fault in a line; empty where it keeps to the contract. */
export type CheckRequest = (method: string, path: string, body: unknown) => string[];

/** What is wrong with an answer, each fault in a line; empty where it keeps to the contract. */
export type CheckAnswer = (method: string, path: string, status: number, body: unknown) => string[];

const read = (): Description => withoutBareNullable(parse(readFileSync(file, "utf8")));

const pointerTo = (...parts: readonly string[]): string =>
  parts.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/");

/** Finds the operation behind a concrete path; a fixed segment goes before a parameter. */
function findIn(description: Description) {
  const templates = Object.keys(description.paths).map((template) => ({
    template,
    pattern: new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`),
  }));
  return (method: string, path: string): { template: string; operation: Operation } | null => {
    const template = templates
      .filter(({ pattern }) => pattern.test(path))
      .toSorted((a, b) => a.template.split("{").length - b.template.split("{").length)[0]?.template;
    const operation = template === undefined ? undefined : description.paths[template]?.[method.toLowerCase()];
    return template && operation ? { template, operation } : null;
  };
}

function judgeBy(description: object) {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema({ ...description, $id: "intercom" });
  return (pointer: string, value: unknown): string[] => {
    const judge = ajv.compile({ $ref: `intercom#/${pointer}` });
    return judge(value)
      ? []
      : (judge.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
  };
}

/** Intercom's own API description as a judge of requests; null where the file is absent. */
export function contract(): CheckRequest | null {
  if (!existsSync(file)) return null;
  const description = read();
  const find = findIn(description);
  const judge = judgeBy(description);
  return (method, path, body) => {
    const found = find(method, path);
    if (!found) return [`${method} ${path} is not in the contract`];
    if (!found.operation.requestBody) return body === undefined ? [] : ["no body is expected"];
    const at = ["paths", found.template, method.toLowerCase(), "requestBody", "content", "application/json", "schema"];
    return judge(pointerTo(...at), body);
  };
}

/**
 * The same as a judge of answers: by their schema, loosened where it contradicts itself (`loosened`), and, since the
 * schemas require almost nothing, by the fields that the description's own example has. Null where the file is absent.
 */
export function answerContract(): CheckAnswer | null {
  if (!existsSync(file)) return null;
  const description = loosened(read());
  const find = findIn(description);
  const judge = judgeBy(description);
  return (method, path, status, body) => {
    if (status >= 400) return judge(pointerTo("components", "schemas", "error"), body);
    const found = find(method, path);
    const content = found?.operation.responses[String(status)]?.content?.["application/json"];
    if (found?.operation.responses[String(status)] && !content)
      return body === undefined ? [] : ["no body is expected"];
    if (!found || !content) return [`${method} ${path} has no answer ${status} in the contract`];
    const at = ["paths", found.template, method.toLowerCase(), "responses", String(status)];
    const example = Object.values(content.examples ?? {})[0]?.value;
    return [...judge(pointerTo(...at, "content", "application/json", "schema"), body), ...missingFields(example, body)];
  };
}

/** Copies JSON, each object through `change` after its inside, told under which key it stands. */
function rewritten(
  value: unknown,
  change: (schema: Record<string, unknown>, key: string) => object,
  key = "",
): unknown {
  if (Array.isArray(value)) return value.map((item) => rewritten(item, change));
  if (!isRecord(value)) return value;
  const inner = Object.entries(value).map(([name, one]) => [name, rewritten(one, change, name)]);
  return change(Object.fromEntries(inner), key);
}

/** `nullable` beside a `$ref` or alternatives, which means something in OpenAPI 3.0 and nothing to the judge. */
const withoutBareNullable = (description: Description): Description =>
  rewritten(description, ({ nullable, ...rest }) => {
    if (nullable === undefined || "type" in rest) return { ...rest, ...(nullable === undefined ? {} : { nullable }) };
    return nullable === true ? { anyOf: [rest, { type: "null" }] } : rest;
  }) as Description;

/** What a custom attribute may be besides what the description says: checkboxes and decimals exist, and a cleared one is null. */
const anyAttribute = { type: ["string", "number", "boolean", "array", "object", "null"] };

/**
 * The description where Intercom's own examples and captured answers break its schemas, made as wide as they are and no wider:
 * - `conversation_statistics`: a figure that is not known yet is null, though only one is marked so;
 * - `custom_attributes` of conversations and companies: declared as texts and whole numbers, or texts only.
 */
const loosened = (description: Description): Description =>
  rewritten(description, (schema, key) => {
    if (key === "custom_attributes" && "additionalProperties" in schema)
      return { ...schema, additionalProperties: anyAttribute };
    if (key !== "conversation_statistics" || !isRecord(schema["properties"])) return schema;
    return { ...schema, properties: rewritten(schema["properties"], orNull) };
  }) as Description;

const orNull = (schema: Record<string, unknown>) => ("type" in schema ? { ...schema, nullable: true } : schema);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Each workspace's own, whatever an example has there. */
const free = new Set(["custom_attributes", "ticket_attributes", "metadata"]);

/** Fields of the example that the value lacks, at any depth; of a list, by the item that lacks the fewest. */
export function missingFields(example: unknown, value: unknown, at = ""): string[] {
  if (Array.isArray(example) && Array.isArray(value)) {
    const all = value.map((item, index) => missingFields(example[0], item, `${at}/${index}`));
    return all.toSorted((a, b) => a.length - b.length)[0] ?? [];
  }
  if (!isRecord(example) || !isRecord(value)) return [];
  return Object.entries(example).flatMap(([key, inner]) => {
    if (!(key in value)) return [`${at}/${key} is in the example and missing here`];
    return free.has(key) ? [] : missingFields(inner, value[key], `${at}/${key}`);
  });
}
