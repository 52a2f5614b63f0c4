import { describe, expect, it } from "vitest";
import { Facts } from "#shared/events/facts.ts";
import { ticketFrom } from "#shared/events/normalise.ts";
import { nodeTypes, registry } from "#shared/integrations/manifest.ts";
import { createSpeech } from "#shared/language/speech.ts";
import { languages } from "#shared/language/text.ts";
import { outletsOf, type Plan } from "#shared/nodes/define.ts";
import { OwnEffect } from "#shared/nodes/effect.ts";
import { formOf } from "#shared/nodes/form.ts";
import { effectsOf } from "../support/effectsOf.ts";
import { givenFor } from "../support/givenFor.ts";

it("has one declaration for each type", () => {
  expect(registry.size).toBe(nodeTypes.length);
});

describe.each(nodeTypes.map((node) => [node.type, node] as const))("%s", (_, node) => {
  const config = node.config.parse(node.example);

  it("has an example that fits, and a form for each setting", () => {
    expect(formOf(node.config).map(({ key }) => key)).toEqual(Object.keys(node.config.shape));
  });

  it.each(languages)("says in %s what it is set to do, with no braces or undefined in it", (language) => {
    const sentence = node.sentence(
      config,
      createSpeech(language, null, (ref) => ref),
    );
    expect(sentence).toMatch(/^\p{Lu}/u);
    expect(sentence).not.toMatch(/[{}]|undefined|\[object/);
  });

  it("has exits with names of their own", () => {
    const ids = outletsOf(node, config).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // Only a step that ends the run has none.
    expect(ids.length > 0).toBe(!["logic.stop", "logic.giveAnswer"].includes(node.type));
  });
});

const actions = nodeTypes.filter((node) => node.kind === "action");

describe.each(actions.map((node) => [node.type, node] as const))("%s", (_, node) => {
  const config = node.config.parse(node.example);

  it("plans an effect, and what a dry run assumes fits its reply", () => {
    const { asked, last } = effectsOf(node, givenFor(config));
    for (const { plan } of asked) expect(["request", "delay", ...own, "answer"]).toContain(plan.type);
    const reply = node.reply.parse(node.answer(last.answers.at(-1) ?? null, last));
    for (const language of languages) {
      const done = node.done(
        config,
        reply,
        createSpeech(language, null, (ref) => ref),
      );
      expect(done).toMatch(/^\p{Lu}/u);
      expect(done).not.toMatch(/[{}]|undefined|null|\[object/);
    }
  });

  it("leaves facts that are still facts, for later steps to decide on", () => {
    const { last } = effectsOf(node, givenFor(config));
    const facts = { ...last.facts, ticket: ticketFrom({ id: "77" }) };
    const after = node.changes?.(facts, last) ?? facts;
    expect(Facts.parse(after)).toEqual(after);
  });

  it("repeats only what is harmless to repeat; else it reads to see whether it happened", () => {
    const { onUncertain } = node;
    const { asked } = effectsOf(node, givenFor(config));
    const risky = asked.filter(({ plan, given }) =>
      onUncertain === "repeat"
        ? !harmlessByItself(plan) && !repeatable.has(node.type)
        : !harmlessByItself(onUncertain.read(given)),
    );
    expect(risky).toEqual([]);
  });
});

/** What is done in our own database is kept with its outcome: it is never sent, so never repeated. */
const own = OwnEffect.options.map(({ shape }): string => shape.type.value);

/** Waiting, what is ours, answering by itself, reading, and writing the same values into the same thing. */
function harmlessByItself(plan: Plan): boolean {
  if (plan.type !== "request") return ["delay", ...own, "answer"].includes(plan.type);
  if (plan.method === "GET" || plan.method === "PUT") return true;
  return plan.method === "POST" && plan.path.endsWith("/search");
}

/** Steps that may simply ask again, and why that changes nothing. */
const repeatable = new Map([
  ["intercom.tagContact", "the tag is on already"],
  ["intercom.tagTicket", "the tag is on already"],
  ["intercom.untagTicket", "the tag is off already; a ticket does not tell its tags when it is read"],
  ["intercom.tagCompany", "the tag is on already"],
  ["intercom.untagCompany", "the tag is off already"],
  ["intercom.archiveContact", "archived already"],
  ["intercom.unarchiveContact", "back already"],
  ["intercom.blockContact", "blocked already"],
  ["intercom.addToCompany", "a member already"],
  ["intercom.upsertCompany", "found by its own id, the same values"],
  ["intercom.upsertObject", "found by its own id, the same values"],
  ["intercom.trackEvent", "Intercom ignores the same event of the same second"],
]);

it("says why of no step that is not there", () => {
  for (const type of repeatable.keys()) expect(registry.get(type)?.kind).toBe("action");
});

const looked = actions.flatMap(({ type, config, example, onUncertain }) =>
  onUncertain === "repeat" ? [] : [{ type, onUncertain, setting: givenFor(config.parse(example)) }],
);

it.each(looked)("$type is not taken to have happened where what is read shows nothing of it", (action) => {
  const untouched = { state: "open", tags: { tags: [{ id: "9920011", name: "VIP" }] } };
  const other = { state: "open", tags: { tags: [] } };
  const proof = action.type.startsWith("intercom.untag") ? untouched : other;
  expect(action.onUncertain.find(proof, action.setting, 0, () => true)).toBeNull();
});

it("adopts a reply that our teammate sent since the intent, and no older or other one", () => {
  const reply = looked.find(({ type }) => type === "intercom.reply");
  const at = 1_790_000_000;
  const thread = (part: object) => ({
    conversation_parts: {
      conversation_parts: [
        {
          part_type: "comment",
          author: { id: "99" },
          created_at: at,
          body: "<p>Hello Ada, we are on it.</p>",
          ...part,
        },
      ],
    },
  });
  const find = (part: object) => reply?.onUncertain.find(thread(part), reply.setting, at * 1000, () => true);
  expect(find({})).not.toBeNull();
  expect(find({ created_at: at - 60 })).toBeNull();
  expect(find({ author: { id: "5" } })).toBeNull();
  expect(find({ body: "<p>Hello Ada, bye.</p>" })).toBeNull();
});

it("names a trigger's channel as people call it, in the middle of the sentence", () => {
  const started = registry.get("intercom.conversationStarted");
  const say = (language: "en" | "es") =>
    started?.sentence(
      { channel: "email" },
      createSpeech(language, null, (ref) => ref),
    );
  expect(say("en")).toBe("When a customer starts a conversation by e-mail");
  expect(say("es")).toBe("Cuando un cliente inicia una conversación por correo electrónico");
});
