/** Why a teammate is away. They never change here. */
export const awayReasons = [
  { id: "71", label: "On a break", emoji: "☕" },
  { id: "72", label: "On holiday", emoji: "🌴" },
  { id: "73", label: "In training", emoji: "🎓" },
] as const;
