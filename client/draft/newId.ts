const letters = "0123456789abcdefghijklmnopqrstuvwxyz";

/** An id for a new step. Not `crypto.randomUUID`: browsers offer that over https only, and Switchboard may be reached by plain http. */
export const newId = (): string =>
  `n${Array.from(crypto.getRandomValues(new Uint8Array(11)), (byte) => letters[byte % letters.length]).join("")}`;
