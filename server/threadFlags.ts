import { setFlagsFromString } from "node:v8";

/**
 * How threads that are started later use memory. To be called before the first of them is: V8 reads it when a thread begins, and the thread
 * that calls stays as it is. Source: V8 13.6, `node --v8-options`.
 */
export function setThreadFlags(): void {
  // The young generation of the main thread stays as small as `npm start` says; others say for themselves how large theirs is.
  setFlagsFromString("--max-semi-space-size=0");
  // An import goes through a lot of memory beside the heap (what is read, what is packed) and keeps little of it. With a heap that is
  // small at the beginning that counts as growth: all of it would be gone through several times a second.
  setFlagsFromString("--initial-old-space-size=128");
}
