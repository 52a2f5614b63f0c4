import { z } from "zod";
import { invalid } from "./refusal.ts";

/** What asks for a page, in a query or in a search's `pagination`. Source: Intercom 2.16, GET /conversations. */
export const Paging = (perPage: number) =>
  z.object({
    per_page: z.coerce.number().int().min(1).max(150).default(perPage),
    starting_after: z.string().min(1).nullish(),
  });
export type Paging = z.infer<ReturnType<typeof Paging>>;

/** Where a page begins: after this item, of which number this page is. */
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

/**
 * A page out of items that stand newest first by `updated_at`, then by id. The cursor holds no list: an item that changes
 * meanwhile may be missed or come twice, as in Intercom.
 */
export function pageOf<T extends Item>(items: readonly T[], { per_page, starting_after }: Paging) {
  const [at, id, page] = starting_after ? cursorOf(starting_after) : [Number.POSITIVE_INFINITY, "", 1];
  const rest = items.filter((item) => item.updated_at < at || (item.updated_at === at && item.id < id));
  const shown = rest.slice(0, per_page);
  const last = shown.at(-1);
  const next =
    last && rest.length > shown.length
      ? {
          page: page + 1,
          starting_after: Buffer.from(JSON.stringify([last.updated_at, last.id, page + 1])).toString("base64"),
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
