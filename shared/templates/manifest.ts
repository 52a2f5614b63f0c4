import { askAgain } from "./askAgain.ts";
import { bugReport } from "./bugReport.ts";
import { leadSignUp } from "./leadSignUp.ts";
import { lowRating } from "./lowRating.ts";
import { outOfHours } from "./outOfHours.ts";
import { planPriority } from "./planPriority.ts";
import { refundRoute } from "./refundRoute.ts";
import { roundRobin } from "./roundRobin.ts";
import { shadowNote } from "./shadowNote.ts";
import { snoozeAndRemind } from "./snoozeAndRemind.ts";
import { ticketFromConversation } from "./ticketFromConversation.ts";
import { triageByTopic } from "./triageByTopic.ts";
import { unansweredFourHours } from "./unansweredFourHours.ts";
import { vipAlert } from "./vipAlert.ts";
import type { WorkflowTemplate } from "./workflowTemplate.ts";

/** All templates, in the order their group shows them. A new one is a file and a line here. */
export const templates: readonly WorkflowTemplate[] = [
  refundRoute,
  triageByTopic,
  vipAlert,
  planPriority,
  roundRobin,
  outOfHours,
  bugReport,
  ticketFromConversation,
  leadSignUp,
  unansweredFourHours,
  askAgain,
  lowRating,
  snoozeAndRemind,
  shadowNote,
];

/** Those to begin with, where there is no workflow yet. */
export const firstTemplates: readonly WorkflowTemplate[] = [refundRoute, vipAlert, unansweredFourHours];
