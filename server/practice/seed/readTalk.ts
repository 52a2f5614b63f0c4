/** One line of a talk: how long after the one before, who, and what. */
export interface Step {
  afterSeconds: number;
  /** A teammate's key, or "me" for the contact. */
  who: string;
  does:
    | { type: "comment" | "note"; words: string }
    | { type: "assignment"; to: string | null }
    | { type: "tagged"; tag: string }
    | { type: "attribute"; name: string; value: string }
    | { type: "snoozed"; forSeconds: number }
    | { type: "rating"; rating: number; remark: string }
    | { type: "close" | "open" };
}

export interface Talk {
  /** How long ago it began. */
  agoSeconds: number;
  contact: string;
  /** By e-mail, with this subject; null for the messenger. */
  subject: string | null;
  words: string;
  steps: Step[];
}

const unitSeconds: Record<string, number> = { m: 60, h: 3_600, d: 86_400 };

export function seconds(words: string): number {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)([mhd])$/.exec(words) ?? [];
  const size = unitSeconds[unit ?? ""];
  if (amount === undefined || size === undefined) throw new Error(`"${words}" is no duration like 5m, 2h or 3d`);
  return Math.round(Number(amount) * size);
}

function deed(words: string): Step["does"] | null {
  const [, kind, said] = /^(note|):\s*(.+)$/s.exec(words) ?? [];
  if (said !== undefined) return { type: kind === "note" ? "note" : "comment", words: said.replaceAll(" / ", "\n") };
  const [, to] = /^> (\w+)$/.exec(words) ?? [];
  if (to !== undefined) return { type: "assignment", to: to === "nobody" ? null : to };
  const [, tag] = /^#(.+)$/.exec(words) ?? [];
  if (tag !== undefined) return { type: "tagged", tag };
  const [, name, value] = /^([A-Z][\w -]*)=(.+)$/.exec(words) ?? [];
  if (name !== undefined && value !== undefined) return { type: "attribute", name, value };
  const [, time] = /^snooze (\w+)$/.exec(words) ?? [];
  if (time !== undefined) return { type: "snoozed", forSeconds: seconds(time) };
  const [, rating, remark] = /^\*([1-5])\s*(.*)$/.exec(words) ?? [];
  if (rating !== undefined) return { type: "rating", rating: Number(rating), remark: remark ?? "" };
  return words === "close" || words === "open" ? { type: words } : null;
}

/**
 * Reads a talk out of its notation. First line: `12d priya` (how long ago, who), for an e-mail followed by `| subject`.
 * Then the first message. Then a line for each step, `+<time after the one before> <who> <what>`:
 *
 *     +4m nadia > billing        assigns (to a team, a teammate or "nobody")
 *     +9m tomas: Hello!          writes; " / " begins a new line
 *     +0m tomas note: Look here  notes
 *     +1m tomas #refund          tags
 *     +1m tomas Topic=Refund     sets an attribute (an instant as time from now on: Promised by=6d)
 *     +1h tomas snooze 2d        snoozes
 *     +2h tomas close            closes (open: opens)
 *     +1d me *5 Thanks           the contact rates
 *
 * @throws Error naming the line that cannot be read.
 */
export function readTalk(notation: string): Talk {
  const [head = "", ...lines] = notation.trim().split("\n");
  const [, ago, contact, subject] = /^(\S+) (\w+)(?: \| (.+))?$/.exec(head) ?? [];
  if (ago === undefined || contact === undefined) throw new Error(`"${head}" does not begin a talk`);
  const start = lines.findIndex((line) => line.startsWith("+"));
  const steps = lines.slice(start).map((line): Step => {
    const [, after, who, words] = /^\+(\S+) (\w+) ?(.+)$/.exec(line) ?? [];
    const does = words === undefined ? null : deed(words);
    if (after === undefined || who === undefined || !does) throw new Error(`"${line}" is no step of a talk`);
    return { afterSeconds: seconds(after), who, does };
  });
  return {
    agoSeconds: seconds(ago),
    contact,
    subject: subject ?? null,
    words: lines.slice(0, start).join("\n"),
    steps,
  };
}
