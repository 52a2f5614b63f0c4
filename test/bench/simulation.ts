import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { countsOf } from "#server/backtest/counts.ts";
import { simulate, type Simulation } from "#server/backtest/simulation.ts";
import { pack, unpack } from "#shared/archive/packed.ts";
import type { Past } from "#shared/archive/past.ts";
import { unroll } from "#shared/archive/unroll.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { rememberFolded } from "#shared/language/text.ts";
import type { WorkflowDocument, WorkflowNode } from "#shared/workflow/document.ts";
import { conversationOf, madeUpTalk } from "../backtest/talk.ts";
import { drawing } from "../support/workflowBuilder.ts";
import { chanceFrom } from "../torture/chance.ts";
import { median, showTable, whole } from "./figures.ts";

const folder = join(import.meta.dirname, "../../../shared/conversations");
const files = ["support-thunderbird.jsonl.gz", "servicedesk-star.jsonl.gz", "chats-multidogo.jsonl.gz"];
const rounds = 45;

type Step = [type: string, config: WorkflowNode["config"]];
const rule = (ref: string, operator: string, operand: string[]): Step => [
  "logic.if",
  { when: { match: "all", rules: [{ ref, operator, operand }] } },
];
const toTeam = (id: string): Step => ["intercom.assign", { to: { list: "teams", id } }];

/** Ten steps: a trigger, four conditions, five actions. */
export const tenSteps = (word: string): WorkflowDocument =>
  drawing(
    {
      start: ["intercom.conversationStarted", { channel: "any", automatic: "skip" }],
      words: rule("message.text", "mentions", [word, "imap"]),
      channel: rule("conversation.channel", "isAnyOf", ["email"]),
      locale: rule("conversation.attributes.locale", "is", ["it", "nl"]),
      title: rule("conversation.title", "mentions", ["calendar"]),
      first: toTeam("8100001"),
      second: toTeam("8100002"),
      third: toTeam("8100003"),
      tag: ["intercom.tag", { tag: "31" }],
      note: ["intercom.addNote", { note: ["Wrote: ", { ref: "message.text", fallback: "" }] }],
    },
    [
      "start.next>words",
      "words.yes>first",
      "words.no>channel",
      "channel.yes>locale",
      "channel.no>third",
      "locale.yes>second",
      "locale.no>title",
      "title.yes>tag",
      "third.next>note",
    ],
  );

interface Done {
  path: string;
  body: object;
  changed: object | null;
}

const fold = (value: string) =>
  value
    .normalize("NFD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase();

/** The same work by hand, as somebody would write it who needs just this: the counts, and of each conversation what would be sent and what that changes. */
function byHand(pasts: readonly Past[], word: string): { counts: Record<string, number>; done: Done[][] } {
  const counts: Record<string, number> = {};
  const done: Done[][] = [];
  const count = (exit: string) => {
    counts[exit] = (counts[exit] ?? 0) + 1;
  };
  for (const { id, base, moments } of pasts) {
    const [start] = moments;
    const own: Done[] = [];
    done.push(own);
    if (start?.topic !== "conversation.user.created" || start.words?.automatic) continue;
    const path = `/conversations/${encodeURIComponent(id)}`;
    const assign = (team: string) => {
      const body = { admin_id: "0", message_type: "assignment", type: "team", assignee_id: team };
      own.push({ path: `${path}/parts`, body, changed: base.teamId === team ? null : { teamId: team } });
    };
    count("start.next");
    const text = fold(start.words?.text ?? "").trim();
    if (text.includes(word) || text.includes("imap")) {
      count("words.yes");
      count("first.next");
      assign("8100001");
      continue;
    }
    count("words.no");
    if (base.channel !== "email") {
      count("channel.no");
      count("third.next");
      assign("8100003");
      count("note.next");
      const note = `<p>Wrote: ${escapeHtml(start.words?.text.trim() ?? "")
        .replaceAll(/\n{2,}/g, "</p><p>")
        .replaceAll("\n", "<br>")}</p>`;
      const body = { admin_id: "0", message_type: "note", type: "admin", body: note };
      own.push({ path: `${path}/reply`, body, changed: null });
      continue;
    }
    count("channel.yes");
    const locale = fold(String(base.attributes["locale"] ?? ""));
    if (locale === "it" || locale === "nl") {
      count("locale.yes");
      count("second.next");
      assign("8100002");
      continue;
    }
    count("locale.no");
    if (fold(base.title).includes("calendar")) {
      count("title.yes");
      count("tag.next");
      own.push({ path: `${path}/tags`, body: { id: "31", admin_id: "0" }, changed: { tags: ["31"] } });
    } else count("title.no");
  }
  return { counts, done };
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escapeHtml = (words: string) => words.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? character);

/** Conditions on what is packed as it is compared: no words to look through. */
const packedConditions = (): WorkflowDocument =>
  drawing(
    {
      start: ["intercom.conversationStarted", { channel: "any", automatic: "also" }],
      channel: rule("conversation.channel", "isAnyOf", ["email"]),
      locale: rule("conversation.attributes.locale", "isSet", []),
      team: rule("conversation.team", "isAnyOf", ["8100001"]),
      state: rule("conversation.state", "isAnyOf", ["open"]),
    },
    ["start.next>channel", "channel.yes>locale", "channel.no>team", "locale.yes>state", "locale.no>state"],
  );

export function conversations(): Past[] {
  const raw = existsSync(folder)
    ? files.flatMap((file) =>
        gunzipSync(readFileSync(join(folder, file)))
          .toString("utf8")
          .split("\n"),
      )
    : Array.from({ length: 9_850 }, (_, index) =>
        JSON.stringify(conversationOf(madeUpTalk(chanceFrom(index), String(index), 1_790_000_000 + index * 600))),
      );
  return raw.flatMap((line) => {
    const unrolled = line === "" ? null : unroll(JSON.parse(line));
    return unrolled?.outcome === "unrolled" ? [unpack(pack(unrolled.past))] : [];
  });
}

const processorMs = (act: () => void): number => {
  const from = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000;
};

const flat = (simulation: Simulation) =>
  Object.fromEntries(countsOf(simulation).exits.map(({ node, outlet, count }) => [`${node}.${outlet}`, count]));

/** A simulation over an archive in memory, against the same by hand on the same thread; and what an edit costs. */
export function simulation(): void {
  const pasts = conversations();
  rememberFolded(64_000_000);
  const deps = { registry, pasts, horizon: Number.MAX_SAFE_INTEGER, callee: () => null };
  const run = (document: WorkflowDocument, before: Simulation | null = null) => {
    const done = simulate(document, deps, before);
    if (!done) throw new Error("stopped");
    return done;
  };
  const words = ["refund", "password", "calendar"];
  const times: Record<"ours" | "hand" | "packed" | "edit" | "late", number[]> = {
    ours: [],
    hand: [],
    packed: [],
    edit: [],
    late: [],
  };
  let before = run(tenSteps("refund"));
  for (let round = 0; round < rounds; round += 1) {
    const word = words[round % words.length] ?? "refund";
    const document = tenSteps(word);
    let anew = before;
    times.ours.push(processorMs(() => void (anew = run(document))));
    let hand = byHand([], word);
    times.hand.push(processorMs(() => void (hand = byHand(pasts, word))));
    const sorted = (counts: object) =>
      JSON.stringify(Object.entries(counts).toSorted(([a], [b]) => a.localeCompare(b)));
    if (sorted(flat(anew)) !== sorted(hand.counts)) throw new Error("the counts differ from those by hand");
    times.packed.push(processorMs(() => void run(packedConditions())));
    times.edit.push(processorMs(() => void (before = run(document, before))));
    const late = {
      ...document,
      nodes: document.nodes.map((node) =>
        node.id === "title" ? { ...node, config: rule("conversation.title", "mentions", [word])[1] } : node,
      ),
    };
    times.late.push(processorMs(() => void run(late, before)));
  }
  // Round by round: the machine may become slower or faster from one to the next.
  const ratios = times.hand.map((ms, round) => ms / (times.ours[round] ?? Infinity));
  const each = (name: keyof typeof times) => median(times[name]);
  const perSecond = (ms: number) => whole((pasts.length / ms) * 1_000);
  showTable(
    `a simulation over ${pasts.length} conversations, on one thread (processor time)`,
    ["what", "ms", "conversations/s/core"],
    [
      ["ten steps, all anew", each("ours").toFixed(0), perSecond(each("ours"))],
      ["the same by hand", each("hand").toFixed(0), perSecond(each("hand"))],
      ["ratio", median(ratios).toFixed(2), ""],
      ["five conditions on packed fields", each("packed").toFixed(0), perSecond(each("packed"))],
      ["an edit of the first condition", each("edit").toFixed(0), perSecond(each("edit"))],
      ["an edit of the last condition", each("late").toFixed(0), perSecond(each("late"))],
    ],
  );
}
