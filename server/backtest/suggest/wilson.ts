/**
 * The lower end of Wilson's interval for a share: what it is at least, as far as `count` of `total` tell. Few tell little, so small numbers
 * do not win. 0 of none.
 * @param z how many standard deviations the interval reaches to each side: 1.96 for 95 %.
 */
export function wilsonLower(count: number, total: number, z: number): number {
  if (total === 0) return 0;
  const share = count / total;
  const spread = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * total)) / total);
  return (share + (z * z) / (2 * total) - spread) / (1 + (z * z) / total);
}

/** For one question: 95 %. */
export const z95 = 1.96;

/**
 * For as many questions as are asked at once (Bonferroni): among all of them, one answer in twenty such searches is due to chance.
 * Source: the tail of the normal distribution is at most exp(-z²/2) / 2, so this errs to the safe side.
 */
export const zOfMany = (questions: number): number => Math.max(z95, Math.sqrt(2 * Math.log(questions / (2 * 0.05))));
