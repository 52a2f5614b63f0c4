import { emptyLists, type ListItem } from "#shared/workspace/lists.ts";
import { NoLongerWanted } from "../../backtest/createBacktests.ts";
import type { Handlers } from "../mount.ts";
import { stoppedSimulation } from "../problems.ts";
import type { Services } from "./services.ts";

const named = (items: readonly ListItem[]): Record<string, string> =>
  Object.fromEntries(items.map(({ id, name }) => [id, name]));

/** Rules found in the archive, asked of the simulating thread. */
export const suggestionHandlers = ({ backtests, lists }: Services): Pick<Handlers, "listSuggestions"> => ({
  async listSuggestions(_, { signal }) {
    const { teams, teammates, tags, conversationAttributes } = lists()?.lists ?? emptyLists();
    // What is compared as words or chosen from a list; numbers, dates and the rest make no rule here.
    const attributes = conversationAttributes
      .filter(({ type }) => type === undefined || type === "text" || type === "list")
      .map(({ id, type }) => ({ name: id, isList: type === "list" }));
    const names = { team: named(teams), teammate: named(teammates), tag: named(tags), attributes };
    return backtests.ask("suggestions", { names }, signal).catch((error: unknown) => {
      throw error instanceof NoLongerWanted ? stoppedSimulation() : error;
    });
  },
});
