import { z } from "zod";

/** What a column of a table may hold. Only `conversation` (where a row is a message), `time` and `text` are needed. */
export const csvFields = [
  /** The conversation's number: rows with the same belong together. */
  "conversation",
  /** When the message was written; of a row that is a whole conversation, when it began. */
  "time",
  /** Who wrote it: a word for the customer, the team or a machine. Without it, whoever wrote first is the customer. */
  "authorKind",
  "authorName",
  "authorEmail",
  /** The words. */
  "text",
  "subject",
  /** Names, parted by commas, semicolons or bars. */
  "tags",
  "team",
  /** Name or e-mail of the teammate it was given to. */
  "teammate",
  /** Empty where it is still open. */
  "closedAt",
  "channel",
  /** 1 to 5. */
  "rating",
] as const;
export const CsvField = z.enum(csvFields);
export type CsvField = z.infer<typeof CsvField>;

/** How a table of past conversations is read. */
export const CsvMapping = z.object({
  rows: z.enum(["message", "conversation"]),
  delimiter: z.enum([",", ";", "\t"]),
  /** By field, the column's place in a row, from 0. */
  columns: z.partialRecord(CsvField, z.number().int().min(0).max(999)),
  /** Which of day and month stands first in dates such as 03/04/2026. */
  dayFirst: z.boolean(),
  /** Where times without a zone were written, by IANA name: "Europe/Madrid". */
  timezone: z.string().max(64).default("UTC"),
});
export type CsvMapping = z.infer<typeof CsvMapping>;
