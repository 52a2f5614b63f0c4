import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Navigate, useSearchParams } from "react-router";
import type { Problem } from "#shared/api/problem.ts";
import type { Sent } from "#shared/api/route.ts";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";
import { Refusal } from "../api/refusal.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { Doorway } from "./Doorway.tsx";
import { PasswordLength } from "./PasswordLength.tsx";
import { type FieldWords, Said, SaidByServer } from "./Said.tsx";
import { useEnter } from "./useEnter.ts";

type Body = Sent<typeof routes.setUp>["body"];

const { shape } = routes.setUp.body;

const check = (field: keyof Body, words: FieldWords) => (value: string) =>
  shape[field].safeParse(value).success ? null : <Said words={words} />;

/** The field that the server's refusal is about; null when it is about none. */
function fieldOf({ code, where }: Problem): keyof Body | null {
  if (code === "wrong-setup-token") return "token";
  return (["token", "name", "email", "password"] as const).find((field) => where === `body.${field}`) ?? null;
}

export function SetUp() {
  const { t } = useTranslation("session");
  const [address] = useSearchParams();
  const enter = useEnter();
  const status = useQuery(query("status", {}));
  const form = useForm<Body>({
    initialValues: { token: address.get("token") ?? "", name: "", email: "", password: "" },
    validate: {
      token: (token) => (token.trim() === "" ? <Said words="tokenMissing" /> : null),
      name: check("name", "nameMissing"),
      email: check("email", "emailWrong"),
      password: check("password", "passwordShort"),
    },
  });
  const setUp = useMutation({
    mutationFn: (body: Body) => call(routes.setUp, { body: { ...body, token: body.token.trim() } }),
    onSuccess: enter,
    onError: (error) => {
      const field = error instanceof Refusal ? fieldOf(error.problem) : null;
      if (error instanceof Refusal && field) form.setFieldError(field, <SaidByServer problem={error.problem} />);
    },
  });
  if (status.data?.setUp) return <Navigate to={status.data.person ? "/workflows" : "/sign-in"} replace />;
  const atField = setUp.error instanceof Refusal && fieldOf(setUp.error.problem) !== null;
  return (
    <Doorway title={t("setUpTitle")} lead={t("setUpLead")}>
      <form noValidate onSubmit={form.onSubmit((body) => setUp.mutate(body))}>
        <Stack>
          <TextInput label={t("name")} autoComplete="name" autoFocus {...form.getInputProps("name")} />
          <TextInput
            label={t("email")}
            description={t("emailHelp")}
            type="email"
            autoComplete="username"
            {...form.getInputProps("email")}
          />
          <PasswordInput
            label={t("password")}
            description={<PasswordLength password={form.values.password} />}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ "aria-label": t("showPassword") }}
            {...form.getInputProps("password")}
          />
          <TextInput
            label={t("token")}
            description={t("tokenHelp")}
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps("token")}
          />
          {setUp.error && !atField && <Trouble error={setUp.error} />}
          <Button type="submit" loading={setUp.isPending}>
            {t("setUp")}
          </Button>
        </Stack>
      </form>
    </Doorway>
  );
}
