import { Refusal, unreachable } from "../api/refusal.ts";
import { notify } from "./notify.ts";
import { pickNow } from "./words.ts";

/** Tells of a call that was refused, in the server's words. */
export function notifyRefusal(title: string, error: unknown): void {
  const { problem } = error instanceof Refusal ? error : unreachable;
  notify("refused", title, `${pickNow(problem.what)} ${pickNow(problem.todo)}`);
}
