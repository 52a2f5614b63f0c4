/** How the whole drawing is brought into view: never larger than life. */
export const fitting = { maxZoom: 1, padding: 0.06 } as const;
