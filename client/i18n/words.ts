/** What a translation has to have: the same keys as English, and Spanish's extra plural form where it needs one. */
export type Words<English> = { readonly [Key in keyof English]: string } & {
  readonly [many: `${string}_many`]: string;
};
