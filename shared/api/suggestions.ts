import { Suggestions } from "../suggestions/suggestion.ts";
import { Problem } from "./problem.ts";
import { route } from "./route.ts";

export const suggestionRoutes = {
  listSuggestions: route({
    method: "get",
    path: "/api/suggestions",
    access: "member",
    summary: "Rules that people follow already, found in the archive of past conversations, each to be made a draft of",
    answer: Suggestions,
    refusals: { 503: Problem },
  }),
};
