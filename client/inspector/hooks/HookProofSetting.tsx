import { Select, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Proof } from "#shared/hooks/hookField.ts";
import { Callout } from "../../ui/Callout.tsx";
import { CopyField } from "../../ui/CopyField.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { FieldGroup } from "../FieldGroup.tsx";
import type { SettingProps } from "../settingProps.ts";
import { HookAddressRenewal } from "./HookAddressRenewal.tsx";
import { HookSecret } from "./HookSecret.tsx";
import { useHook } from "./useHook.ts";

/** The address that another tool calls, how it proves itself, and the secret it does so with. Only the way is part of the drawing. */
export function HookProofSetting({ value, onChange, label, help, error }: SettingProps<"hookProof">) {
  const { t } = useTranslation("hooks");
  const { hook } = useHook();
  const proof = Proof.safeParse(value).data ?? null;
  return (
    <FieldGroup label={label} help={help}>
      <Stack gap="sm">
        {hook.error && <Trouble error={hook.error} onRetry={() => void hook.refetch()} />}
        <CopyField label={t("address")} value={hook.data?.url ?? ""} />
        {hook.data?.reachable === false && (
          <Callout tone="warn" title={t("unreachable")}>
            <p>{t("unreachableDo")}</p>
          </Callout>
        )}
        <Select
          label={t("proof")}
          description={proof && t(`proofHelp_${proof}`)}
          error={error}
          data={Proof.options.map((way) => ({ value: way, label: t(`proof_${way}`) }))}
          value={proof}
          onChange={(next) => next !== null && onChange(next)}
          allowDeselect={false}
        />
        {proof === "address" ? <HookAddressRenewal /> : <HookSecret sent={proof === "secret"} />}
      </Stack>
    </FieldGroup>
  );
}
