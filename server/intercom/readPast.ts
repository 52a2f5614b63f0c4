import { unroll, type Unrolled } from "#shared/archive/unroll.ts";
import { entries, record, string } from "#shared/events/raw.ts";
import type { CallService, Service } from "../connections/callService.ts";
import type { Tried } from "../connections/failureOf.ts";
import { ask } from "./ask.ts";
import { readWhole } from "./readChanged.ts";

/**
 * A conversation with its parts and its contact, taken apart into what happened in it; it is not kept.
 * Source: Intercom 2.16, GET /conversations/{id} and /contacts/{id}.
 * @param now epoch milliseconds.
 */
export async function readPast(
  call: CallService,
  service: Service,
  id: string,
  now: number,
): Promise<Tried<{ unrolled: Unrolled }>> {
  const read = await readWhole(call, service, id);
  if (!read.ok) return read;
  const [first] = entries(read.conversation["contacts"], "contacts", "data");
  const contactId = string(record(first)["id"]);
  const contact = contactId === "" ? null : await ask(call, service, `/contacts/${encodeURIComponent(contactId)}`);
  return { ok: true, unrolled: unroll(read.conversation, contact?.ok ? record(contact.body) : undefined, now) };
}
