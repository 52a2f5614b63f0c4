import { z } from "zod";
import type { Bind } from "../conditions/compileCondition.ts";
import type { Evidence, Value } from "../conditions/evidence.ts";
import type { Event, Findable } from "../events/event.ts";
import type { Facts, Scope } from "../events/facts.ts";
import type { HookField, Proof } from "../hooks/hookField.ts";
import type { Speech } from "../language/speech.ts";
import type { Text } from "../language/text.ts";
import type { Timetable } from "../schedule/timetable.ts";
import type { ValueType } from "../template/fields.ts";
import type { Lists, NamedValue } from "../workspace/lists.ts";
import type { DelayEffect, Failure, OwnEffect, RequestEffect } from "./effect.ts";
import type { Flow } from "./flow.ts";
import type { GroupName } from "./group.ts";
import type { IconName } from "./icon.ts";

export type Json = z.infer<ReturnType<typeof z.json>>;

/** What a step answered, for later steps. */
export type Reply = Readonly<Record<string, Json>>;

/** What references read from while a run decides. */
export interface Context {
  readonly facts: Facts;
  readonly replies: ReadonlyMap<string, Reply>;
}

/** One value a step gives to later ones: its place in the reply, and what people are offered it as. `ref` where it is no part of a reply. */
export interface StepAnswer {
  field: string;
  ref?: string;
  label: Text;
  type: ValueType;
}

/** An exit of a step. */
export interface Outlet {
  id: string;
  label: Text;
}

/** What every declaration says, whatever its kind. */
interface Described<C extends z.ZodObject> {
  /** Permanent: saved in every drawing, never renamed, never reused. */
  type: string;
  label: Text;
  /** One sentence of what it does. */
  help: Text;
  /** Words people may search it by, besides its label. */
  keywords: Text;
  icon: IconName;
  group: GroupName;
  /** Each setting made with a helper of form.ts; the form, the checks and the docs come from it. */
  config: C;
  /** A complete setting: the docs' sample and the contract test's. */
  example: z.input<C>;
  /** What a new step on the canvas starts with; settings left out have to be chosen. */
  fresh: Partial<z.input<C>>;
  /** What the step is set to do, without a full stop: "Assign to Billing". */
  sentence(config: z.output<C>, speech: Speech): string;
}

export type Verdict = { accepted: true } | { accepted: false; why: Text };

/** A search of the workspace: for what, and Intercom's query at an instant (epoch milliseconds). */
export interface Search {
  of: Findable;
  query(at: number): Json;
}

export interface TriggerSpec<C extends z.ZodObject = z.ZodObject> extends Described<C> {
  topics: readonly string[];
  accepts(given: { config: z.output<C>; event: Event }): Verdict;
  /** For one that nothing of Intercom's sets off: what its runs are about; null for nothing. */
  about?(config: z.output<C>): Findable | null;
  /** For one that the clock sets off: when, and the search whose every find then starts a run; without one, a single run starts, about nothing. */
  schedule?(config: z.output<C>): { timetable: Timetable; search: Search | null };
  /** For one that another tool calls: how the caller proves itself, and which values of what it sends are read. */
  hook?(config: z.output<C>): { proof: Proof; fields: readonly HookField[] };
  /** Values that the event brings for later steps beside its objects, by the names the builder chose. */
  gives?(config: z.output<C>, lists: Lists | null): readonly StepAnswer[];
  /** From what whoever starts it hands over to those values, each of its type. */
  receive?(config: z.output<C>, given: Readonly<Record<string, Value>>): Readonly<Record<string, Value>>;
}

/** A condition's rules as closures, made once per published version. */
export interface Decision {
  /** The id of the exit to take. */
  decide(context: Context, now: number): string;
  evidence(context: Context, now: number): Evidence[];
}

export interface ConditionSpec<C extends z.ZodObject = z.ZodObject> extends Described<C> {
  outlets(config: z.output<C>): readonly Outlet[];
  compile(config: z.output<C>, bind: Bind<Context>): Decision;
}

/** What an action may know when it plans. `now` is epoch milliseconds, the same when a run is resumed. */
export interface Given<C> {
  config: C;
  facts: Facts;
  replies: ReadonlyMap<string, Reply>;
  read(ref: string): Value;
  now: number;
  /** The id of the teammate the connection acts as. */
  actor: string;
  conversationId: string | null;
  contactId: string | null;
  companyId: string | null;
  ticketId: string | null;
  /** What the service answered to the effects this step has asked for so far, oldest first. Empty when it is first asked. */
  answers: readonly Json[];
}

/** What an action asks for: one effect; or nothing, because it can answer by itself, is not to be done, or cannot be. */
export type Plan =
  | RequestEffect
  | DelayEffect
  | OwnEffect
  | { type: "answer"; reply: Reply }
  | { type: "skip"; why: Text }
  | { type: "fail"; failure: Failure };

/** What a look finds where nothing in the service tells the one from the other: then a person has to say. */
export const cannotTell = Symbol("cannot tell");

/** Whether a thing in the service, by its id, is this request's: true, and claimed for it, where no other request has claimed it. */
export type Claim = (id: string) => boolean;

/**
 * How to see whether a request whose answer was lost has happened: what to read, and what in the answer proves it.
 * `find` gives what the request itself would have been answered with, or null when it has not happened.
 * `since` is when the request was intended, epoch milliseconds.
 */
export interface LookUp<C> {
  read(given: Given<C>): RequestEffect;
  find(answer: Json, given: Given<C>, since: number, claim: Claim): Json | typeof cannotTell | null;
  /** For what the same words may make twice: claims what the request made, by its own answer, so that no other look takes it for its own. */
  made?(answer: Json, given: Given<C>, since: number, claim: Claim): void;
}

/** An event that an action leads to and that we do not know for our own when it comes: its topic, and what is known of it before. */
export interface Caused {
  topic: string;
  facts: Facts;
}

export interface ActionSpec<
  C extends z.ZodObject = z.ZodObject,
  R extends z.ZodObject = z.ZodObject,
> extends Described<C> {
  /** What later steps may refer to: fields made with `answer` are offered to people. */
  reply: R;
  /** What the reply holds besides, by the step's settings and what the workspace has now: its schema has to let it through. */
  gives?(config: z.output<C>, lists: Lists | null): readonly StepAnswer[];
  /** Facts it plans with, besides those its settings refer to. */
  needs?: readonly Scope[];
  plan(given: Given<z.output<C>>): Plan;
  /** For a step that needs several effects: whether `plan` is to be asked again, with the answers so far. */
  again?(given: Given<z.output<C>>): boolean;
  /** From the service's last answer to the reply. */
  answer(body: Json, given: Given<z.output<C>>): z.input<R>;
  /** What a dry run assumes the service answered; held to `reply` by a contract test. */
  simulate(given: Given<z.output<C>>): Json;
  /** Sent, answer lost: harmless to send again, or how to see whether it happened. */
  onUncertain: "repeat" | LookUp<z.output<C>>;
  /** What the action changed, so that later steps decide on the truth without reading again. */
  changes?(facts: Facts, given: Given<z.output<C>>): Facts;
  /** The customer notices it, so that the talk may go on in another way than it did: a simulation takes nothing after it for known. */
  altersTalk?: true;
  /** Events that it leads to and that may start workflows. What we know for our own starts nothing (`ownWrite`, parts by us). */
  causes?(config: z.output<C>): readonly Caused[];
  /** What the step did, in the past tense, with real values: "Assigned to Billing". */
  done(config: z.output<C>, reply: z.output<R>, speech: Speech): string;
}

/** A step that steers: it waits, repeats, splits or calls, and does nothing to anybody. */
export interface FlowSpec<
  C extends z.ZodObject = z.ZodObject,
  R extends z.ZodObject = z.ZodObject,
> extends Described<C> {
  outlets(config: z.output<C>): readonly Outlet[];
  /** Exits whose steps run inside this one: where their lines end, the run comes back here by itself. */
  bodies(config: z.output<C>): readonly string[];
  /** What steps inside or after it may refer to. */
  reply: R;
  /** As an action's. */
  gives?(config: z.output<C>, lists: Lists | null): readonly StepAnswer[];
  /** For a step that ends the run: what it answers the workflow that ran it. */
  returns?(config: z.output<C>): readonly NamedValue[];
  /** For one that runs another workflow: which. */
  calls?(config: z.output<C>): string;
  needs?: readonly Scope[];
  flow(given: Given<z.output<C>>, bind: Bind<Context>): Flow;
  /** From what ended a wait or was answered by a call to the reply; null where it was so already. */
  answer(outcome: Json, exit: string): z.input<R>;
  /** What it did, in the past tense. */
  done(config: z.output<C>, seen: { outlet: string | null; reply: Reply | null }, speech: Speech): string;
}

/** A declaration as the rest of the program sees it: the schema's type is erased here, once; `config` was parsed by it. */
export type TriggerNode = { kind: "trigger" } & TriggerSpec;
export type ConditionNode = { kind: "condition" } & ConditionSpec;
export type ActionNode = { kind: "action" } & ActionSpec;
export type FlowNode = { kind: "flow" } & FlowSpec;
export type NodeType = TriggerNode | ConditionNode | ActionNode | FlowNode;

export const defineTrigger = <C extends z.ZodObject>(spec: TriggerSpec<C>): TriggerNode =>
  ({ kind: "trigger", ...spec }) as unknown as TriggerNode;

export const defineCondition = <C extends z.ZodObject>(spec: ConditionSpec<C>): ConditionNode =>
  ({ kind: "condition", ...spec }) as unknown as ConditionNode;

export const defineAction = <C extends z.ZodObject, R extends z.ZodObject>(spec: ActionSpec<C, R>): ActionNode =>
  ({ kind: "action", ...spec }) as unknown as ActionNode;

export const defineFlow = <C extends z.ZodObject, R extends z.ZodObject>(spec: FlowSpec<C, R>): FlowNode =>
  ({ kind: "flow", ...spec }) as unknown as FlowNode;

/** The one exit of triggers and actions. */
export const next: Outlet = { id: "next", label: { en: "then", es: "después" } };
/** The exit of an action that may fail, where the builder asked for one. */
export const failedExit: Outlet = { id: "failed", label: { en: "if it fails", es: "si falla" } };

/** The exits of a step as drawn. `onFail` is the step's own: what is to happen when its action fails. */
export function outletsOf(
  node: NodeType,
  config: z.output<z.ZodObject>,
  onFail: "stop" | "goOn" | "exit" = "stop",
): readonly Outlet[] {
  if (node.kind === "condition" || node.kind === "flow") return node.outlets(config);
  return node.kind === "action" && onFail === "exit" ? [next, failedExit] : [next];
}

/** What a field of a reply is called in the value picker. */
export interface AnswerUi {
  label: Text;
  type: ValueType;
}
export const answerUi = z.registry<AnswerUi>();

export function answer<S extends z.ZodType>(schema: S, label: Text, type: ValueType): S {
  answerUi.add(schema, { label, type });
  return schema;
}

/** Declarations by type. */
export type Registry = ReadonlyMap<string, NodeType>;
