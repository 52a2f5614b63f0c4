import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/** Where a Chromium may come from, in the order tried. */
const sources = ["installed", "playwright", "bundled", "downloaded"] as const;
type Source = (typeof sources)[number];

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts a headless Chromium: the one `CHROMIUM_PATH` names, else the first that starts of: one installed on the machine;
 * Playwright's own; the one in the dev dependencies (Linux x64: no root, no download); one that Playwright downloads now.
 * Throws with what each of them said if none starts: journeys are never skipped.
 * @param only keeps to one source; `CHROMIUM_SOURCE` does the same from outside.
 */
export async function launchBrowser(only?: Source): Promise<Browser> {
  const path = process.env["CHROMIUM_PATH"];
  if (path && only === undefined) return await chromium.launch({ executablePath: path, args: flags });

  const wanted = only ?? process.env["CHROMIUM_SOURCE"];
  const reasons: string[] = [];
  for (const source of sources.filter((each) => wanted === undefined || each === wanted)) {
    try {
      for (const options of await candidates[source]()) {
        try {
          return await chromium.launch({ ...options, args: flags });
        } catch (error) {
          reasons.push(`${source} ${options.executablePath ?? options.channel ?? ""}: ${firstLines(error)}`);
        }
      }
    } catch (error) {
      reasons.push(`${source}: ${firstLines(error)}`);
    }
  }
  throw new Error(
    `No Chromium could be started. Install Chromium or Chrome, or set CHROMIUM_PATH to one.\n${reasons.join("\n")}`,
  );
}

const candidates: Record<Source, () => Promise<LaunchOptions[]>> = {
  installed: async () => [...onThePath(), { channel: "chrome" }, { channel: "msedge" }],
  playwright: async () => [{}],
  bundled: async () => (process.platform === "linux" && process.arch === "x64" ? [await unpacked()] : []),
  downloaded: async () => {
    const cli = join(require.resolve("playwright-core/package.json"), "../cli.js");
    await run(process.execPath, [cli, "install", "chromium-headless-shell"], { timeout: 600_000 });
    return [{}];
  },
};

function onThePath(): LaunchOptions[] {
  const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.filter((path) => existsSync(path)).map((executablePath) => ({ executablePath }));
}

/**
 * The Chromium inside `@sparticuz/chromium`, with the libraries and fonts it needs, unpacked once beside the modules. It is
 * unpacked in a folder of its own and renamed when whole, so that neither an interrupted run nor a second one at the same
 * time leaves half a browser to be found.
 */
async function unpacked(): Promise<LaunchOptions> {
  const entry = require.resolve("@sparticuz/chromium");
  const { version }: { version: string } = JSON.parse(await readFile(join(entry, "../../package.json"), "utf8"));
  const cache = join(import.meta.dirname, "../../node_modules/.cache");
  const home = join(cache, `chromium-${version}`);
  if (!existsSync(home)) {
    await mkdir(cache, { recursive: true });
    const fresh = await mkdtemp(join(cache, "chromium-unpacking-"));
    const script = join(import.meta.dirname, "unpackChromium.ts");
    // The package refuses to say where its libraries are unless it believes itself on this platform.
    const env = { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" };
    await run(process.execPath, [script], { env });
    await rename(fresh, home).catch(async (error: unknown) => {
      await rm(fresh, { recursive: true, force: true });
      if (!existsSync(home)) throw error;
    });
  }
  await writeFile(join(home, "fonts.conf"), fontsIn(join(home, "fonts")));
  const libraries = [join(home, "al2023/lib"), process.env["LD_LIBRARY_PATH"]].filter((path) => path !== undefined);
  const env: Record<string, string> = {
    LD_LIBRARY_PATH: libraries.join(":"),
    FONTCONFIG_FILE: join(home, "fonts.conf"),
  };
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] ??= value;
  return { executablePath: join(home, "chromium"), env };
}

/** The package's own list of font folders names none that exists here. Without a font there is no text on any page. */
const fontsIn = (folder: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>
`;

const firstLines = (error: unknown): string => String(error).split("\n").slice(0, 3).join(" ");
