import { type Ballot, mostBroken, type Tally, type Vote } from "#shared/api/ballots.ts";
import { wholeArchive } from "#shared/api/backtests.ts";
import type { ComparedDrawings } from "../../backtest/ballot/makeBallot.ts";
import { calleesOf } from "../../publishing/calleesOf.ts";
import type { VoteRow } from "../../store/votes.ts";
import type { Handlers } from "../mount.ts";
import { notFound, otherBallot } from "../problems.ts";
import { answered } from "./answered.ts";
import type { Services } from "./services.ts";

type Names = "getBallot" | "listBallotCases" | "vote";
type Group = ComparedDrawings["groups"][number];

/** The saved draft against the newest version, over the whole archive; and what people think of the difference. */
export function ballotHandlers(services: Services): Pick<Handlers, Names> {
  const { backtests, workflows, registry, votes, now } = services;

  /** Both drawings compared; null where nothing has been published. */
  async function compared(id: string, signal: AbortSignal) {
    const workflow = workflows.get(id);
    if (!workflow) throw notFound();
    const newest = workflows.newestVersion(id);
    const voted = votes.all(id);
    if (!newest) return { workflow, newest, voted, drawings: null };
    const { draft } = workflow;
    const callees = {
      ...calleesOf(newest.document, workflows, registry),
      ...calleesOf(draft, workflows, registry),
    };
    const expected = voted.flatMap((row) => (row.expected ? [row.conversation] : []));
    const ask = { workflow: id, document: draft, now: newest.document, callees, slice: wholeArchive, expected };
    return { workflow, newest, voted, drawings: await answered(backtests.ask("ballot", ask, signal)) };
  }

  /** What was voted on just this change, by conversation. */
  function votesOn(group: Group, { keys }: ComparedDrawings, voted: readonly VoteRow[]): Map<string, Vote> {
    const key = keys[group.id];
    const meant = voted.filter((row) => row.now === key?.now && row.draft === key.draft);
    return new Map(meant.map(({ conversation, vote }) => [conversation, vote]));
  }

  function tallyOf(group: Group, drawings: ComparedDrawings, voted: readonly VoteRow[]): Tally {
    const own = votesOn(group, drawings, voted);
    const tally: Tally = { better: 0, worse: 0, same: 0, open: 0 };
    for (const conversation of group.conversations) tally[own.get(conversation) ?? "open"] += 1;
    return tally;
  }

  async function groupOf(id: string, groupId: string, signal: AbortSignal) {
    const { drawings, voted } = await compared(id, signal);
    const group = drawings?.groups.find((each) => each.id === groupId);
    const keys = drawings?.keys[groupId];
    if (!drawings || !group || !keys) throw otherBallot();
    return { drawings, group, keys, voted };
  }

  return {
    async getBallot({ params }, { signal }): Promise<Ballot> {
      const { workflow, newest, voted, drawings } = await compared(params.id, signal);
      const groups = (drawings?.groups ?? []).map((group) => {
        const { id, node, now: was, draft, conversations } = group;
        const tally = drawings ? tallyOf(group, drawings, voted) : { better: 0, worse: 0, same: 0, open: 0 };
        return { id, node, now: was, draft, count: conversations.length, tally };
      });
      const tally: Tally = { better: 0, worse: 0, same: 0, open: 0 };
      for (const each of groups)
        for (const key of ["better", "worse", "same", "open"] as const) tally[key] += each.tally[key];
      const outcomes = new Map(drawings?.outcomes.map((outcome) => [outcome.conversation, outcome]));
      const checked = voted.flatMap(({ conversation, expected }) => {
        const outcome = outcomes.get(conversation);
        return expected && outcome ? [{ expected, outcome }] : [];
      });
      const broken = checked.filter(({ expected, outcome }) => expected.key !== outcome.key);
      return {
        workflow: { id: workflow.id, name: workflow.name },
        version: newest?.number ?? null,
        total: drawings?.total ?? 0,
        changed: drawings?.changed ?? 0,
        groups,
        tally,
        expected: checked.length,
        held: checked.length - broken.length,
        broken: broken
          .slice(0, mostBroken)
          .map(({ expected, outcome: { conversation, contactName, title, excerpt, done } }) => ({
            conversation,
            contactName,
            title,
            excerpt,
            expected: expected.done,
            draft: done,
          })),
      };
    },
    async listBallotCases({ params, query: { skip, limit } }, { signal }) {
      const { drawings, group, voted } = await groupOf(params.id, params.group, signal);
      const own = votesOn(group, drawings, voted);
      const briefs = await answered(backtests.ask("briefs", { ids: group.conversations, skip, limit }, signal));
      return {
        total: group.conversations.length,
        cases: briefs.map(({ id, contactName, title, excerpt, createdAt }) => ({
          id,
          contactName,
          title,
          excerpt,
          createdAt,
          vote: own.get(id) ?? null,
        })),
      };
    },
    async vote({ params, body: { conversation, vote } }, { person, signal }) {
      const { group, keys } = await groupOf(params.id, params.group, signal);
      const meant =
        conversation === undefined ? group.conversations : group.conversations.filter((id) => id === conversation);
      if (meant.length === 0) throw otherBallot();
      if (vote === null) votes.remove(params.id, meant);
      else {
        const expected = {
          better: { key: keys.draft, done: group.draft },
          worse: { key: keys.now, done: group.now },
          same: null,
        }[vote];
        const rows = meant.map((each) => ({ conversation: each, ...keys, vote, expected }));
        votes.put(params.id, rows, person?.name ?? "", now());
      }
      return { conversations: meant.length };
    },
  };
}
