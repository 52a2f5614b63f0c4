import { Title } from "@mantine/core";
import { Clock, CornerUpLeft, FilePlus2, type LucideIcon, Star } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/useLanguage.ts";
import { starters, type StarterName } from "./starters.ts";
import classes from "./StartHere.module.css";
import type { useCreateWorkflow } from "./useCreateWorkflow.ts";

const icons: Record<StarterName, LucideIcon> = { refunds: CornerUpLeft, important: Star, waiting: Clock };

/** What stands on the list before there is a workflow: a blank one, and three drawings to change. */
export function StartHere({ create }: { create: ReturnType<typeof useCreateWorkflow> }) {
  const { t } = useTranslation("workflows");
  const { language } = useLanguage();
  return (
    <section aria-labelledby="start-here">
      <Title order={2} id="start-here" className={classes.title ?? ""}>
        {t("startTitle")}
      </Title>
      <p className={classes.help}>{t("startHelp")}</p>
      <ul className={classes.cards}>
        <Card
          Icon={FilePlus2}
          name={t("blankName")}
          help={t("blankHelp")}
          disabled={create.isPending}
          onChoose={() => create.mutate({ name: t("untitled") })}
        />
        {starters(language).map(({ name, document }) => (
          <Card
            key={name}
            Icon={icons[name]}
            name={t(`${name}Name`)}
            help={t(`${name}Help`)}
            disabled={create.isPending}
            onChoose={() => create.mutate({ name: t(`${name}Name`), document })}
          />
        ))}
      </ul>
    </section>
  );
}

interface CardProps {
  Icon: LucideIcon;
  name: string;
  help: string;
  disabled: boolean;
  onChoose: () => void;
}

function Card({ Icon, name, help, disabled, onChoose }: CardProps) {
  return (
    <li>
      <button type="button" className={classes.card} disabled={disabled} onClick={onChoose}>
        <Icon size={20} aria-hidden className={classes.icon} />
        <span className={classes.name}>{name}</span>
        <span className={classes.text}>{help}</span>
      </button>
    </li>
  );
}
