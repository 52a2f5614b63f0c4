import { fold, type Language } from "#shared/language/text.ts";
import type { NodeType } from "#shared/nodes/define.ts";
import { type GroupName, groups } from "#shared/nodes/group.ts";

export interface StepGroup {
  group: GroupName;
  steps: readonly NodeType[];
}

const groupOrder = Object.keys(groups) as GroupName[];

/** How well a step answers a search; null when it does not. Every word has to be found somewhere. */
function rank(step: NodeType, asked: string, language: Language): number | null {
  const label = fold(step.label[language]);
  const all = [
    label,
    fold(step.keywords[language]),
    fold(step.help[language]),
    fold(groups[step.group][language]),
  ].join(" ");
  if (!asked.split(/\s+/).every((word) => all.includes(word))) return null;
  if (label === asked) return 0;
  if (label.startsWith(asked)) return 1;
  return label.includes(asked) ? 2 : 3;
}

/** The steps that answer a search, by group: the best answer first, and of equals in the palette's order. */
export function searchSteps(steps: readonly NodeType[], search: string, language: Language): StepGroup[] {
  const asked = fold(search.trim());
  const found = steps.flatMap((step) => {
    const rated = asked === "" ? 0 : rank(step, asked, language);
    return rated === null ? [] : [{ step, rated }];
  });
  return groupOrder
    .flatMap((group) => {
      const own = found.filter(({ step }) => step.group === group).toSorted((a, b) => a.rated - b.rated);
      const [best] = own;
      return best ? [{ group, best: best.rated, steps: own.map(({ step }) => step) }] : [];
    })
    .toSorted((a, b) => a.best - b.best);
}
