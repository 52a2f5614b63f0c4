import { text } from "../../../language/text.ts";
import { defineAction } from "../../../nodes/define.ts";
import { companyTagging } from "../companyTagging.ts";
import { taggingConfig, taggingReply } from "../tagging.ts";

/** Intercom 2.16: GET /tags/{id}, then POST /tags with the company. */
export const tagCompany = defineAction({
  type: "intercom.tagCompany",
  label: text("Tag company", "Etiquetar empresa"),
  help: text("Puts a tag on the company.", "Pone una etiqueta a la empresa."),
  keywords: text("label mark account", "marcar cuenta categoría"),
  icon: "tag",
  group: "company",
  config: taggingConfig("company"),
  example: { tag: "9920011" },
  fresh: {},
  needs: ["company"],
  reply: taggingReply(),
  ...companyTagging(false),
  sentence: ({ tag }, { say, name }) =>
    say(`Tag the company with ${name("tags", tag)}`, `Etiquetar la empresa con ${name("tags", tag)}`),
  done: ({ tag }, _, { say, name }) =>
    say(`Tagged the company with ${name("tags", tag)}`, `Etiquetó la empresa con ${name("tags", tag)}`),
});
