import type { Language, Text } from "../language/text.ts";
import type { IconName } from "../nodes/icon.ts";
import type { WorkflowDocument } from "../workflow/document.ts";
import type { Lists } from "../workspace/lists.ts";
import { findWanted, type Wanted } from "./wanted.ts";

/** What a template is about, as the screen of templates is divided. */
export type TemplateGroup = "route" | "reply" | "followUp" | "trial";

/** Something a template needs, in words. `wanted` is null where the lists cannot tell whether the workspace has it. */
export interface Need {
  words: Text;
  wanted: Wanted | null;
}

/** A message it is for, or something else that happens, and what then comes of it. */
export type Example = { says: Text; result: Text } | { when: Text; result: Text };

/** A drawing that is nearly finished. */
export interface WorkflowTemplate {
  id: string;
  name: Text;
  sentence: Text;
  icon: IconName;
  group: TemplateGroup;
  needs: readonly Need[];
  examples: readonly Example[];
  /** Its words are in `language`. What the workspace has by a fitting name is chosen; the rest is left to choose. */
  document(language: Language, lists: Lists | null): WorkflowDocument;
}

/** Whether the workspace has what a template needs; null where that cannot be told. */
export const isMet = ({ wanted }: Need, lists: Lists | null): boolean | null =>
  wanted === null || lists === null ? null : findWanted(wanted, lists) !== null;

/** What a drawing is made with. */
interface Pen<Key extends string> {
  say(en: string, es: string): string;
  /** Whichever of the two lists is in the language. */
  words(en: string[], es: string[]): string[];
  /** A setting with the id of what was wanted; no setting where the workspace has nothing that fits. */
  chosen(setting: string, key: Key): Record<string, string>;
  /** The same, for a step that assigns to a team. */
  toTeam(key: Key): Record<string, { list: "teams"; id: string }>;
}

interface Definition<Key extends string> extends Omit<WorkflowTemplate, "needs" | "document"> {
  /** What is looked for among the workspace's lists. */
  wants: Record<Key, Need & { wanted: Wanted }>;
  /** What is needed besides. */
  alsoNeeds?: readonly Text[];
  draw(pen: Pen<Key>): WorkflowDocument;
}

export function defineTemplate<Key extends string>({
  wants,
  alsoNeeds = [],
  draw,
  ...shown
}: Definition<Key>): WorkflowTemplate {
  return {
    ...shown,
    needs: [...Object.values<Need>(wants), ...alsoNeeds.map((words) => ({ words, wanted: null }))],
    document(language, lists) {
      const found = (key: Key) => findWanted(wants[key].wanted, lists);
      return draw({
        say: (en, es) => (language === "es" ? es : en),
        words: (en, es) => (language === "es" ? es : en),
        chosen(setting, key) {
          const id = found(key);
          return id === null ? {} : { [setting]: id };
        },
        toTeam(key) {
          const id = found(key);
          return id === null ? {} : { to: { list: "teams", id } };
        },
      });
    },
  };
}
