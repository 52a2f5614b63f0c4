import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../ui/Card.tsx";
import { useKeptText } from "../ui/useKeptText.ts";
import { ForgetDialog } from "./ForgetDialog.tsx";
import classes from "./Imports.module.css";

/** For whoever asks to be forgotten: their conversations are found by e-mail, counted, and deleted. */
export function ForgetCard() {
  const { t } = useTranslation("archive");
  const [email, setEmail] = useKeptText("archive.forget");
  const [asked, setAsked] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (email.trim() !== "") setAsked(email.trim());
  };
  return (
    <Card title={t("forgetCard")}>
      <p className={classes.quiet}>{t("forgetCardHelp")}</p>
      <form className={classes.forget} onSubmit={submit}>
        <TextInput
          type="email"
          label={t("email")}
          placeholder="ana@example.com"
          autoComplete="off"
          maxLength={320}
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={email.trim() === ""}>
          {t("forgetFind")}
        </Button>
      </form>
      {asked !== null && <ForgetDialog person={{ email: asked }} name={asked} onClose={() => setAsked(null)} />}
    </Card>
  );
}
