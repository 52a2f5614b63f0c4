// Runs before any module: the page may not turn text into code, and zod would report itself by trying when it is loaded.
globalThis.__zod_globalConfig = { jitless: true };
