import { type Speech } from "#shared/language/speech.ts";
import type { NodeType, Registry } from "#shared/nodes/define.ts";
import type { GroupName } from "#shared/nodes/group.ts";
import type { IconName } from "#shared/nodes/icon.ts";
import type { WorkflowDocument, WorkflowNode } from "#shared/workflow/document.ts";
import { onceWords } from "#shared/workflow/once.ts";
import { drawnExits } from "./drawnExits.ts";

export interface Exit {
  id: string;
  label: string;
  /** A line still leaves from it, but the step no longer has it. */
  gone: boolean;
}

/** What a card shows of a step, in the language on screen. */
export interface Card {
  id: string;
  kind: NodeType["kind"] | null;
  group: GroupName | null;
  icon: IconName | null;
  name: string;
  sentence: string;
  /** A person's remark; null for none. */
  note: string | null;
  /** The sentence only says that the step is not set up. */
  quiet: boolean;
  exits: readonly Exit[];
}

/** The canvas's own words. */
export interface CardWords {
  notSetUp: string;
  unknownStep: string;
  unknownStepHelp: string;
  exitGone: string;
  exit(number: number): string;
}

interface Kept {
  speech: Speech;
  words: CardWords;
  /** The names of earlier steps' answers that the sentence was made with. */
  labels: ReadonlyMap<string, string>;
  card: Card;
}

/** Cards by step. */
export type Cards = ReadonlyMap<string, Card>;

/**
 * Makes cards, each anew only when its own step, the language, the workspace's lists or a name it mentions has changed; the same
 * card is the same object, so what shows it does not render again.
 */
export function createCards(
  registry: Registry,
): (document: WorkflowDocument, speech: Speech, words: CardWords) => Cards {
  const kept = new WeakMap<WorkflowNode, Kept>();
  const withGone = new WeakMap<Card, Map<string, Card>>();

  const fits = (before: Kept, speech: Speech, words: CardWords): boolean =>
    before.words === words &&
    before.speech.language === speech.language &&
    before.speech.lists === speech.lists &&
    [...before.labels].every(([ref, label]) => speech.label(ref) === label);

  const cardOf = (node: WorkflowNode, speech: Speech, words: CardWords): Card => {
    const before = kept.get(node);
    if (before && fits(before, speech, words)) return before.card;
    const labels = new Map<string, string>();
    const listening: Speech = {
      ...speech,
      label(ref) {
        const label = speech.label(ref);
        if (ref.startsWith("steps.")) labels.set(ref, label);
        return label;
      },
    };
    const card = makeCard(node, registry.get(node.type), listening, words);
    kept.set(node, { speech, words, labels, card });
    return card;
  };

  /** Exits that only lines still know are drawn too, so that these lines can be seen and led elsewhere. */
  const drawn = (card: Card, used: readonly string[], words: CardWords): Card => {
    const gone = used.filter((id) => !card.exits.some((exit) => exit.id === id));
    if (gone.length === 0) return card;
    const variants = withGone.get(card) ?? new Map<string, Card>();
    withGone.set(card, variants);
    const key = gone.join(":");
    const found = variants.get(key) ?? {
      ...card,
      exits: [...card.exits, ...gone.map((id) => ({ id, label: words.exitGone, gone: true }))],
    };
    variants.set(key, found);
    return found;
  };

  return (document, speech, words) => {
    const used = new Map<string, string[]>();
    for (const { from, outlet } of document.edges) used.set(from, [...(used.get(from) ?? []), outlet]);
    return new Map(
      document.nodes.map((node) => [node.id, drawn(cardOf(node, speech, words), used.get(node.id) ?? [], words)]),
    );
  };
}

function makeCard(node: WorkflowNode, spec: NodeType | undefined, speech: Speech, words: CardWords): Card {
  if (!spec)
    return {
      id: node.id,
      kind: null,
      group: null,
      icon: null,
      name: node.name ?? words.unknownStep,
      sentence: words.unknownStepHelp,
      note: node.note ?? null,
      quiet: true,
      exits: [],
    };
  const config = spec.config.safeParse(node.config);
  return {
    id: node.id,
    kind: spec.kind,
    group: spec.group,
    icon: spec.icon,
    name: node.name ?? speech.pick(spec.label),
    sentence: config.success
      ? onceWords(spec.sentence(config.data, speech), node.once, speech)
      : `${words.notSetUp} ${speech.pick(spec.help)}`,
    note: node.note ?? null,
    quiet: !config.success,
    exits: drawnExits(spec, node).map(({ id, label }, index) => ({
      id,
      label: speech.pick(label) || words.exit(index + 1),
      gone: false,
    })),
  };
}
