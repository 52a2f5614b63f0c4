import type { Slice } from "#shared/api/backtests.ts";
import { unpack } from "#shared/archive/packed.ts";
import type { Past } from "#shared/archive/past.ts";
import type { ArchiveStore } from "../store/archive.ts";

const lot = 1_000;

/** The archive in memory, brought up to date when it is asked for. Lives in the simulating thread. */
export function createArchived(store: ArchiveStore) {
  let seen = 0;
  let pasts: Past[] = [];
  let places = new Map<string, number>();
  let horizon = 0;
  const slices = new Map<string, readonly Past[]>();

  function refresh(): void {
    if (store.newestChange() === seen) return;
    slices.clear();
    // A list that was given out stays as it was.
    pasts = [...pasts];
    for (let more = true; more;) {
      const news = store.changes(seen, lot);
      const gone = new Set(news.removed.filter((id) => places.has(id)));
      if (gone.size > 0) {
        pasts = pasts.filter(({ id }) => !gone.has(id));
        places = new Map(pasts.map(({ id }, index) => [id, index]));
      }
      for (const packed of news.packed) {
        const past = unpack(packed);
        const place = places.get(past.id) ?? pasts.length;
        pasts[place] = past;
        places.set(past.id, place);
        horizon = Math.max(horizon, past.knownUntil);
      }
      ({ change: seen, more } = news);
    }
  }

  return {
    /** Reads what is new. */
    refresh,
    /** The last change of the archive that has been read. */
    change: (): number => seen,
    /** What is known of the past ends here: the last thing that is known of any conversation. Epoch milliseconds. */
    horizon: (): number => horizon,
    find: (id: string): Past | undefined => pasts[places.get(id) ?? -1],
    /** The conversations of a slice, in an order that stays while none is removed: new ones come last. The same list while nothing is new. */
    in(slice: Slice): readonly Past[] {
      if (slice.from === null && slice.to === null) return pasts;
      const key = `${slice.from ?? ""} ${slice.to ?? ""}`;
      let sliced = slices.get(key);
      if (!sliced) {
        const from = slice.from === null ? -Infinity : Date.parse(slice.from);
        const to = slice.to === null ? Infinity : Date.parse(slice.to);
        const isIn = ({ base: { createdAt } }: Past) => createdAt !== null && createdAt >= from && createdAt < to;
        slices.set(key, (sliced = pasts.filter(isIn)));
      }
      return sliced;
    },
  };
}

export type Archived = ReturnType<typeof createArchived>;
