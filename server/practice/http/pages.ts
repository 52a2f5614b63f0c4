import { z } from "zod";
import { invalid } from "./refusal.ts";

/** What asks for a page, in a query or in a search's `pagination`. Source: Intercom 2.16, GET /conversations. */
export const Paging = (perPage: number) =>
  z.object({
    per_page: z.coerce.number().int().min(1).max(150).default(perPage),
    starting_after: z.string().min(1).nullish(),
  });
export type Paging = z.infer<ReturnType<typeof Paging>>;

/** Where a page begins: after the item with this key and id, and of which number it is. */
const Cursor = z.tuple([z.number(), z.string(), z.number().int().min(2)]);

interface Item {
  id: string;
  updated_at: number;
}

function cursorOf(words: string): z.infer<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(words, "base64").toString("utf8")));
  } catch {
    throw invalid("starting_after is not a cursor of this workspace", "starting_after");
  }
}

/** What items stand in order by, and then by id. */
export interface Order<T> {
  key(item: T): number;
  ascending: boolean;
}

const lastChanged = { key: ({ updated_at }: Item) => updated_at, ascending: false };

/** @returns negative where `a` stands before `b`. */
export const inOrder = <T extends Item>({ key, ascending }: Order<T>) => {
  const sign = ascending ? 1 : -1;
  return (a: T, b: T): number => sign * (key(a) - key(b) || (a.id < b.id ? -1 : Number(a.id > b.id)));
};

/**
 * A page out of items that stand in their order: the last changed first where no other is given. The cursor holds no list:
 * an item that changes meanwhile may be missed or come twice, as in Intercom.
 */
export function pageOf<T extends Item>(
  items: readonly T[],
  { per_page, starting_after }: Paging,
  order: Order<T> = lastChanged,
) {
  const [at, id, page] = starting_after ? cursorOf(starting_after) : [null, "", 1];
  const sign = order.ascending ? 1 : -1;
  const isAfter = (item: T) =>
    at === null ||
    sign * (order.key(item) - at) > 0 ||
    (order.key(item) === at && sign * (item.id < id ? -1 : 1) > 0 && item.id !== id);
  const rest = items.filter(isAfter);
  const shown = rest.slice(0, per_page);
  const last = shown.at(-1);
  const next =
    last && rest.length > shown.length
      ? {
          page: page + 1,
          starting_after: Buffer.from(JSON.stringify([order.key(last), last.id, page + 1])).toString("base64"),
        }
      : null;
  return {
    shown,
    envelope: {
      pages: {
        type: "pages",
        ...(next ? { next } : {}),
        page,
        per_page,
        total_pages: Math.ceil(items.length / per_page),
      },
      total_count: items.length,
    },
  };
}
