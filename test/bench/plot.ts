import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Series {
  name: string;
  points: readonly (readonly [x: number, y: number])[];
}

export interface Plot {
  title: string;
  x: string;
  y: string;
  series: readonly Series[];
  /** Each step to the right is tenfold. */
  logarithmic?: boolean;
  /** Words instead of figures below the points. */
  ticks?: readonly (readonly [x: number, words: string])[];
}

const folder = join(import.meta.dirname, "../../docs/performance");
const width = 640;
const height = 320;
const left = 64;
const right = 150;
const top = 40;
const bottom = 52;
const colours = ["#6b7280", "#2563eb", "#d97706", "#059669", "#be185d"];

const escaped = (words: string) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A round number not below the greatest figure: 1, 2 or 5 times a power of ten. */
function roof(greatest: number): number {
  const power = 10 ** Math.floor(Math.log10(greatest || 1));
  return ([1, 1.5, 2, 3, 4, 5, 8, 10].find((step) => step * power >= greatest) ?? 10) * power;
}

const shown = (figure: number): string =>
  figure >= 10_000 ? `${figure / 1_000}k` : String(Math.round(figure * 1_000) / 1_000);

/** Draws lines into docs/performance/NAME.svg. The y axis begins at 0, so that no difference looks larger than it is. */
export function writePlot(name: string, { title, x, y, series, logarithmic = false, ticks }: Plot): void {
  const scale = (at: number) => (logarithmic ? Math.log10(Math.max(1, at)) : at);
  const all = series.flatMap(({ points }) => points);
  const low = Math.min(...all.map(([at]) => scale(at)));
  const span = Math.max(...all.map(([at]) => scale(at))) - low || 1;
  const most = roof(Math.max(...all.map(([, figure]) => figure)));
  const px = (at: number) => left + ((scale(at) - low) / span) * (width - left - right);
  const py = (figure: number) => height - bottom - (figure / most) * (height - top - bottom);
  const label = (at: number, down: number, words: string, more = "") =>
    `<text x="${at.toFixed(1)}" y="${down.toFixed(1)}" ${more}>${escaped(words)}</text>`;

  const grid = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    `<path d="M${left} ${py(share * most).toFixed(1)}H${width - right}" stroke="#e5e7eb"/>`,
    label(left - 6, py(share * most) + 4, shown(share * most), 'text-anchor="end"'),
  ]);
  const below = ticks ?? [...new Set(all.map(([at]) => at))].map((at) => [at, shown(at)] as const);
  const marks = below.map(([at, words]) => label(px(at), height - bottom + 16, words, 'text-anchor="middle"'));
  const lines = series.flatMap((one, index) => {
    const colour = colours[index % colours.length] ?? "#000";
    const path = one.points.map(([at, figure]) => `${px(at).toFixed(1)} ${py(figure).toFixed(1)}`).join("L");
    const dots = one.points.map(
      ([at, figure]) => `<circle cx="${px(at).toFixed(1)}" cy="${py(figure).toFixed(1)}" r="2.5" fill="${colour}"/>`,
    );
    const down = top + 8 + index * 18;
    return [
      `<path d="M${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      ...dots,
      `<path d="M${width - right + 14} ${down}h14" stroke="${colour}" stroke-width="2"/>`,
      label(width - right + 32, down + 4, one.name),
    ];
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="11" fill="#374151">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    label(left, 22, title, 'font-size="14" font-weight="600"'),
    ...grid,
    ...marks,
    label((left + width - right) / 2, height - 14, x, 'text-anchor="middle"'),
    label(14, height / 2, y, `text-anchor="middle" transform="rotate(-90 14 ${height / 2})"`),
    ...lines,
    "</svg>",
  ];
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.svg`), `${svg.join("\n")}\n`);
}

/** Percentiles of sorted figures as a curve, the last of which are drawn as wide as the first: 50, 90, 99, 99.9 of 100. */
export const percentileTicks = [
  [0, "50 %"],
  [1, "90 %"],
  [2, "99 %"],
  [3, "99.9 %"],
] as const;
export const percentileShares = [0.5, 0.9, 0.99, 0.999] as const;
