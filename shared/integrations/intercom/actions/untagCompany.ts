import { text } from "../../../language/text.ts";
import { defineAction } from "../../../nodes/define.ts";
import { companyTagging } from "../companyTagging.ts";
import { taggingConfig, taggingReply } from "../tagging.ts";

/** Intercom 2.16: GET /tags/{id}, then POST /tags with the company and `untag`. */
export const untagCompany = defineAction({
  type: "intercom.untagCompany",
  label: text("Remove tag from company", "Quitar etiqueta a la empresa"),
  help: text("Takes a tag off the company.", "Quita una etiqueta a la empresa."),
  keywords: text("untag delete label account", "desetiquetar borrar cuenta"),
  icon: "untag",
  group: "company",
  config: taggingConfig("company"),
  example: { tag: "9920011" },
  fresh: {},
  needs: ["company"],
  reply: taggingReply(),
  ...companyTagging(true),
  sentence: ({ tag }, { say, name }) =>
    say(`Remove tag ${name("tags", tag)} from the company`, `Quitar la etiqueta ${name("tags", tag)} a la empresa`),
  done: ({ tag }, _, { say, name }) =>
    say(`Removed tag ${name("tags", tag)} from the company`, `Quitó la etiqueta ${name("tags", tag)} a la empresa`),
});
