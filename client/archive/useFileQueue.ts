import { useStore } from "zustand";
import { lookBytes } from "#shared/api/archive.ts";
import { routes } from "#shared/api/routes.ts";
import { sendFile } from "../api/sendFile.ts";
import { createFileQueue, isBusy } from "./fileQueue.ts";

/** One for the whole page, so that a file that is being sent outlives the screen it was chosen on. */
const queue = createFileQueue({
  look: (file) => sendFile(routes.lookAtFile, {}, file.slice(0, lookBytes)),
  send: (file, mapping, onShare, signal) =>
    sendFile(
      routes.importFile,
      { query: { name: file.name.slice(-200), ...(mapping ? { mapping: JSON.stringify(mapping) } : {}) } },
      file,
      { onShare, signal },
    ),
});

/** The browser asks before a page is left that still sends. */
function askFirst(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
queue.store.subscribe(({ files }) => {
  if (isBusy(files)) window.addEventListener("beforeunload", askFirst);
  else window.removeEventListener("beforeunload", askFirst);
});

/** Files that were chosen to be imported, and what can be done with them. */
export function useFileQueue() {
  const files = useStore(queue.store, (state) => state.files);
  return { files, ...queue };
}
