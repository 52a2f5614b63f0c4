import { createHmac, timingSafeEqual } from "node:crypto";

/** A workspace whose notifications are taken. */
export interface Signer {
  appId: string;
  clientSecret: string;
}

const form = /^sha1=[0-9a-f]{40}$/i;

/**
 * The workspaces whose secret made this signature; none where it is missing, malformed or wrong. Every secret is tried, each
 * compared in constant time. Source: Intercom, `X-Hub-Signature: sha1=` + hex HMAC-SHA1 of the raw body under the client secret.
 */
export function verifySignature(body: Buffer, signature: string | undefined, signers: readonly Signer[]): Signer[] {
  if (signature === undefined || !form.test(signature)) return [];
  const given = Buffer.from(signature.slice("sha1=".length), "hex");
  return signers.filter(({ clientSecret }) =>
    timingSafeEqual(createHmac("sha1", clientSecret).update(body).digest(), given),
  );
}
