export const archive = {
  title: "Past conversations",
} as const;
