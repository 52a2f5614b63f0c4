import { describe, expect, it } from "vitest";
import { conversationIn } from "#shared/why/conversationIn.ts";

describe("the number of a conversation", () => {
  it.each([
    ["2154", "2154"],
    ["  2154 ", "2154"],
    ["https://app.intercom.com/a/inbox/ab12/inbox/admin/1/conversation/2154?view=List#part", "2154"],
    ["https://app.eu.intercom.com/a/inbox/ab12/inbox/shared/all/conversation/2154#part_id=comment-2154-99", "2154"],
    ["https://app.intercom.com/a/apps/ab12/conversations/2154/parts/7", "2154"],
    ["https://app.intercom.com/a/inbox/ab12/search?conversation_id=2154", "2154"],
    ["https://flows.example.com/conversations/2154/", "2154"],
    ["https://flows.example.com/why?conversation=2154", "2154"],
    ["/conversations/2154", "2154"],
    ["", ""],
    ["what happened here?", ""],
  ])("is found in %j", (typed, number) => expect(conversationIn(typed)).toBe(number));
});
