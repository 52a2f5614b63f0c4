import { statfsSync, statSync } from "node:fs";

/** How large the database is, with what is not yet written back into it, and how much more the disk takes. */
export function diskOf(file: string): { databaseBytes: number; freeBytes: number } {
  const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const { bavail, bsize } = statfsSync(file);
  return { databaseBytes: sizeOf(file) + sizeOf(`${file}-wal`), freeBytes: bavail * bsize };
}
