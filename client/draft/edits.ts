import { failedExit, type Json } from "#shared/nodes/define.ts";
import type { Position, WorkflowDocument, WorkflowEdge, WorkflowNode } from "#shared/workflow/document.ts";

/** One change of a drawing. Each is one step of undo. Returns the same object when nothing changes. */
export type Edit = (document: WorkflowDocument) => WorkflowDocument;

/** An exit of a step, whether or not a line leaves from it. */
export interface ExitPlace {
  from: string;
  outlet: string;
}

export const lineAt = (document: WorkflowDocument, place: ExitPlace): WorkflowEdge | undefined =>
  document.edges.find(({ from, outlet }) => from === place.from && outlet === place.outlet);

const isAt = (place: ExitPlace) => (edge: WorkflowEdge) => edge.from === place.from && edge.outlet === place.outlet;

export const addNode =
  (node: WorkflowNode, x: number, y: number): Edit =>
  (document) => ({
    ...document,
    nodes: [...document.nodes, node],
    layout: [...document.layout, { node: node.id, x, y }],
  });

/**
 * Puts a step behind an exit. Where a line leaves from there, the step is taken into it: what followed now follows the new step's
 * main exit, or stands free when it has none.
 */
export const insertAfter =
  (place: ExitPlace, node: string, mainExit: string | null): Edit =>
  (document) => {
    const line = lineAt(document, place);
    const rest = document.edges.filter((edge) => edge !== line);
    return {
      ...document,
      edges: [
        ...rest,
        { ...place, to: node },
        ...(line && mainExit !== null ? [{ from: node, outlet: mainExit, to: line.to }] : []),
      ],
    };
  };

/** Draws a line. An exit has one line: a new one takes the old one's place. */
export const connect =
  (line: WorkflowEdge): Edit =>
  (document) =>
    lineAt(document, line)?.to === line.to
      ? document
      : { ...document, edges: [...document.edges.filter((edge) => !isAt(line)(edge)), line] };

export const disconnect =
  (place: ExitPlace): Edit =>
  (document) =>
    lineAt(document, place) ? { ...document, edges: document.edges.filter((edge) => !isAt(place)(edge)) } : document;

/** Takes one end of a line elsewhere. */
export const reconnect =
  (old: ExitPlace, line: WorkflowEdge): Edit =>
  (document) =>
    isAt(old)(line) && lineAt(document, old)?.to === line.to ? document : connect(line)(disconnect(old)(document));

/** Takes steps and lines out. A step with one line in and one line out is bridged, so that the drawing stays whole. */
export const remove =
  (ids: ReadonlySet<string>, lines: readonly ExitPlace[] = []): Edit =>
  (document) => {
    const without = lines.reduce((rest, place) => disconnect(place)(rest), document);
    return without.nodes.filter(({ id }) => ids.has(id)).reduce((rest, { id }) => removeOne(rest, id), without);
  };

function removeOne(document: WorkflowDocument, id: string): WorkflowDocument {
  const entries = document.edges.filter(({ to }) => to === id);
  const ways = document.edges.filter(({ from }) => from === id);
  const [entry] = entries;
  const [way] = ways;
  const bridge = entries.length === 1 && ways.length === 1 && entry && way && way.to !== entry.from;
  return {
    ...document,
    nodes: document.nodes.filter((node) => node.id !== id),
    edges: [
      ...document.edges.filter(({ from, to }) => from !== id && to !== id),
      ...(bridge ? [{ ...entry, to: way.to }] : []),
    ],
    layout: document.layout.filter(({ node }) => node !== id),
  };
}

/** Puts cards at new places; the others stay. */
export const move =
  (places: readonly Position[]): Edit =>
  (document) => {
    const moved = new Map(places.map((place) => [place.node, place]));
    const known = new Set(document.layout.map(({ node }) => node));
    return {
      ...document,
      layout: [
        ...document.layout.map((place) => moved.get(place.node) ?? place),
        ...places.filter(({ node }) => !known.has(node)),
      ],
    };
  };

const changeNode = (id: string, change: (node: WorkflowNode) => WorkflowNode): Edit => {
  return (document) => ({
    ...document,
    nodes: document.nodes.map((node) => (node.id === id ? change(node) : node)),
  });
};

export const setConfig = (id: string, config: Record<string, Json>): Edit =>
  changeNode(id, (node) => ({ ...node, config }));

function without(node: WorkflowNode, key: "name" | "note" | "once" | "onFail"): WorkflowNode {
  const rest = { ...node };
  delete rest[key];
  return rest;
}

/** Gives a step the person's own name, as it is typed; without one it is called after its kind. */
export const rename = (id: string, name: string | undefined): Edit =>
  changeNode(id, (node) => (name?.trim() ? { ...node, name: name.slice(0, 120) } : without(node, "name")));

/** Whom a trigger lets in only once. */
export const setOnce = (id: string, once: WorkflowNode["once"]): Edit =>
  changeNode(id, (node) => (once === undefined ? without(node, "once") : { ...node, once }));

/** A person's remark on a step, as it is typed. */
export const remark = (id: string, note: string | undefined): Edit =>
  changeNode(id, (node) => (note ? { ...node, note: note.slice(0, 2000) } : without(node, "note")));

/** What happens when the step's action fails; undefined: the run stops. An exit that goes takes its line along. */
export const setOnFail = (id: string, onFail: WorkflowNode["onFail"]): Edit =>
  all(
    changeNode(id, (node) => (onFail === undefined ? without(node, "onFail") : { ...node, onFail })),
    onFail === "exit" ? (document) => document : disconnect({ from: id, outlet: failedExit.id }),
  );

/** Several edits as one step of undo. */
export const all =
  (...edits: readonly Edit[]): Edit =>
  (document) =>
    edits.reduce((before, edit) => edit(before), document);
