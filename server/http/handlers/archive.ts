import type { Handlers } from "../mount.ts";
import type { Services } from "./services.ts";

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** What there is of past conversations. */
export function archiveHandlers({ archive }: Services): Pick<Handlers, "getArchive"> {
  return {
    getArchive() {
      const { from, to } = archive.span();
      return { conversations: archive.count(), from: iso(from), to: iso(to) };
    },
  };
}
