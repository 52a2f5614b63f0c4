import type { Part } from "../documents/conversation.ts";
import { adminAuthor, tokenHolder, type Workspace } from "../workspace.ts";
import { notFound } from "./refusal.ts";

/** Marks every part that comes through the API, as Intercom does with the code of the app. */
export const appPackageCode = "practice-workspace-api";

/** Who acts through the API: the teammate named, or the one the token belongs to. @throws Refusal 404 for an unknown one. */
export function actingAdmin(workspace: Workspace, id: string | null): Pick<Part, "author" | "app_package_code"> {
  const admin = id === null ? tokenHolder(workspace) : workspace.admins.get(id);
  if (!admin) throw notFound("admin_not_found", `No teammate has the id ${id}`);
  return { author: adminAuthor(admin), app_package_code: appPackageCode };
}
