import { posix } from "node:path";
import { z } from "zod";
import type { Attachment } from "../documents/conversation.ts";

/** What a message may carry: at most ten files, by address or whole. Source: Intercom 2.16, `admin_reply_conversation_request`. */
export const attachmentsIn = {
  attachment_urls: z
    .array(z.url({ protocol: /^https?$/ }))
    .max(10)
    .optional(),
  attachment_files: z
    .array(z.object({ content_type: z.string(), data: z.base64(), name: z.string().min(1) }))
    .max(10)
    .optional(),
};

const Given = z.object(attachmentsIn);

const types: Record<string, string> = {
  ".gif": "image/gif",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".txt": "text/plain",
};

/** Nothing is fetched: a file behind an address has no size here, and its type is read off its name. */
function fromUrl(url: string): Attachment {
  const name = posix.basename(new URL(url).pathname) || "file";
  const content_type = types[posix.extname(name).toLowerCase()] ?? "application/octet-stream";
  return { type: "upload", name, url, content_type, filesize: 0 };
}

/** @param at what makes addresses of whole files differ. */
export function attachmentsOf({ attachment_urls = [], attachment_files = [] }: z.infer<typeof Given>, at: number) {
  const whole = attachment_files.map(({ content_type, data, name }): Attachment => {
    const url = `https://downloads.practice.example/${at}/${encodeURIComponent(name)}`;
    return { type: "upload", name, url, content_type, filesize: Buffer.from(data, "base64").length };
  });
  return [...attachment_urls.map(fromUrl), ...whole];
}
