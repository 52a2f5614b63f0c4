import { describe, expect, it } from "vitest";
import { registry } from "#shared/integrations/manifest.ts";
import { languages } from "#shared/language/text.ts";
import { templateGroups } from "#shared/templates/groups.ts";
import { firstTemplates, templates } from "#shared/templates/manifest.ts";
import { findWanted } from "#shared/templates/wanted.ts";
import { isMet } from "#shared/templates/workflowTemplate.ts";
import { isChip, Template } from "#shared/template/template.ts";
import { WorkflowDocument } from "#shared/workflow/document.ts";
import { validate } from "#shared/workflow/validate.ts";
import { emptyLists, type Lists } from "#shared/workspace/lists.ts";

const named = (names: string[]) => names.map((name, place) => ({ id: String(place + 1), name }));

/** Teams, tags and ticket types as the practice workspace has them. */
const practice: Lists = {
  ...emptyLists(),
  teams: named(["Support", "Billing", "Onboarding"]),
  tags: named(["refund", "invoice", "login", "bug", "onboarding", "VIP"]),
  ticketTypes: named(["Refund request", "Bug report", "Outage"]),
};
const spanish: Lists = {
  ...emptyLists(),
  teams: named(["Equipo de Facturación", "ATENCIÓN AL CLIENTE", "Bienvenida"]),
  tags: named(["Devolución", "Factura", "error", "bienvenida", "vip"]),
  ticketTypes: named(["Incidencia"]),
};
/** Has none of what templates look for. */
const strange: Lists = {
  ...emptyLists(),
  teams: named(["Alpha"]),
  tags: named(["blue"]),
  ticketTypes: named(["Form 7"]),
};

const visible = (template: (typeof templates)[number]) => [
  template.name,
  template.sentence,
  ...template.needs.map(({ words }) => words),
  ...template.examples.flatMap((example) => [example.result, "says" in example ? example.says : example.when]),
];

const strangeTo = { en: /[áéíóúñ¿¡«»]/i, es: /\b(the|and|you|your|this|we)\b/i };

/** The words of a text with values, and what stands in for them. */
const wordsIn = (setting: unknown): string[] =>
  Template.optional()
    .parse(setting)
    ?.flatMap((part) => (isChip(part) ? (part.fallback ?? []) : part)) ?? [];

describe("the templates", () => {
  it("are a dozen or more, each with an id and names of its own", () => {
    expect(templates.length).toBeGreaterThanOrEqual(12);
    for (const distinct of [
      templates.map(({ id }) => id),
      templates.map(({ name }) => name.en),
      templates.map(({ name }) => name.es),
      templates.map(({ sentence }) => sentence.en),
      templates.map(({ sentence }) => sentence.es),
    ])
      expect(new Set(distinct).size).toBe(templates.length);
    expect(firstTemplates).toHaveLength(3);
    expect(new Set(templates.map(({ group }) => group))).toEqual(new Set(Object.keys(templateGroups)));
  });

  it.each(templates)("$id is told in sentences that begin with a capital, in two different languages", (template) => {
    for (const text of visible(template))
      for (const language of languages) expect(text[language]).toMatch(/^[“«¿]?\p{Lu}/u);
    expect(template.sentence.en).toMatch(/\.$/);
    expect(template.sentence.es).toMatch(/\.$/);
    for (const { en, es } of visible(template)) expect(en).not.toBe(es);
    expect(template.examples.length).toBeGreaterThanOrEqual(2);
    expect(template.examples.length).toBeLessThanOrEqual(3);
  });
});

describe.each(languages)("a drawing in %s", (language) => {
  it.each(templates)("$id has no fault where the workspace has what it needs", (template) => {
    for (const lists of [practice, spanish]) {
      const document = template.document(language, lists);
      expect(WorkflowDocument.parse(document)).toEqual(document);
      expect(validate(document, registry, lists)).toEqual([]);
      expect(template.needs.map((need) => isMet(need, lists))).not.toContain(false);
    }
  });

  it.each(templates)("$id leaves to choose what the workspace lacks, and has no other fault", (template) => {
    for (const lists of [null, emptyLists(), strange]) {
      const faults = validate(template.document(language, lists), registry, lists);
      for (const fault of faults)
        expect(fault).toMatchObject({
          code: "setting-missing",
          field: expect.stringMatching(/^(to|team|tag|ticketType)$/),
        });
      const wanted = template.needs.filter(({ wanted: sought }) => sought !== null);
      expect(faults.length > 0).toBe(wanted.length > 0);
      expect(wanted.map((need) => isMet(need, lists))).toEqual(wanted.map(() => (lists ? false : null)));
    }
  });

  it.each(templates)("$id stands in order from left to right, no card on another", (template) => {
    const { nodes, edges, layout } = template.document(language, practice);
    expect(layout.map(({ node }) => node)).toEqual(nodes.map(({ id }) => id));
    expect(new Set(layout.map(({ x, y }) => `${x},${y}`)).size).toBe(nodes.length);
    const x = (id: string) => layout.find(({ node }) => node === id)?.x ?? 0;
    expect(edges.filter(({ from, to }) => x(from) >= x(to))).toEqual([]);
  });

  it.each(templates)("$id writes to customers and teammates in that language alone", (template) => {
    const texts = (which: (typeof languages)[number]) =>
      template
        .document(which, practice)
        .nodes.flatMap(({ config }) => [
          ...wordsIn(config["message"]),
          ...wordsIn(config["note"]),
          ...wordsIn(config["title"]),
          ...wordsIn(config["description"]),
          ...wordsIn(config["quickReplies"]),
        ]);
    const other = language === "en" ? "es" : "en";
    const [own, others] = [texts(language), texts(other)];
    expect(own.length).toBe(others.length);
    expect(own.filter((words) => others.includes(words))).toEqual([]);
    expect(own.join(" ")).not.toMatch(strangeTo[language]);
  });
});

describe("looking for what a template needs", () => {
  const find = (names: string[], teams: string[]) =>
    findWanted({ list: "teams", names }, { ...emptyLists(), teams: named(teams) });

  it("passes over accents and case", () => {
    expect(find(["facturación"], ["Ventas", "FACTURACION"])).toBe("2");
  });
  it("prefers a name that is the same to one in which it stands, and the first wish to the next", () => {
    expect(find(["support"], ["Support for partners", "Support"])).toBe("2");
    expect(find(["billing", "finance"], ["Finance", "Billing"])).toBe("2");
    expect(find(["billing"], ["Team: billing & renewals"])).toBe("1");
  });
  it("takes whole words only", () => {
    expect(find(["bug"], ["Debugging"])).toBeNull();
    expect(find(["vip"], [])).toBeNull();
  });
});
