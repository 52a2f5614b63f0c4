import { Button, Group, NativeSelect, PasswordInput, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Region } from "#shared/api/connection.ts";
import type { Sent } from "#shared/api/route.ts";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { useNotice } from "../ui/useNotice.ts";
import { Missing } from "./Missing.tsx";
import { TestResult } from "./TestResult.tsx";

type Body = Sent<typeof routes.connect>["body"];

/** Token, secret and region of a real workspace: to test without saving, and to connect. Secrets are kept nowhere but in the fields. */
export function ConnectForm() {
  const { t } = useTranslation("connections");
  const client = useQueryClient();
  const notice = useNotice();
  const form = useForm<Body>({
    initialValues: { accessToken: "", clientSecret: "", region: "us" },
    validate: {
      accessToken: (token) => (token.trim() === "" ? <Missing words="tokenMissing" /> : null),
      clientSecret: (secret) => (secret.trim() === "" ? <Missing words="secretMissing" /> : null),
    },
  });
  const test = useMutation({
    mutationFn: ({ accessToken, region }: Pick<Body, "accessToken" | "region">) =>
      call(routes.testConnection, { body: { accessToken, region } }),
  });
  const connect = useMutation({
    mutationFn: (body: Body) => call(routes.connect, { body }),
    onSuccess: async (status) => {
      client.setQueryData(query("getConnection", {}).queryKey, status);
      form.reset();
      test.reset();
      notice(t("connected"));
      await client.invalidateQueries();
    },
  });
  const { accessToken, region } = form.values;
  const isAsTested = test.variables?.accessToken === accessToken && test.variables.region === region;
  return (
    <form noValidate onSubmit={form.onSubmit((body) => connect.mutate(body))}>
      <Stack maw={520}>
        <PasswordInput
          label={t("token")}
          description={t("tokenHelp")}
          autoComplete="off"
          visibilityToggleButtonProps={{ "aria-label": t("showToken") }}
          {...form.getInputProps("accessToken")}
        />
        <PasswordInput
          label={t("secret")}
          description={t("secretHelp")}
          autoComplete="off"
          visibilityToggleButtonProps={{ "aria-label": t("showSecret") }}
          {...form.getInputProps("clientSecret")}
        />
        <NativeSelect
          label={t("region")}
          description={t("regionHelp")}
          data={Region.options.map((value) => ({ value, label: t(value) }))}
          value={form.values.region}
          onChange={({ currentTarget }) => form.setFieldValue("region", Region.parse(currentTarget.value))}
        />
        {isAsTested && test.error && <Trouble error={test.error} />}
        {isAsTested && test.data && <TestResult workspace={test.data} />}
        {connect.error && <Trouble error={connect.error} />}
        <Group>
          <Button
            variant="default"
            loading={test.isPending}
            onClick={() => {
              if (!form.validateField("accessToken").hasError) test.mutate({ accessToken, region });
            }}
          >
            {t("test")}
          </Button>
          <Button type="submit" loading={connect.isPending}>
            {t("connect")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
