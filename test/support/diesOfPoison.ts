/** Preloaded into the whole program: it dies as soon as a run reads a request of its own that has this word in it. */
const read = JSON.parse;
JSON.parse = (words: string, reviver?: (this: unknown, key: string, value: unknown) => unknown): unknown =>
  String(words).startsWith('{"type":"request"') && String(words).includes("poison")
    ? process.abort()
    : read(words, reviver);
