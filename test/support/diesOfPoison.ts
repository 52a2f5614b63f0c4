/** Preloaded into the whole program: it dies as soon as a run writes down a request of its own that has this word in it. */
const write = JSON.stringify as (value: unknown, ...rest: unknown[]) => string;
JSON.stringify = (value: unknown, ...rest: unknown[]): string => {
  const words = write(value, ...rest);
  return String(words).startsWith('{"type":"request"') && words.includes("poison") ? process.abort() : words;
};
