import { ticketAuthor, type TicketMove } from "../ticketThread.ts";
import type { Workspace } from "../workspace.ts";
import { actingAdmin } from "./actingAdmin.ts";

/** As `actingAdmin`, for what is done to a ticket. @throws Refusal 404 for an unknown teammate. */
export function actsOnTicket(workspace: Workspace, id: string | null): Pick<TicketMove, "author" | "app_package_code"> {
  const { author, app_package_code } = actingAdmin(workspace, id);
  return { author: ticketAuthor(author), app_package_code };
}
