import { Button, Group } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { routes } from "#shared/api/routes.ts";
import { call } from "../../api/call.ts";
import { CopyField } from "../../ui/CopyField.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { HookSecretDialog } from "./HookSecretDialog.tsx";
import { useHook } from "./useHook.ts";

/** The secret, fetched only when somebody wants to see it and kept no longer than it is shown. `sent`: as the header takes it. */
export function HookSecret({ sent }: { sent: boolean }) {
  const { t } = useTranslation("hooks");
  const { params } = useHook();
  const [secret, setSecret] = useState<string | null>(null);
  const [changing, setChanging] = useState(false);
  const show = useMutation({
    mutationFn: () => call(routes.getHookSecret, { params }),
    onSuccess: (answer) => setSecret(answer.secret),
    gcTime: 0,
  });
  return (
    <div>
      {secret !== null && (
        <CopyField label={t(sent ? "headerValue" : "secret")} value={sent ? `Bearer ${secret}` : secret} />
      )}
      {show.error && <Trouble error={show.error} />}
      <Group gap="xs" mt={secret === null ? 0 : "xs"}>
        {secret === null ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<Eye size={14} aria-hidden />}
            loading={show.isPending}
            onClick={() => show.mutate()}
          >
            {t("showSecret")}
          </Button>
        ) : (
          <Button
            size="xs"
            variant="default"
            leftSection={<EyeOff size={14} aria-hidden />}
            onClick={() => {
              setSecret(null);
              show.reset();
            }}
          >
            {t("hideSecret")}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => setChanging(true)}>
          {t("changeSecret")}
        </Button>
      </Group>
      {changing && <HookSecretDialog onChanged={setSecret} onClose={() => setChanging(false)} />}
    </div>
  );
}
