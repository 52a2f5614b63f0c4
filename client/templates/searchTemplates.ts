import { fold, type Language } from "#shared/language/text.ts";
import { templateGroups } from "#shared/templates/groups.ts";
import type { TemplateGroup, WorkflowTemplate } from "#shared/templates/workflowTemplate.ts";

const order = Object.keys(templateGroups) as TemplateGroup[];

const wordsOf = ({ name, sentence, group, examples }: WorkflowTemplate, language: Language): string =>
  fold(
    [
      name,
      sentence,
      templateGroups[group],
      ...examples.flatMap((example) => [example.result, "says" in example ? example.says : example.when]),
    ]
      .map((text) => text[language])
      .join(" "),
  );

/** The templates in which every word asked for stands, by group; without words, all. */
export function searchTemplates(templates: readonly WorkflowTemplate[], search: string, language: Language) {
  const asked = fold(search).split(/\s+/).filter(Boolean);
  const found = templates.filter((template) => {
    const words = wordsOf(template, language);
    return asked.every((word) => words.includes(word));
  });
  return order
    .map((group) => ({ group, templates: found.filter((template) => template.group === group) }))
    .filter((section) => section.templates.length > 0);
}
