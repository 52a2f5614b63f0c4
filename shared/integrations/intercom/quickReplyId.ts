/** 32 bits of FNV-1a, started anew for each part of the id. */
function hash(words: string, seed: number): string {
  let value = 0x811c9dc5 ^ seed;
  for (const character of words) {
    value ^= character.codePointAt(0) ?? 0;
    value = Math.imul(value, 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, "0");
}

/** A UUID (version 8: our own) that is the same whenever the step is planned again, and another for each step and place. */
export function quickReplyId(step: string, place: number): string {
  const bits = [1, 2, 3, 4].map((seed) => hash(`${seed}:${place}:${step}`, seed)).join("");
  return `${bits.slice(0, 8)}-${bits.slice(8, 12)}-8${bits.slice(13, 16)}-a${bits.slice(17, 20)}-${bits.slice(20)}`;
}
