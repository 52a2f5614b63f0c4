/** The number or uuid of a workflow, from itself or from the address of its page in Intercom; null where there is none. */
export function nativeId(given: string): string | null {
  const path = given.trim().split(/[?#]/)[0] ?? "";
  const parts = path.split("/").filter((part) => /^(\d{1,20}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.test(part));
  return parts.at(-1) ?? null;
}
