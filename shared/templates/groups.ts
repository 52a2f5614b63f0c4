import { text, type Text } from "../language/text.ts";
import type { TemplateGroup } from "./workflowTemplate.ts";

/** The headings of the screen of templates, in their order. */
export const templateGroups: Readonly<Record<TemplateGroup, Text>> = {
  route: text("To the right people", "A las personas adecuadas"),
  reply: text("Answer and ask", "Responder y preguntar"),
  followUp: text("Leave nobody waiting", "Que nadie se quede esperando"),
  trial: text("Try before it acts", "Probar antes de actuar"),
};
