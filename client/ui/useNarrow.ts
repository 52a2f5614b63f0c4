import { useMediaQuery } from "@mantine/hooks";

/** Whether columns stand one at a time: as wide as a phone or a small tablet. */
export const useNarrow = (): boolean =>
  useMediaQuery("(max-width: 900px)", false, { getInitialValueInEffect: false }) ?? false;
