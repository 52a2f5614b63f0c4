import { isMantineColorScheme, SegmentedControl, useMantineColorScheme } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** Light, dark, or as the system says. */
export function AppearanceChoice({ size = "sm" }: { size?: "xs" | "sm" }) {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      size={size}
      aria-label={t("appearance")}
      value={colorScheme}
      onChange={(value) => isMantineColorScheme(value) && setColorScheme(value)}
      data={[
        { value: "light", label: t("light") },
        { value: "dark", label: t("dark") },
        { value: "auto", label: t("system") },
      ]}
    />
  );
}
