import { describe, expect, it } from "vitest";
import { nodeTypes, registry } from "#shared/integrations/manifest.ts";
import { createSpeech } from "#shared/language/speech.ts";
import { languages } from "#shared/language/text.ts";
import { outletsOf } from "#shared/nodes/define.ts";
import { formOf } from "#shared/nodes/form.ts";
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
    expect(ids.length > 0).toBe(node.type !== "logic.stop");
  });
});

const actions = nodeTypes.filter((node) => node.kind === "action");

describe.each(actions.map((node) => [node.type, node] as const))("%s", (_, node) => {
  const config = node.config.parse(node.example);

  it("plans an effect, and what a dry run assumes fits its reply", () => {
    expect(["request", "delay"]).toContain(node.plan(givenFor(config)).type);
    const reply = node.reply.parse(node.answer(node.simulate(givenFor(config)), givenFor(config)));
    expect(
      node.done(
        config,
        reply,
        createSpeech("en", null, (ref) => ref),
      ),
    ).not.toBe("");
  });

  it("repeats only what changes nothing outside; else it reads to see whether it happened", () => {
    const { onUncertain } = node;
    const read = onUncertain === "repeat" ? null : onUncertain.read(givenFor(config)).method;
    expect([node.plan(givenFor(config)).type, read]).toEqual(read === null ? ["delay", null] : ["request", "GET"]);
  });
});

const looked = actions.flatMap(({ type, config, example, onUncertain }) =>
  onUncertain === "repeat" ? [] : [{ type, onUncertain, setting: givenFor(config.parse(example)) }],
);

it.each(looked)("$type is not taken to have happened where the conversation shows nothing of it", (action) => {
  const untouched = { state: "open", tags: { tags: [{ id: "9920011", name: "VIP" }] } };
  const other = { state: "open", tags: { tags: [] } };
  const proof = action.type === "intercom.untag" ? untouched : other;
  expect(action.onUncertain.find(proof, action.setting, 0)).toBeNull();
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
          body: "<p>Hello there, we are on it.</p>",
          ...part,
        },
      ],
    },
  });
  const find = (part: object) => reply?.onUncertain.find(thread(part), reply.setting, at * 1000);
  expect(find({})).not.toBeNull();
  expect(find({ created_at: at - 60 })).toBeNull();
  expect(find({ author: { id: "5" } })).toBeNull();
  expect(find({ body: "<p>Hello there, bye.</p>" })).toBeNull();
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
