import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advance, begin } from "#shared/engine/advance.ts";
import { compile } from "#shared/engine/compile.ts";
import type { LeftStep, Observe } from "#shared/engine/turn.ts";
import { findOperator } from "#shared/conditions/operators.ts";
import { formatted, type How } from "#shared/integrations/logic/formatted.ts";
import { exampleHours } from "#shared/integrations/logic/officeHours.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { createSpeech } from "#shared/language/speech.ts";
import { languages } from "#shared/language/text.ts";
import type { Json } from "#shared/nodes/define.ts";
import { validate } from "#shared/workflow/validate.ts";
import { drawing, firstMessage } from "../support/workflowBuilder.ts";

const start: [string, Record<string, Json>] = ["intercom.conversationStarted", { channel: "any" }];
/** A Monday in Madrid, at eleven in the morning. */
const monday = Date.parse("2026-11-23T10:00:00Z");
const hour = 3_600_000;
const hours: Record<string, Json> = { ...exampleHours };
const neverOpen: Record<string, Json> = {
  ...hours,
  week: { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
};

/** One step after a trigger, at an instant: what it left by and answered, and what it asked for. */
/** A step that was left, with what its rules saw at that moment. */
type Seen = Omit<LeftStep, "because"> & { because: ReturnType<LeftStep["because"]> };

function at(now: number, type: string, config: Record<string, Json>, conversation: Record<string, Json> = {}) {
  const left: Seen[] = [];
  const see: Observe = (_node, _outlet, _now, step) => {
    const seen = step();
    left.push({ ...seen, because: seen.because() });
  };
  const compiled = compile(drawing({ start, step: [type, config] }, ["start.next>step"]), registry);
  const event = firstMessage("hello", conversation);
  const run = begin(compiled, { event, trigger: "start", actor: "99", startedAt: now });
  const first = advance(compiled, run, null, see);
  const [ask] = first.asks;
  const woken = (answer: Json, then: number) =>
    advance(compiled, first.state, { seq: ask?.seq ?? 0, outcome: { ok: true, at: then, answer } }, see);
  return { ask: ask?.effect, woken, step: () => left.find(({ node }) => node === "step") };
}

const said = (type: string, config: Record<string, Json>, language: "en" | "es") => {
  const node = registry.get(type);
  return node?.sentence(
    node.config.parse(config),
    createSpeech(language, null, (ref) => ref),
  );
};

describe("office hours", () => {
  it("part those who write while somebody is there from the others", () => {
    expect(at(monday, "logic.officeHours", { hours }).step()?.outlet).toBe("open");
    expect(at(monday + 7 * hour, "logic.officeHours", { hours }).step()?.outlet).toBe("closed");
    expect(at(Date.parse("2026-12-25T10:00:00Z"), "logic.officeHours", { hours }).step()?.outlet).toBe("closed");
  });
  it("are told in brief, days with the same hours together", () => {
    const morning = { from: "09:00", to: "13:00" };
    const week = { ...exampleHours.week, friday: [morning], saturday: [morning, { from: "16:00", to: "20:00" }] };
    const some = { hours: { ...hours, zone: "America/New_York", week } };
    expect(said("logic.officeHours", some, "en")).toBe(
      "If it is office hours: Mon–Thu 09:00–17:00, Fri 09:00–13:00, Sat 09:00–13:00 and 16:00–20:00, New York time",
    );
    expect(said("logic.waitForOfficeHours", some, "es")).toBe(
      "Esperar al horario de atención: lun–jue 09:00–17:00, vie 09:00–13:00, sáb 09:00–13:00 y 16:00–20:00, hora de New York",
    );
    expect(said("logic.officeHours", { hours: neverOpen }, "en")).toBe("If it is office hours: no hours at all");
  });
  it("go by the customer's own clock where a value names its zone, else by ours", () => {
    const own = { hours, clock: "conversation.attributes.Zone" };
    const zoned = (zone: string) => ({ custom_attributes: { Zone: zone } });
    // Eleven in Madrid is seven in the evening in Tokyo.
    expect(at(monday, "logic.officeHours", own, zoned("Asia/Tokyo")).step()?.outlet).toBe("closed");
    expect(at(monday, "logic.officeHours", own, zoned("Nowhere/Else")).step()?.outlet).toBe("open");
    expect(at(monday, "logic.officeHours", own).step()?.outlet).toBe("open");
    const { ask } = at(monday, "logic.waitForOfficeHours", own, zoned("Asia/Tokyo"));
    expect(ask).toEqual({ type: "delay", until: Date.parse("2026-11-24T00:00:00Z") });
    expect(said("logic.officeHours", own, "en")).toContain("by conversation.attributes.Zone, else Madrid time");
  });
  it("are waited for until the next opening", () => {
    const evening = at(monday + 7 * hour, "logic.waitForOfficeHours", { hours });
    const opening = Date.parse("2026-11-24T08:00:00Z");
    expect(evening.ask).toEqual({ type: "delay", until: opening });
    evening.woken(null, opening + 5);
    expect(evening.step()).toMatchObject({ status: "done", reply: { until: opening, waited: true } });
  });
  it("are not waited for while they last", () => {
    const { ask, step } = at(monday, "logic.waitForOfficeHours", { hours });
    expect(ask).toBeUndefined();
    expect(step()?.reply).toEqual({ until: monday, waited: false });
  });
  it("are passed over with words where they never come", () => {
    const { ask, step } = at(monday, "logic.waitForOfficeHours", { hours: neverOpen });
    expect(ask).toBeUndefined();
    expect(step()).toMatchObject({ status: "skipped", skipped: { en: "Not waited: these hours never open." } });
  });
  it("make a fault in words where they are half filled in", () => {
    const half = { ...hours, week: { ...exampleHours.week, monday: [{ from: "18:", to: "" }] } };
    const document = drawing({ start, step: ["logic.officeHours", { hours: half }] }, ["start.next>step"]);
    const faults = validate(document, registry, null).filter(({ node }) => node === "step");
    expect(faults.map(({ code, field }) => [code, field])).toEqual([["setting-missing", "hours"]]);
  });
});

describe("time since", () => {
  // The conversation of the test began at 1,790,000,000 seconds.
  const began = 1_790_000_000_000;
  const since = (amount: number, unit: string) => ({ date: "conversation.createdAt", longer: { amount, unit } });

  it("parts what is longer ago from what is not, to the millisecond", () => {
    const outlet = (now: number, config: Record<string, Json>) => at(now, "logic.timeSince", config).step()?.outlet;
    expect(outlet(began + 30 * 60_000, since(30, "minutes"))).toBe("no");
    expect(outlet(began + 30 * 60_000 + 1, since(30, "minutes"))).toBe("yes");
    expect(outlet(began + 49 * hour, since(2, "days"))).toBe("yes");
    expect(outlet(began + 47 * hour, since(2, "days"))).toBe("no");
  });
  it("takes the way of no where there is no date", () => {
    const config = { date: "conversation.snoozedUntil", longer: { amount: 1, unit: "minutes" } };
    expect(at(monday, "logic.timeSince", config).step()).toMatchObject({ outlet: "no", because: [{ actual: null }] });
  });
  it("tells what it saw as a rule that would say the same", () => {
    for (const [config, operator] of [
      [since(30, "minutes"), "olderThanHours"],
      [since(2, "days"), "olderThanDays"],
    ] as const) {
      const [evidence] = at(began + 72 * hour, "logic.timeSince", config).step()?.because ?? [];
      expect(evidence).toMatchObject({ operator, met: true });
      const rule = findOperator(operator)?.compile(evidence?.operand);
      expect(rule?.(evidence?.actual ?? null, began + 72 * hour)).toBe(true);
    }
  });
});

describe("hours as a unit of age", () => {
  const holds = (name: string, operand: number, ageHours: number) =>
    findOperator(name)?.compile(operand)?.(monday - ageHours * hour, monday);
  it("count the last ones, and those longer ago; a date to come is neither", () => {
    expect([0, 4, 4.01, -1].map((age) => holds("withinHours", 4, age))).toEqual([true, true, false, false]);
    expect([3.99, 4, 4.01, -1].map((age) => holds("olderThanHours", 4, age))).toEqual([false, false, true, false]);
  });
  it("want a number that is not negative", () => {
    expect(findOperator("withinHours")?.compile(-1)).toBeNull();
    expect(findOperator("olderThanHours")?.compile("4")).toBeNull();
  });
});

describe("a value that is set", () => {
  it("is what later steps refer to, and asks for nothing", () => {
    const value = ["Re: ", { ref: "message.text" }];
    const document = drawing(
      {
        start,
        set: ["logic.setValue", { name: "Subject", value }],
        big: ["logic.format", { text: [{ ref: "steps.set.value" }], how: "upper", language: "en", most: 100 }],
        note: ["intercom.addNote", { note: [{ ref: "steps.big.text" }] }],
      },
      ["start.next>set", "set.next>big", "big.next>note"],
    );
    expect(validate(document, registry, null)).toEqual([]);
    const compiled = compile(document, registry);
    const run = { event: firstMessage("hello"), trigger: "start", actor: "99", startedAt: monday };
    const { asks } = advance(compiled, begin(compiled, run), null);
    expect(asks).toMatchObject([{ node: "note", effect: { body: { body: "<p>RE: HELLO</p>" } } }]);
  });
  it("has to have a name and a text", () => {
    const document = drawing({ start, step: ["logic.setValue", { name: " ", value: [" "] }] }, ["start.next>step"]);
    const faults = validate(document, registry, null).filter(({ node }) => node === "step");
    expect(faults.map(({ code, field }) => [code, field])).toContainEqual(["setting-missing", "name"]);
  });
});

describe("a format", () => {
  const write = (words: string, how: How, language: "en" | "es" = "en", most = 100) =>
    formatted(words, how, most, language);

  it.each([
    ["éa Ñ", "upper", "ÉA Ñ"],
    ["ÉA Ñ", "lower", "éa ñ"],
    ["éric SMITH", "firstBig", "Éric SMITH"],
    ["", "firstBig", ""],
    ["+34 (600) 12-34", "digits", "346001234"],
    ["  a b \n", "trim", "a b"],
  ] as const)("of %s, %s, is %s", (words, how, made) => {
    expect(write(words, how)).toBe(made);
  });
  it("shortens on whole characters", () => {
    expect(write("  Buenos días  ", "shorten", "es", 7)).toBe("Buenos…");
    expect(write("👋👋👋", "shorten", "en", 2)).toBe("👋…");
    expect(write("short", "shorten")).toBe("short");
  });
  it("separates thousands and decimals as each language does, and keeps every digit", () => {
    expect(write("1234.5", "number")).toBe("1,234.5");
    expect(write("1234.5", "number", "es")).toBe("1.234,5");
    expect(write(" 1,234,567.89 ", "number", "es")).toBe("1.234.567,89");
    expect(write("-12345678901234567890", "number")).toBe("-12,345,678,901,234,567,890");
    for (const none of ["", "12 cats", "1.2.3", "12,34", "Infinity", "0x10"]) expect(write(none, "number")).toBeNull();
  });
  it("writes days as each language does, from what values look like in a text", () => {
    for (const day of ["2026-11-23", "2026-11-23T22:15:00Z", "1795471200", "1795471200000"]) {
      expect(write(day, "day")).toBe("Nov 23, 2026");
      expect(write(day, "longDay")).toBe("November 23, 2026");
      expect(write(day, "day", "es")).toBe("23 nov 2026");
      expect(write(day, "longDay", "es")).toBe("23 de noviembre de 2026");
    }
    for (const none of ["", "tomorrow", "call 2", "2026-13-45", "12", "9999999999999999"])
      expect(write(none, "day")).toBeNull();
  });
  it("never fails, whatever the text, and leaves what it cannot read as it is", () => {
    const ways: How[] = ["upper", "lower", "firstBig", "digits", "trim", "shorten", "number", "day", "longDay"];
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.constantFrom(...ways),
        fc.constantFrom(...languages),
        (words, how, language) => {
          const { step } = at(monday, "logic.format", { text: [words], how, language, most: 5 });
          const made = formatted(words, how, 5, language);
          expect(step()?.reply).toEqual({ text: made ?? words, understood: made !== null });
        },
      ),
    );
  });
});
