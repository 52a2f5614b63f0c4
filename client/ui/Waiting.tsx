import { Center, Loader } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** Stands where something is being fetched. */
export function Waiting() {
  const { t } = useTranslation();
  return (
    <Center mih={160} h="100%">
      <Loader size="sm" role="status" aria-label={t("loading")} />
    </Center>
  );
}
