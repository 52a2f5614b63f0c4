import type { NodeType, Registry } from "../nodes/define.ts";
import { addNote } from "./intercom/actions/addNote.ts";
import { assign } from "./intercom/actions/assign.ts";
import { close } from "./intercom/actions/close.ts";
import { reply } from "./intercom/actions/reply.ts";
import { setContactAttribute, setConversationAttribute } from "./intercom/actions/setAttribute.ts";
import { snooze } from "./intercom/actions/snooze.ts";
import { tag, untag } from "./intercom/actions/tag.ts";
import { takeTurns } from "./intercom/actions/takeTurns.ts";
import { addParticipant } from "./intercom/actions/addParticipant.ts";
import { addToCompany } from "./intercom/actions/addToCompany.ts";
import { archiveContact } from "./intercom/actions/archiveContact.ts";
import { blockContact } from "./intercom/actions/blockContact.ts";
import { convertToTicket } from "./intercom/actions/convertToTicket.ts";
import { convertVisitor } from "./intercom/actions/convertVisitor.ts";
import { createContact } from "./intercom/actions/createContact.ts";
import { createTicket } from "./intercom/actions/createTicket.ts";
import { findOrCreateContact } from "./intercom/actions/findOrCreateContact.ts";
import { linkTicket } from "./intercom/actions/linkTicket.ts";
import { markRead } from "./intercom/actions/markRead.ts";
import { mergeLead } from "./intercom/actions/mergeLead.ts";
import { noteCompany } from "./intercom/actions/noteCompany.ts";
import { noteContact } from "./intercom/actions/noteContact.ts";
import { noteTicket } from "./intercom/actions/noteTicket.ts";
import { open } from "./intercom/actions/open.ts";
import { removeFromCompany } from "./intercom/actions/removeFromCompany.ts";
import { removeParticipant } from "./intercom/actions/removeParticipant.ts";
import { replyTicket } from "./intercom/actions/replyTicket.ts";
import { sendEmail } from "./intercom/actions/sendEmail.ts";
import { sendMessageInApp } from "./intercom/actions/sendMessageInApp.ts";
import { setAway } from "./intercom/actions/setAway.ts";
import { setConversationCompany } from "./intercom/actions/setConversationCompany.ts";
import { setTicketAttributes } from "./intercom/actions/setTicketAttributes.ts";
import { setTicketState } from "./intercom/actions/setTicketState.ts";
import { setTitle } from "./intercom/actions/setTitle.ts";
import { snoozeUntil } from "./intercom/actions/snoozeUntil.ts";
import { subscribe } from "./intercom/actions/subscribe.ts";
import { tagCompany } from "./intercom/actions/tagCompany.ts";
import { tagContact } from "./intercom/actions/tagContact.ts";
import { tagTicket } from "./intercom/actions/tagTicket.ts";
import { trackEvent } from "./intercom/actions/trackEvent.ts";
import { unarchiveContact } from "./intercom/actions/unarchiveContact.ts";
import { unsubscribe } from "./intercom/actions/unsubscribe.ts";
import { untagCompany } from "./intercom/actions/untagCompany.ts";
import { untagContact } from "./intercom/actions/untagContact.ts";
import { untagTicket } from "./intercom/actions/untagTicket.ts";
import { updateCompany } from "./intercom/actions/updateCompany.ts";
import { updateContact } from "./intercom/actions/updateContact.ts";
import { updateVisitor } from "./intercom/actions/updateVisitor.ts";
import { upsertCompany } from "./intercom/actions/upsertCompany.ts";
import { upsertObject } from "./intercom/actions/upsertObject.ts";
import { countConversations } from "./intercom/lookUps/countConversations.ts";
import { findArticle } from "./intercom/lookUps/findArticle.ts";
import { findCompany } from "./intercom/lookUps/findCompany.ts";
import { findContact } from "./intercom/lookUps/findContact.ts";
import { findConversation } from "./intercom/lookUps/findConversation.ts";
import { findTicket } from "./intercom/lookUps/findTicket.ts";
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
import { called } from "./logic/called.ts";
import { counter } from "./logic/counter.ts";
import { delay } from "./logic/delay.ts";
import { findRow } from "./logic/findRow.ts";
import { forEach } from "./logic/forEach.ts";
import { format } from "./logic/format.ts";
import { giveAnswer } from "./logic/giveAnswer.ts";
import { ifNode } from "./logic/if.ts";
import { officeHours } from "./logic/officeHours.ts";
import { parallel } from "./logic/parallel.ts";
import { removeRow } from "./logic/removeRow.ts";
import { repeatUntil } from "./logic/repeatUntil.ts";
import { schedule } from "./logic/schedule.ts";
import { scheduleContacts } from "./logic/scheduleContacts.ts";
import { scheduleOnce } from "./logic/scheduleOnce.ts";
import { scheduleTickets } from "./logic/scheduleTickets.ts";
import { shadowDecided } from "./logic/shadowDecided.ts";
import { setValue } from "./logic/setValue.ts";
import { runFailed } from "./logic/runFailed.ts";
import { runWorkflow } from "./logic/runWorkflow.ts";
import { splitByChance } from "./logic/splitByChance.ts";
import { splitByValue } from "./logic/splitByValue.ts";
import { stop } from "./logic/stop.ts";
import { timeSince } from "./logic/timeSince.ts";
import { waitFor } from "./logic/waitFor.ts";
import { waitForOfficeHours } from "./logic/waitForOfficeHours.ts";
import { waitUntil } from "./logic/waitUntil.ts";
import { webhook } from "./logic/webhook.ts";
import { writeRow } from "./logic/writeRow.ts";

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
  schedule,
  webhook,
  scheduleContacts,
  scheduleTickets,
  scheduleOnce,
  byHand,
  called,
  runFailed,
  shadowDecided,
  ifNode,
  splitByValue,
  splitByChance,
  officeHours,
  timeSince,
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
  open,
  snoozeUntil,
  setTitle,
  setConversationCompany,
  markRead,
  addParticipant,
  removeParticipant,
  sendMessageInApp,
  sendEmail,
  updateContact,
  createContact,
  findOrCreateContact,
  tagContact,
  untagContact,
  noteContact,
  subscribe,
  unsubscribe,
  mergeLead,
  archiveContact,
  unarchiveContact,
  blockContact,
  updateVisitor,
  convertVisitor,
  createTicket,
  convertToTicket,
  setTicketState,
  setTicketAttributes,
  replyTicket,
  noteTicket,
  tagTicket,
  untagTicket,
  linkTicket,
  upsertCompany,
  updateCompany,
  noteCompany,
  tagCompany,
  untagCompany,
  addToCompany,
  removeFromCompany,
  trackEvent,
  upsertObject,
  setAway,
  findContact,
  findConversation,
  findTicket,
  findCompany,
  findArticle,
  countConversations,
  setValue,
  format,
  findRow,
  writeRow,
  removeRow,
  counter,
  delay,
  waitUntil,
  waitForOfficeHours,
  waitFor,
  forEach,
  repeatUntil,
  parallel,
  runWorkflow,
  giveAnswer,
  stop,
];

export const registry: Registry = new Map(nodeTypes.map((node) => [node.type, node]));
