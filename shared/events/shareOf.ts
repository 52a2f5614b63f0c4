/**
 * Which of a hundred parts words fall into, 0 to 99 (FNV-1a): always the same for the same words, and evenly over many. Whoever takes
 * the parts below a share and widens it keeps all that were in.
 */
export function shareOf(words: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < words.length; index += 1) hash = Math.imul(hash ^ words.charCodeAt(index), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % 100;
}
