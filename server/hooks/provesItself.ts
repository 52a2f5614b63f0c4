import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Proof } from "#shared/hooks/hookField.ts";

/** A call before anything of it is read. */
export interface Knock {
  /** Null where the call has no such header. */
  header(name: string): string | null;
  body: Buffer;
}

export type Proved = "proved" | "unproved" | "wrong";

/** Headers in which tools send the HMAC-SHA-256 of the body, in hex (also after "sha256=") or in base64. */
export const signatureHeaders = [
  "x-hub-signature-256",
  "x-signature-256",
  "x-signature",
  "x-shopify-hmac-sha256",
  "x-wc-webhook-signature",
] as const;

const digestBytes = 32;
/** Standard Webhooks 1.0: a signed call that is older, or from the future, may have been sent again by somebody else. */
const mostSkewSeconds = 300;

const hmac = (key: string | Buffer, ...parts: (string | Buffer)[]): Buffer =>
  parts.reduce((made, part) => made.update(part), createHmac("sha256", key)).digest();

function digestIn(written: string): Buffer | null {
  const words = written.trim().replace(/^sha256=/i, "");
  const digest = Buffer.from(words, /^[0-9a-f]{64}$/i.test(words) ? "hex" : "base64");
  return digest.length === digestBytes ? digest : null;
}

const same = (digest: Buffer | null, expected: Buffer): boolean => digest !== null && timingSafeEqual(digest, expected);

/** Digests of both are compared, so that not even the length of the secret can be told from how long it takes. */
function sendsSecret({ header }: Knock, secret: string): Proved {
  const [, sent] = /^Bearer +(\S+)\s*$/i.exec(header("authorization") ?? "") ?? [];
  if (sent === undefined) return "unproved";
  const digest = (words: string) => createHash("sha256").update(words).digest();
  return timingSafeEqual(digest(sent), digest(secret)) ? "proved" : "wrong";
}

/** Source: Standard Webhooks 1.0, "Verifying signatures": base64 HMAC-SHA-256 of "id.timestamp.body", in a list of "v1,…". */
function signsByStandard(
  id: string,
  sentAt: string,
  signatures: string,
  body: Buffer,
  secret: string,
  now: number,
): Proved {
  const skew = Math.abs(now / 1_000 - Number(sentAt));
  if (!/^\d{1,12}$/.test(sentAt) || skew > mostSkewSeconds) return "wrong";
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const expected = hmac(key, `${id}.${sentAt}.`, body);
  const given = signatures.split(" ").flatMap((each) => (each.startsWith("v1,") ? [digestIn(each.slice(3))] : []));
  return given.some((digest) => same(digest, expected)) ? "proved" : "wrong";
}

function signs({ header, body }: Knock, secret: string, now: number): Proved {
  const [id, sentAt, signatures] = [header("webhook-id"), header("webhook-timestamp"), header("webhook-signature")];
  if (id !== null && sentAt !== null && signatures !== null)
    return signsByStandard(id, sentAt, signatures, body, secret, now);
  const given = signatureHeaders.flatMap((name) => header(name) ?? []);
  if (given.length === 0) return "unproved";
  const expected = hmac(secret, body);
  return given.some((written) => same(digestIn(written), expected)) ? "proved" : "wrong";
}

/** Whether a call is from whom it should be. `now` is epoch milliseconds. */
export function provesItself(proof: Proof, knock: Knock, secret: string, now: number): Proved {
  if (proof === "address") return "proved";
  return proof === "secret" ? sendsSecret(knock, secret) : signs(knock, secret, now);
}
