import { describe, expect, it } from "vitest";
import { searchTemplates } from "#client/templates/searchTemplates.ts";
import { templates } from "#shared/templates/manifest.ts";

const found = (search: string, language: "en" | "es" = "en") =>
  searchTemplates(templates, search, language).flatMap((section) => section.templates.map(({ id }) => id));

describe("searching the templates", () => {
  it("shows all of them by group while nothing is asked", () => {
    expect(found("  ").toSorted()).toEqual(templates.map(({ id }) => id).toSorted());
    expect(searchTemplates(templates, "", "en").map(({ group }) => group)).toEqual([
      "route",
      "reply",
      "followUp",
      "trial",
    ]);
  });
  it("asks for every word, wherever it stands, without regard to case and accents", () => {
    expect(found("MONEY charged")).toEqual(["refund-route"]);
    expect(found("valoracion", "es")).toEqual(["low-rating"]);
    expect(found("valoración")).toEqual([]);
  });
});
