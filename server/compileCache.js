// Preloaded first by `npm start`, and plain JavaScript, so that even what follows need not be compiled anew: what was compiled at an
// earlier start is read from beside the packages, which halves a start. Where that folder cannot be written, all goes on without.
import { enableCompileCache } from "node:module";
import { join } from "node:path";

enableCompileCache(join(import.meta.dirname, "../node_modules/.cache/compiled"));
