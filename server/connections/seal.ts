import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";

/** Seals secrets for the database and opens them again. */
export interface Seal {
  seal(secret: string, purpose: string): Buffer;
  /** @throws Error when it was sealed with another key or for another purpose, or has been changed. */
  open(sealed: Buffer, purpose: string): string;
}

const nonceBytes = 12;
const tagBytes = 16;
const keyBytes = 32;

/** AES-256-GCM: nonce, tag, ciphertext. `purpose` is bound in, so that a sealed value cannot stand in for another. */
export function createSeal(key: Buffer): Seal {
  return {
    seal(secret, purpose) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(purpose));
      const words = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), words]);
    },
    open(sealed, purpose) {
      const nonce = sealed.subarray(0, nonceBytes);
      const tag = sealed.subarray(nonceBytes, nonceBytes + tagBytes);
      const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(tag);
      try {
        return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]).toString();
      } catch (cause) {
        throw new Error(`The sealed ${purpose} cannot be opened: it was sealed with another master key.`, { cause });
      }
    },
  };
}

/**
 * The master key: from the environment (base64), else from a file that only its owner may read, made at first.
 * @throws Error when the file is not a key, or others may read it.
 */
export function masterKey(given: string | undefined, file: string): Buffer {
  if (given !== undefined) return Buffer.from(given, "base64");
  if (!existsSync(file))
    writeFileSync(file, `${randomBytes(keyBytes).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
  if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0)
    throw new Error(`Others can read the master key ${file}. Allow only its owner: chmod 600.`);
  const key = Buffer.from(readFileSync(file, "utf8").trim(), "base64");
  if (key.length !== keyBytes) throw new Error(`The master key ${file} is not 32 bytes in base64.`);
  return key;
}
