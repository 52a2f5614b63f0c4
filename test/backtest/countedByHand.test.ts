import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { countsOf } from "#server/backtest/counts.ts";
import { simulate } from "#server/backtest/simulation.ts";
import type { Past } from "#shared/archive/past.ts";
import { unroll } from "#shared/archive/unroll.ts";
import { registry } from "#shared/integrations/manifest.ts";
import type { WorkflowDocument, WorkflowNode } from "#shared/workflow/document.ts";
import { drawing } from "../support/workflowBuilder.ts";
import { countByHand, questions } from "./countedByHand.ts";

const folder = join(import.meta.dirname, "../../../shared/conversations");
const files = ["support-thunderbird.jsonl.gz", "servicedesk-star.jsonl.gz", "chats-multidogo.jsonl.gz"];
const isThere = existsSync(folder);

type Step = [type: string, config: WorkflowNode["config"]];
type Asked = { ref: string; operator: string; operand?: string[] };

const started: Step = ["intercom.conversationStarted", { channel: "any", automatic: "also" }];
const note: Step = ["intercom.addNote", { note: ["seen"] }];

/** Whoever a customer has just started, and these rules hold for. */
const startedIf = (...rules: Asked[]): WorkflowDocument =>
  drawing(
    {
      start: started,
      if: ["logic.if", { when: { match: "any", rules: rules.map((rule) => ({ ...rule })) } }],
      seen: note,
    },
    ["start.next>if", "if.yes>seen"],
  );

const drawings: Record<string, WorkflowDocument> = {
  mentionsPassword: startedIf({ ref: "message.text", operator: "mentions", operand: ["password"] }),
  subjectMentionsImap: startedIf(
    { ref: "message.subject", operator: "mentions", operand: ["imap"] },
    { ref: "conversation.firstMessage", operator: "mentions", operand: ["imap"] },
  ),
  byEmail: startedIf({ ref: "conversation.channel", operator: "isAnyOf", operand: ["email"] }),
  italian: startedIf({ ref: "conversation.attributes.locale", operator: "is", operand: ["it"] }),
  hasVersion: startedIf({ ref: "conversation.attributes.app_version", operator: "isSet" }),
  teamAtStart: startedIf(
    { ref: "conversation.team", operator: "isSet" },
    { ref: "conversation.teammate", operator: "isSet" },
    { ref: "conversation.tags", operator: "isSet" },
    { ref: "conversation.rating", operator: "isSet" },
    { ref: "conversation.state", operator: "isNoneOf", operand: ["open"] },
  ),
  firstToSending: drawing(
    {
      start: ["intercom.conversationAssigned", { to: null }],
      if: [
        "logic.if",
        { when: { match: "all", rules: [{ ref: "conversation.team", operator: "isAnyOf", operand: ["8100001"] }] } },
      ],
      seen: note,
    },
    ["start.next>if", "if.yes>seen"],
  ),
  answeredInADay: drawing(
    {
      start: started,
      wait: ["logic.waitFor", { for: ["teammateReplied"], most: { amount: 1, unit: "days" } }],
      seen: note,
    },
    ["start.next>wait", "wait.teammateReplied>seen"],
  ),
  wroteAgainWhileAssigned: drawing(
    {
      start: ["intercom.customerReplied", { channel: "any", automatic: "also" }],
      if: ["logic.if", { when: { match: "all", rules: [{ ref: "conversation.teammate", operator: "isSet" }] } }],
      seen: note,
    },
    ["start.next>if", "if.yes>seen"],
  ),
  closedByPerson: drawing({ start: ["intercom.conversationClosed", { by: "teammate" }], seen: note }, [
    "start.next>seen",
  ]),
};
describe.skipIf(!isThere)(
  "counts over ten thousand real conversations (skipped where ../shared/conversations is absent)",
  () => {
    let pasts: Past[];
    let byHand: Record<string, number>;

    beforeAll(() => {
      byHand = countByHand(folder, files);
      pasts = files.flatMap((file) =>
        gunzipSync(readFileSync(join(folder, file)))
          .toString("utf8")
          .split("\n")
          .filter((line) => line !== "")
          .map((line) => {
            const unrolled = unroll(JSON.parse(line));
            if (unrolled.outcome === "refused") throw new Error(unrolled.why.en);
            return unrolled.past;
          }),
      );
    }, 120_000);

    it("are of every one of them", () => expect(pasts).toHaveLength(9850));

    it.each(Object.keys(questions))("%s: are those of a script that reads the files on its own", (name) => {
      const document = drawings[name];
      if (!document) throw new Error(`no drawing for ${name}`);
      const horizon = Math.max(...pasts.map(({ knownUntil }) => knownUntil)) + 3650 * 86_400_000;
      const simulation = simulate(document, { registry, pasts, horizon, callee: () => null }, null);
      if (!simulation) throw new Error("stopped");
      const reached = countsOf(simulation).nodes.find(({ node }) => node === "seen")?.count ?? 0;
      expect(reached).toBe(byHand[name]);
      // Nothing that nobody answers to would prove anything.
      expect(reached >= 50).toBe(name !== "teamAtStart");
    });
  },
);
