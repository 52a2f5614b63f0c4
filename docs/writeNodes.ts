import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bind } from "#shared/engine/compile.ts";
import { nodeTypes, registry } from "#shared/integrations/manifest.ts";
import { createSpeech } from "#shared/language/speech.ts";
import type { Text } from "#shared/language/text.ts";
import { type NodeType, outletsOf } from "#shared/nodes/define.ts";
import { formOf, type Widget } from "#shared/nodes/form.ts";
import { groups, type GroupName } from "#shared/nodes/group.ts";
import { emptyDocument } from "#shared/workflow/document.ts";
import { valueLabels } from "#shared/workflow/valuesInScope.ts";

/**
 * Writes docs/nodes.md from the declarations; with --check only tells, by its exit code, whether it is up to date.
 * `npm run docs` and `npm run check` call it.
 */
const file = join(import.meta.dirname, "nodes.md");
const speech = createSpeech("en", null, valueLabels(emptyDocument, registry, null));

const widgets: Record<Widget["kind"], string> = {
  choice: "one of a few words",
  choices: "several of a few words",
  timetable: "times on days of the week or of the month, or every so many minutes or hours",
  count: "a whole number",
  pick: "chosen from a list of the workspace",
  pickFrom: "chosen from lists of the workspace, or nothing",
  template: "a text with values",
  condition: "rules, in groups of which all, any or none must hold",
  value: "one value",
  cases: "exits, each with the values that lead there",
  duration: "a length of time",
  age: "whenever, more than so many days ago, or within so many days",
  hours: "hours for each day of the week, in a time zone, and days off",
  shortText: "a few words",
  attributeValue: "a value of the attribute's own type",
  attributes: "attributes, each with a value of its own type",
  texts: "a few short texts",
  hookProof: "how whoever calls proves itself: it sends the secret, signs with it, or knows the address",
  hookFields: "values picked of what is sent, each with a name and a type",
  pairs: "names, each with a text with values",
  names: "names, each with a type",
  namedValues: "names, each with a type and a text with values",
  weights: "entries of a list, each with how much more it counts",
  takes: "for each name that the chosen entry takes: a text with values",
  rowMatch: "a column of the table, and what it holds",
  cells: "columns of the table, each with a text with values",
  zone: "a time zone",
};

const inEnglish = ({ en }: Text) => en;

function settings(node: NodeType): string[] {
  const fields = formOf(node.config);
  if (fields.length === 0) return ["It has no settings."];
  const choices = (widget: Widget) =>
    widget.kind === "choice" || widget.kind === "choices"
      ? `: ${widget.options.map(({ label }) => inEnglish(label)).join(", ")}`
      : "";
  return [
    "| setting | what it takes |",
    "| --- | --- |",
    ...fields.map(({ ui }) => `| ${inEnglish(ui.label)} | ${widgets[ui.widget.kind]}${choices(ui.widget)} |`),
  ];
}

/** What an action would ask for with its example settings, in a conversation called 123 with a customer called abc. */
function request(node: NodeType, config: Record<string, unknown>): string[] {
  if (node.kind !== "action") return [];
  const context = { facts: { conversation: null, contact: null, company: null, message: null }, replies: new Map() };
  const plan = node.plan({
    config,
    ...context,
    read: (ref) => bind(ref)(context),
    now: 0,
    actor: "1",
    conversationId: "123",
    contactId: "abc",
    companyId: "456",
    ticketId: "789",
    answers: [],
  });
  return plan.type === "request" ? [`Sends \`${plan.method} ${plan.path}\` (Intercom 2.16).`, ""] : [];
}

function section(node: NodeType): string {
  const config = node.config.parse(node.example);
  const exits = outletsOf(node, config).map(({ label }) => inEnglish(label));
  return [
    `### ${inEnglish(node.label)}`,
    "",
    `${inEnglish(node.help)} _For example: ${node.sentence(config, speech)}._`,
    "",
    ...(node.kind === "trigger" ? [`Listens to ${node.topics.map((topic) => `\`${topic}\``).join(", ")}.`, ""] : []),
    ...(node.kind === "condition" || node.kind === "flow" ? [`Exits: ${exits.join(", ")}.`, ""] : []),
    ...request(node, config),
    ...settings(node),
    "",
    `Saved as \`${node.type}\`. In Spanish: ${node.label.es}.`,
    "",
  ].join("\n");
}

const page = [
  "# Steps",
  "",
  "Every kind of step there is, as the palette groups them. Written by `npm run docs` from the declarations in",
  "`shared/integrations`; do not edit it by hand.",
  "",
  ...(Object.keys(groups) as GroupName[]).flatMap((group) => {
    const members = nodeTypes.filter((node) => node.group === group);
    return members.length > 0 ? [`## ${inEnglish(groups[group])}`, "", ...members.map(section)] : [];
  }),
].join("\n");

if (process.argv.includes("--check")) {
  if (readFileSync(file, "utf8") !== page) {
    process.stderr.write("docs/nodes.md is not what the declarations say: run npm run docs\n");
    process.exit(1);
  }
} else writeFileSync(file, page);
