import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

const indigo: MantineColorsTuple = [
  "#f1f0fc",
  "#e0defa",
  "#c3bff3",
  "#a29bf5",
  "#8a82ea",
  "#746be0",
  "#6259cf",
  "#574ec4",
  "#4f46b8",
  "#3f379c",
];

/** Mantine draws its own parts of the dark theme with this scale: tinted as our tokens are. */
const dark: MantineColorsTuple = [
  "#ececf1",
  "#cfd0da",
  "#a8abb8",
  "#7b7e8c",
  "#44464f",
  "#34363f",
  "#282a32",
  "#1f2027",
  "#191a20",
  "#16171c",
];

const fonts = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';

/** One neutral scale and one accent; stock shades are darkened until text on them passes 4.5:1. */
export const theme = createTheme({
  primaryColor: "indigo",
  primaryShade: { light: 8, dark: 6 },
  colors: { indigo, dark },
  fontFamily: fonts,
  headings: { fontFamily: fonts, fontWeight: "600" },
  fontSizes: { xs: "12px", sm: "14px", md: "14px", lg: "16px", xl: "20px" },
  defaultRadius: "md",
  respectReducedMotion: true,
  cursorType: "pointer",
});

/** Mantine's variables, led back to our tokens. */
export const variables: CSSVariablesResolver = () => {
  const both = {
    "--mantine-color-body": "var(--sb-surface)",
    "--mantine-color-text": "var(--sb-text)",
    "--mantine-color-dimmed": "var(--sb-quiet)",
    "--mantine-color-placeholder": "var(--sb-quiet)",
    "--mantine-color-error": "var(--sb-bad)",
    "--mantine-color-anchor": "var(--sb-accent)",
    "--mantine-color-default-border": "var(--sb-line)",
  };
  return { variables: {}, light: both, dark: both };
};
