import type { NodeType, Registry } from "../nodes/define.ts";
import { addNote } from "./intercom/actions/addNote.ts";
import { assign } from "./intercom/actions/assign.ts";
import { close } from "./intercom/actions/close.ts";
import { conversationClosed } from "./intercom/triggers/conversationClosed.ts";
import { conversationStarted } from "./intercom/triggers/conversationStarted.ts";
import { customerReplied } from "./intercom/triggers/customerReplied.ts";
import { reply } from "./intercom/actions/reply.ts";
import { setContactAttribute, setConversationAttribute } from "./intercom/actions/setAttribute.ts";
import { snooze } from "./intercom/actions/snooze.ts";
import { tag, untag } from "./intercom/actions/tag.ts";
import { takeTurns } from "./intercom/actions/takeTurns.ts";
import { delay } from "./logic/delay.ts";
import { forEach } from "./logic/forEach.ts";
import { ifNode } from "./logic/if.ts";
import { parallel } from "./logic/parallel.ts";
import { repeatUntil } from "./logic/repeatUntil.ts";
import { splitByChance } from "./logic/splitByChance.ts";
import { splitByValue } from "./logic/splitByValue.ts";
import { stop } from "./logic/stop.ts";
import { waitFor } from "./logic/waitFor.ts";
import { waitUntil } from "./logic/waitUntil.ts";

/** Every node type there is, in the order the palette shows them. A new one is a file and a line here. */
export const nodeTypes: readonly NodeType[] = [
  conversationStarted,
  customerReplied,
  conversationClosed,
  ifNode,
  splitByValue,
  splitByChance,
  reply,
  addNote,
  assign,
  takeTurns,
  tag,
  untag,
  close,
  snooze,
  setContactAttribute,
  setConversationAttribute,
  delay,
  waitUntil,
  waitFor,
  forEach,
  repeatUntil,
  parallel,
  stop,
];

export const registry: Registry = new Map(nodeTypes.map((node) => [node.type, node]));
