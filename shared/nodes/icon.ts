/** Icons a declaration may name; the client draws them. */
export type IconName =
  | "inbox"
  | "message"
  | "check"
  | "branch"
  | "split"
  | "reply"
  | "note"
  | "assign"
  | "tag"
  | "untag"
  | "close"
  | "snooze"
  | "contact"
  | "conversation"
  | "clock";
