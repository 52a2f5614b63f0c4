/** The disk is full, may not be written to, or fails. Source: SQLite, "Result and Error Codes". */
const codes = /^SQLITE_(FULL|READONLY|IOERR|CANTOPEN)/;

/** Whether a write failed for want of a disk that takes it: nothing was changed, and it may go through later. */
export const isDiskTrouble = (error: unknown): boolean =>
  error instanceof Error && "code" in error && typeof error.code === "string" && codes.test(error.code);
