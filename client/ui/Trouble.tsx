import { Alert, Button, Stack, Text } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Refusal, unreachable } from "../api/refusal.ts";
import { useLanguage } from "../i18n/useLanguage.ts";

interface Props {
  error: unknown;
  onRetry?: (() => void) | undefined;
}

/** What went wrong, in the server's words, and what to do. */
export function Trouble({ error, onRetry }: Props) {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { problem } = error instanceof Refusal ? error : unreachable;
  return (
    <Alert color="red" icon={<TriangleAlert size={18} aria-hidden />} title={pick(problem.what)} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{pick(problem.todo)}</Text>
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t("retry")}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
