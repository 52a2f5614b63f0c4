import express, { type Router } from "express";
import { z } from "zod";
import { plainText } from "#shared/events/plainText.ts";
import { segmentView } from "../present/segment.ts";
import { subscriptionTypeView } from "../present/subscriptionType.ts";
import { articles, brands, macros } from "../seed/articles.ts";
import { nativeWorkflow } from "../seed/nativeWorkflow.ts";
import { segments } from "../seed/segments.ts";
import { subscriptionTypes } from "../seed/subscriptionTypes.ts";
import { tokenHolder, type Workspace } from "../workspace.ts";
import { pageOf, Paging } from "./pages.ts";
import { notFound, read } from "./refusal.ts";

type Article = (typeof articles)[number];

const Sought = z.object({
  phrase: z.string().default(""),
  state: z.enum(["published", "draft", "all"]).default("all"),
});

const slug = (title: string) => title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");

/** What a workspace holds and nobody changes here: Intercom 2.16, GET /articles, /articles/search, /macros, /brands, /segments, /subscription_types, /export/workflows/{id}. */
export function contentRoutes(workspace: Workspace, madeAt: number, now: () => number): Router {
  const { contacts, appId } = workspace;
  const router = express.Router();

  const articleView = (article: Article) => ({
    type: "article",
    ...article,
    workspace_id: appId,
    parent_ids: [],
    tags: { type: "tag.list", tags: [] },
    author_id: Number(tokenHolder(workspace).id),
    created_at: madeAt,
    updated_at: madeAt,
    url:
      article.state === "published"
        ? `https://help.halvero.example/articles/${article.id}-${slug(article.title)}`
        : null,
  });

  router.get("/articles", (request, response) => {
    const all = articles.map(articleView).toReversed();
    const { shown, envelope } = pageOf(all, read(Paging(25), request.query));
    response.json({ type: "list", data: shown, ...envelope });
  });
  router.get("/articles/search", (request, response) => {
    const { phrase, state } = read(Sought, request.query);
    const wanted = phrase.toLowerCase();
    const found = articles
      .filter((article) => state === "all" || article.state === state)
      .filter(({ title, body }) => `${title} ${plainText(body)}`.toLowerCase().includes(wanted))
      .map(articleView);
    response.json({
      type: "list",
      total_count: found.length,
      data: { articles: found, highlights: [] },
      pages: { type: "pages", page: 1, total_pages: 1, per_page: 10 },
    });
  });
  router.get("/macros", (request, response) => {
    const made = new Date(madeAt * 1000).toISOString();
    const paging = read(Paging(50), request.query);
    const all = macros.map(({ team_ids, ...macro }) => ({ ...macro, team_ids, updated_at: madeAt })).toReversed();
    const { shown, envelope } = pageOf(all, paging);
    const data = shown.map(({ team_ids, ...macro }) => ({
      type: "macro",
      ...macro,
      created_at: made,
      updated_at: made,
      visible_to: team_ids.length === 0 ? "everyone" : "specific_teams",
      visible_to_team_ids: team_ids,
      available_on: ["inbox"],
    }));
    const { next } = envelope.pages;
    const pages = {
      type: "pages",
      per_page: paging.per_page,
      ...(next ? { next: { starting_after: next.starting_after } } : {}),
    };
    response.json({ type: "list", data, pages });
  });
  router.get("/brands", (_request, response) => {
    const data = brands.map((brand) => ({ type: "brand", ...brand, created_at: madeAt, updated_at: madeAt }));
    response.json({ type: "list", data });
  });
  router.get("/segments", (request, response) => {
    const people = contacts.all().filter(({ archived, merged_into }) => !archived && merged_into === null);
    const counted = request.query["include_count"] === "true";
    const seconds = Math.floor(now() / 1000);
    const views = segments.map((segment) => ({
      ...segmentView(segment, madeAt),
      ...(counted ? { count: people.filter((contact) => segment.holds(contact, seconds)).length } : {}),
    }));
    response.json({ type: "segment.list", segments: views, pages: {} });
  });
  router.get("/subscription_types", (_request, response) => {
    response.json({ type: "list", data: subscriptionTypes.map(subscriptionTypeView) });
  });
  router.get("/export/workflows/:id", (request, response) => {
    if (request.params.id !== nativeWorkflow.id) throw notFound("not_found", "Workflow not found");
    const at = (seconds: number) => new Date(seconds * 1000).toISOString();
    response.json({
      export_version: "1.0",
      exported_at: at(Math.floor(now() / 1000)),
      app_id: 4_103_300,
      workflow: { ...nativeWorkflow, created_at: at(madeAt), updated_at: at(madeAt) },
    });
  });
  return router;
}
