import { emptyLists, type ListItem } from "#shared/workspace/lists.ts";
import type { Names as KnownNames } from "../../backtest/suggest/deedsIn.ts";
import type { Handlers } from "../mount.ts";
import { notFound } from "../problems.ts";
import { answered } from "./answered.ts";
import type { Services } from "./services.ts";

type Names = "listSuggestions" | "listSuggestionCases";

const named = (items: readonly ListItem[]): Record<string, string> =>
  Object.fromEntries(items.map(({ id, name }) => [id, name]));

/** Rules found in the archive, asked of the simulating thread. */
export function suggestionHandlers({ backtests, lists }: Services): Pick<Handlers, Names> {
  function names(): KnownNames {
    const { teams, teammates, tags, conversationAttributes } = lists()?.lists ?? emptyLists();
    // What is compared as words or chosen from a list; numbers, dates and the rest make no rule here.
    const attributes = conversationAttributes
      .filter(({ type }) => type === undefined || type === "text" || type === "list")
      .map(({ id, type }) => ({ name: id, isList: type === "list" }));
    return { team: named(teams), teammate: named(teammates), tag: named(tags), attributes };
  }
  return {
    listSuggestions: (_, { signal }) => answered(backtests.ask("suggestions", { names: names() }, signal)),
    async listSuggestionCases({ body: { skip, limit, ...where } }, { signal }) {
      const asked = backtests.ask("suggestionCases", { names: names(), where, window: { skip, limit } }, signal);
      const listed = await answered(asked);
      if (listed === "unknown") throw notFound();
      return listed;
    },
  };
}
