import { z } from "zod";
import { Done, Feature, SuggestionCase, SuggestionPart, Suggestions } from "../suggestions/suggestion.ts";
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
  listSuggestionCases: route({
    method: "post",
    path: "/api/suggestions/cases",
    access: "member",
    summary: "The past conversations behind a figure of a suggestion, newest first",
    body: z.object({
      feature: Feature,
      done: Done,
      part: SuggestionPart,
      skip: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1_000).default(50),
    }),
    answer: z.object({ total: z.number().int(), cases: z.array(SuggestionCase) }),
    refusals: { 404: Problem, 503: Problem },
  }),
};
