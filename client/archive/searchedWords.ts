/** The words of a search, to be marked where they stand: what is "in quotes" stays together. */
export const searchedWords = (search: string): string[] =>
  [...search.matchAll(/"([^"]+)"|[^\s"]+/g)]
    .map(([word, quoted]) => (quoted ?? word).trim())
    .filter((word) => word !== "");
