import { Anchor, Center, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Center h="100%">
      <Stack align="center">
        <Text>{t("notFound")}</Text>
        <Anchor component={Link} to="/workflows">
          {t("notFoundDo")}
        </Anchor>
      </Stack>
    </Center>
  );
}
