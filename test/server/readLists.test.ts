import { describe, expect, it } from "vitest";
import type { CallService } from "#server/connections/callService.ts";
import { readLists } from "#server/intercom/readLists.ts";
import type { Json } from "#shared/nodes/define.ts";
import { emptyLists } from "#shared/workspace/lists.ts";

const service = { baseUrl: "https://example.com", accessToken: "t" };

/** A workspace that answers these paths, and 404 to all others. */
function workspace(answers: Record<string, Json>, status = 404): { call: CallService; asked: string[] } {
  const asked: string[] = [];
  const call: CallService = (_, _method, path) => {
    asked.push(path);
    const body = answers[path];
    return Promise.resolve(
      body === undefined
        ? { kind: "answer", status, body: { type: "error.list", errors: [] }, retryAfterMs: null }
        : { kind: "answer", status: 200, body, retryAfterMs: null },
    );
  };
  return { call, asked };
}

describe("the workspace's lists", () => {
  it.each([400, 403, 404])("are empty where Intercom answers %i to each", async (status) => {
    expect(await readLists(workspace({}, status).call, service)).toEqual({ ok: true, lists: emptyLists() });
  });

  it("are not taken for empty when the token is refused", async () => {
    expect(await readLists(workspace({}, 401).call, service)).toMatchObject({ ok: false, status: 401 });
  });

  it("tell ticket types with their own attributes, asked for once", async () => {
    const attribute = { description: "", default: false, archived: false };
    const { call, asked } = workspace({
      "/ticket_types": {
        data: [
          {
            id: "67",
            name: "Bug",
            ticket_type_attributes: {
              data: [
                { ...attribute, name: "_default_title_", data_type: "string" },
                { ...attribute, name: "Amount", data_type: "decimal" },
                { ...attribute, name: "Proof", data_type: "files" },
                {
                  ...attribute,
                  name: "Urgency",
                  data_type: "list",
                  input_options: { list_items: [{ id: "de18", name: "High" }] },
                },
              ],
            },
          },
          { id: "68", name: "Old", archived: true },
        ],
      },
    });
    const read = await readLists(call, service);
    expect(read).toMatchObject({
      lists: {
        ticketTypes: [{ id: "67", name: "Bug" }],
        ticketAttributes: [
          { id: "67:Amount", name: "Amount", detail: "Bug", type: "number" },
          { id: "67:Urgency", name: "Urgency", type: "list", options: ["de18"], optionNames: ["High"] },
        ],
      },
    });
    expect(asked.filter((path) => path === "/ticket_types")).toHaveLength(1);
  });

  it("keep with a subscription what consent it needs, and name states, segments and brands", async () => {
    const { call } = workspace({
      "/subscription_types": { data: [{ id: "91", consent_type: "opt_in", default_translation: { name: "News" } }] },
      "/ticket_states": { data: [{ id: "8", internal_label: "Resolved", external_label: "Done" }] },
      "/segments": { type: "segment.list", segments: [{ id: "s1", name: "New" }] },
      "/brands": { data: [{ id: "b1", name: "Default" }] },
    });
    expect(await readLists(call, service)).toMatchObject({
      lists: {
        subscriptionTypes: [{ id: "opt_in:91", name: "News" }],
        ticketStates: [{ id: "8", name: "Resolved" }],
        segments: [{ id: "s1", name: "New" }],
        brands: [{ id: "b1", name: "Default" }],
      },
    });
  });

  it("read the first four pages of articles at most", async () => {
    const page = (number: number) => ({
      data: [{ id: String(number), title: `A${number}` }],
      pages: { total_pages: 9 },
    });
    const { call, asked } = workspace({
      "/articles": page(1),
      "/articles?page=2": page(2),
      "/articles?page=3": page(3),
      "/articles?page=4": page(4),
    });
    expect(await readLists(call, service)).toMatchObject({ lists: { articles: [{ id: "1" }, {}, {}, { id: "4" }] } });
    expect(asked).not.toContain("/articles?page=5");
  });
});
