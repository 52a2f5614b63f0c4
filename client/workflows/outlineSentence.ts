import { inSentence, type Speech } from "#shared/language/speech.ts";
import { joinWords } from "#shared/language/text.ts";
import { type NodeType, outletsOf, type Registry } from "#shared/nodes/define.ts";
import { onceWords } from "#shared/workflow/once.ts";
import type { WorkflowDocument, WorkflowNode } from "#shared/workflow/document.ts";

/** Steps told at most; what comes after them is an ellipsis. */
const mostSteps = 5;

interface Told {
  kind: NodeType["kind"];
  words: string;
  /** The step that follows on the way told. */
  next: string | undefined;
}

function tell(node: WorkflowNode, document: WorkflowDocument, registry: Registry, speech: Speech): Told | null {
  const spec = registry.get(node.type);
  if (!spec) return null;
  const parsed = spec.config.safeParse(node.config);
  if (!parsed.success) {
    const line = document.edges.find(({ from }) => from === node.id);
    return { kind: spec.kind, words: `${speech.pick(spec.label)} …`, next: line?.to };
  }
  const ways = outletsOf(spec, parsed.data).map((outlet, place) => ({
    outlet,
    place,
    to: document.edges.find(({ from, outlet: exit }) => from === node.id && exit === outlet.id)?.to,
  }));
  const way = ways.find(({ to }) => to !== undefined);
  const sentence = onceWords(spec.sentence(parsed.data, speech), node.once, speech);
  // "If …" alone reads as its first exit; any other way, and each way of a split, has to be named.
  const plain = spec.kind !== "condition" || way === undefined || (way.place === 0 && ways.length === 2);
  return {
    kind: spec.kind,
    words: plain ? sentence : `${sentence} (${speech.pick(way.outlet.label)})`,
    next: way?.to,
  };
}

/**
 * A drawing in one sentence without a full stop: its first trigger, then the first way through.
 * "When a customer starts a conversation, if message mentions “refund”, assign to Billing". Null when nothing starts it.
 */
export function outlineSentence(document: WorkflowDocument, registry: Registry, speech: Speech): string | null {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const trigger = document.nodes.find(({ type }) => registry.get(type)?.kind === "trigger");
  const start = trigger && tell(trigger, document, registry, speech);
  if (!start) return null;
  const told: Told[] = [];
  const seen = new Set<string>();
  let id = start.next;
  while (id !== undefined && !seen.has(id) && told.length < mostSteps) {
    seen.add(id);
    const node = nodes.get(id);
    const step = node && tell(node, document, registry, speech);
    if (!step) break;
    told.push(step);
    id = step.next;
  }
  const clauses = told.reduce<string[][]>((groups, { kind, words }, place) => {
    const phrase = inSentence(words);
    // Actions in a row are one clause: "assign to Billing and tag with Refund".
    const open = kind === "action" && told[place - 1]?.kind === "action" ? groups.at(-1) : undefined;
    if (open) open.push(phrase);
    else groups.push([phrase]);
    return groups;
  }, []);
  const more = id !== undefined && nodes.has(id) && !seen.has(id);
  const sentence = [start.words, ...clauses.map((clause) => joinWords(clause, speech.say("and", "y")))].join(", ");
  return more ? `${sentence}, …` : sentence;
}
