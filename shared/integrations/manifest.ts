import type { NodeType, Registry } from "../nodes/define.ts";
import { addNote } from "./intercom/actions/addNote.ts";
import { assign } from "./intercom/actions/assign.ts";
import { close } from "./intercom/actions/close.ts";
import { reply } from "./intercom/actions/reply.ts";
import { setContactAttribute, setConversationAttribute } from "./intercom/actions/setAttribute.ts";
import { snooze } from "./intercom/actions/snooze.ts";
import { tag, untag } from "./intercom/actions/tag.ts";
import { takeTurns } from "./intercom/actions/takeTurns.ts";
import { botReplied } from "./intercom/triggers/botReplied.ts";
import { companyCreated } from "./intercom/triggers/companyCreated.ts";
import { companyDeleted } from "./intercom/triggers/companyDeleted.ts";
import { companyUpdated } from "./intercom/triggers/companyUpdated.ts";
import { contactArchived } from "./intercom/triggers/contactArchived.ts";
import { contactDeleted } from "./intercom/triggers/contactDeleted.ts";
import { contactJoinedCompany } from "./intercom/triggers/contactJoinedCompany.ts";
import { contactJoinedConversation } from "./intercom/triggers/contactJoinedConversation.ts";
import { contactLeftCompany } from "./intercom/triggers/contactLeftCompany.ts";
import { contactLeftConversation } from "./intercom/triggers/contactLeftConversation.ts";
import { contactMerged } from "./intercom/triggers/contactMerged.ts";
import { contactSubscribed } from "./intercom/triggers/contactSubscribed.ts";
import { contactTagged } from "./intercom/triggers/contactTagged.ts";
import { contactUnarchived } from "./intercom/triggers/contactUnarchived.ts";
import { contactUnsubscribed } from "./intercom/triggers/contactUnsubscribed.ts";
import { contactUntagged } from "./intercom/triggers/contactUntagged.ts";
import { contactUpdated } from "./intercom/triggers/contactUpdated.ts";
import { conversationAssigned } from "./intercom/triggers/conversationAssigned.ts";
import { conversationClosed } from "./intercom/triggers/conversationClosed.ts";
import { conversationCompanyChanged } from "./intercom/triggers/conversationCompanyChanged.ts";
import { conversationDeleted } from "./intercom/triggers/conversationDeleted.ts";
import { conversationRated } from "./intercom/triggers/conversationRated.ts";
import { conversationRead } from "./intercom/triggers/conversationRead.ts";
import { conversationReopened } from "./intercom/triggers/conversationReopened.ts";
import { conversationSnoozed } from "./intercom/triggers/conversationSnoozed.ts";
import { conversationStarted } from "./intercom/triggers/conversationStarted.ts";
import { conversationTagged } from "./intercom/triggers/conversationTagged.ts";
import { conversationUnassigned } from "./intercom/triggers/conversationUnassigned.ts";
import { conversationUnsnoozed } from "./intercom/triggers/conversationUnsnoozed.ts";
import { customerReplied } from "./intercom/triggers/customerReplied.ts";
import { dataEvent } from "./intercom/triggers/dataEvent.ts";
import { emailChanged } from "./intercom/triggers/emailChanged.ts";
import { leadCreated } from "./intercom/triggers/leadCreated.ts";
import { leadSignedUp } from "./intercom/triggers/leadSignedUp.ts";
import { noteAdded } from "./intercom/triggers/noteAdded.ts";
import { priorityChanged } from "./intercom/triggers/priorityChanged.ts";
import { teammateAway } from "./intercom/triggers/teammateAway.ts";
import { teammateReplied } from "./intercom/triggers/teammateReplied.ts";
import { teammateStartedConversation } from "./intercom/triggers/teammateStartedConversation.ts";
import { ticketAssigned } from "./intercom/triggers/ticketAssigned.ts";
import { ticketAttributeChanged } from "./intercom/triggers/ticketAttributeChanged.ts";
import { ticketClosed } from "./intercom/triggers/ticketClosed.ts";
import { ticketContactAdded } from "./intercom/triggers/ticketContactAdded.ts";
import { ticketContactRemoved } from "./intercom/triggers/ticketContactRemoved.ts";
import { ticketCreated } from "./intercom/triggers/ticketCreated.ts";
import { ticketCustomerReplied } from "./intercom/triggers/ticketCustomerReplied.ts";
import { ticketNoteAdded } from "./intercom/triggers/ticketNoteAdded.ts";
import { ticketRated } from "./intercom/triggers/ticketRated.ts";
import { ticketResolved } from "./intercom/triggers/ticketResolved.ts";
import { ticketSnoozed } from "./intercom/triggers/ticketSnoozed.ts";
import { ticketStateChanged } from "./intercom/triggers/ticketStateChanged.ts";
import { ticketTeammateReplied } from "./intercom/triggers/ticketTeammateReplied.ts";
import { ticketUnsnoozed } from "./intercom/triggers/ticketUnsnoozed.ts";
import { userCreated } from "./intercom/triggers/userCreated.ts";
import { visitorSignedUp } from "./intercom/triggers/visitorSignedUp.ts";
import { byHand } from "./logic/byHand.ts";
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
  teammateStartedConversation,
  customerReplied,
  teammateReplied,
  botReplied,
  noteAdded,
  conversationAssigned,
  conversationUnassigned,
  conversationTagged,
  priorityChanged,
  conversationSnoozed,
  conversationUnsnoozed,
  conversationClosed,
  conversationReopened,
  conversationRated,
  conversationRead,
  contactJoinedConversation,
  contactLeftConversation,
  conversationCompanyChanged,
  conversationDeleted,
  userCreated,
  leadCreated,
  leadSignedUp,
  visitorSignedUp,
  contactUpdated,
  emailChanged,
  contactTagged,
  contactUntagged,
  contactSubscribed,
  contactUnsubscribed,
  contactMerged,
  contactArchived,
  contactUnarchived,
  contactDeleted,
  companyCreated,
  companyUpdated,
  contactJoinedCompany,
  contactLeftCompany,
  companyDeleted,
  ticketCreated,
  ticketStateChanged,
  ticketResolved,
  ticketClosed,
  ticketCustomerReplied,
  ticketTeammateReplied,
  ticketNoteAdded,
  ticketAssigned,
  ticketAttributeChanged,
  ticketRated,
  ticketSnoozed,
  ticketUnsnoozed,
  ticketContactAdded,
  ticketContactRemoved,
  dataEvent,
  teammateAway,
  byHand,
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
