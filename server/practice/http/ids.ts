import { z } from "zod";

/** Ids are strings in most bodies and numbers in some. */
export const id = z.union([z.string().min(1).max(64), z.number().int()]).transform(String);

/** At most this much HTML in one body. */
export const html = z.string().max(20_000);

/** HTML that says something. */
export const said = html.refine((body) => body.replace(/<[^>]*>|&nbsp;|\s/g, "") !== "", "must not be empty");
