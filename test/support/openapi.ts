import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { parse } from "yaml";

const file = process.env["INTERCOM_OPENAPI"] ?? join(import.meta.dirname, "../../../shared/intercom/openapi-2.16.yaml");

interface Operation {
  requestBody?: { content: Record<string, { schema: object }> };
}

/** What is wrong with a request, each fault in a line; empty where it keeps to the contract. */
export type CheckRequest = (method: string, path: string, body: unknown) => string[];

/** Intercom's own API description as a judge of requests; null where the file is absent. */
export function contract(): CheckRequest | null {
  if (!existsSync(file)) return null;
  const description: { paths: Record<string, Record<string, Operation>> } = parse(readFileSync(file, "utf8"));
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema({ ...description, $id: "intercom" });
  const templates = Object.keys(description.paths).map((template) => ({
    template,
    pattern: new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`),
  }));
  return (method, path, body) => {
    const template = templates
      .filter(({ pattern }) => pattern.test(path))
      .toSorted((a, b) => a.template.split("{").length - b.template.split("{").length)[0]?.template;
    const operation = template === undefined ? undefined : description.paths[template]?.[method.toLowerCase()];
    if (!template || !operation) return [`${method} ${path} is not in the contract`];
    if (!operation.requestBody) return body === undefined ? [] : ["no body is expected"];
    const pointer = ["paths", template, method.toLowerCase(), "requestBody", "content", "application/json", "schema"]
      .map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")))
      .join("/");
    const judge = ajv.compile({ $ref: `intercom#/${pointer}` });
    return judge(body)
      ? []
      : (judge.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
  };
}
