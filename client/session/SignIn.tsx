import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Navigate } from "react-router";
import type { Sent } from "#shared/api/route.ts";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";
import { Refusal } from "../api/refusal.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { Doorway } from "./Doorway.tsx";
import { Said, SaidByServer } from "./Said.tsx";
import { useEnter } from "./useEnter.ts";

type Body = Sent<typeof routes.signIn>["body"];

export function SignIn() {
  const { t } = useTranslation("session");
  const enter = useEnter();
  const status = useQuery(query("status", {}));
  const form = useForm<Body>({
    initialValues: { email: "", password: "" },
    validate: {
      email: (email) => (routes.signIn.body.shape.email.safeParse(email).success ? null : <Said words="emailWrong" />),
      password: (password) => (password === "" ? <Said words="passwordMissing" /> : null),
    },
  });
  const signIn = useMutation({
    mutationFn: (body: Body) => call(routes.signIn, { body }),
    onSuccess: enter,
    onError: (error) => {
      if (error instanceof Refusal && error.problem.code === "wrong-password")
        form.setFieldError("password", <SaidByServer problem={error.problem} />);
    },
  });
  if (status.data && !status.data.setUp) return <Navigate to="/setup" replace />;
  const atField = signIn.error instanceof Refusal && signIn.error.problem.code === "wrong-password";
  return (
    <Doorway title={t("signInTitle")} lead={t("signInLead")}>
      <form noValidate onSubmit={form.onSubmit((body) => signIn.mutate(body))}>
        <Stack>
          <TextInput
            label={t("email")}
            type="email"
            autoComplete="username"
            autoFocus
            key={form.key("email")}
            {...form.getInputProps("email")}
          />
          <PasswordInput
            label={t("password")}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ "aria-label": t("showPassword") }}
            key={form.key("password")}
            {...form.getInputProps("password")}
          />
          {signIn.error && !atField && <Trouble error={signIn.error} />}
          <Button type="submit" loading={signIn.isPending}>
            {t("signIn")}
          </Button>
        </Stack>
      </form>
    </Doorway>
  );
}
