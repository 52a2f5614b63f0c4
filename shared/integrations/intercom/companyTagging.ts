import { string, record } from "../../events/raw.ts";
import type { Given, Json, Plan } from "../../nodes/define.ts";
import { pathOf, request } from "./request.ts";
import { type Tagging, tagNameIn } from "./tagging.ts";
import { idOf, onOne } from "./whose.ts";

/**
 * Companies are tagged through POST /tags by the tag's name (Intercom 2.16), so GET /tags/{id} asks for the name first. A tag that is on,
 * or off, already stays so.
 */
export const companyTagging = (untag: boolean) => ({
  plan: (given: Given<Tagging>): Plan =>
    onOne("company", given, (id) =>
      given.answers.length === 0
        ? request("GET", pathOf("tags", given.config.tag))
        : request("POST", "/tags", { name: nameIn(given), companies: [{ id, ...(untag ? { untag } : {}) }] }),
    ),
  again: ({ answers }: Given<Tagging>): boolean => answers.length === 1,
  answer: (_: Json, given: Given<Tagging>) => tagNameIn(given.answers[0] ?? null),
  simulate: (given: Given<Tagging>): Json => ({
    type: "tag",
    id: given.config.tag,
    name: "",
    companies: [{ id: idOf("company", given) ?? "" }],
  }),
  onUncertain: "repeat" as const,
});

const nameIn = ({ answers }: Given<Tagging>): string => string(record(answers[0])["name"]);
