import { describe, expect, it } from "vitest";
import { starters } from "#client/workflows/starters.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { languages } from "#shared/language/text.ts";
import { WorkflowDocument } from "#shared/workflow/document.ts";
import { validate } from "#shared/workflow/validate.ts";

/** What each leaves to choose, as step and setting. */
const open = {
  refunds: ["assign.to"],
  important: ["tag.tag"],
  waiting: ["assign.to"],
};

describe.each(languages)("the starter drawings in %s", (language) => {
  it.each(starters(language))("leaves only a team or a tag to choose in $name", ({ name, document }) => {
    expect(WorkflowDocument.safeParse(document).success).toBe(true);
    const faults = validate(document, registry, null);
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(["setting-missing"]));
    expect(faults.map(({ node, field }) => `${node}.${field}`)).toEqual(open[name]);
  });
  it.each(starters(language))("places every step of $name, none on another", ({ document }) => {
    expect(document.layout.map(({ node }) => node)).toEqual(document.nodes.map(({ id }) => id));
    expect(new Set(document.layout.map(({ x, y }) => `${x},${y}`)).size).toBe(document.nodes.length);
  });
});
