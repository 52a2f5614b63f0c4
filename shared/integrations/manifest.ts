import type { NodeType, Registry } from "../nodes/define.ts";
import { addNote } from "./intercom/addNote.ts";
import { assign } from "./intercom/assign.ts";
import { close } from "./intercom/close.ts";
import { conversationClosed } from "./intercom/conversationClosed.ts";
import { conversationStarted } from "./intercom/conversationStarted.ts";
import { customerReplied } from "./intercom/customerReplied.ts";
import { reply } from "./intercom/reply.ts";
import { setContactAttribute, setConversationAttribute } from "./intercom/setAttribute.ts";
import { snooze } from "./intercom/snooze.ts";
import { tag, untag } from "./intercom/tag.ts";
import { delay } from "./logic/delay.ts";
import { ifNode } from "./logic/if.ts";
import { splitByValue } from "./logic/splitByValue.ts";

/** Every node type there is, in the order the palette shows them. A new one is a file and a line here. */
export const nodeTypes: readonly NodeType[] = [
  conversationStarted,
  customerReplied,
  conversationClosed,
  ifNode,
  splitByValue,
  reply,
  addNote,
  assign,
  tag,
  untag,
  close,
  snooze,
  setContactAttribute,
  setConversationAttribute,
  delay,
];

export const registry: Registry = new Map(nodeTypes.map((node) => [node.type, node]));
