import { Button, Title } from "@mantine/core";
import { Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ArchivedConversation } from "#shared/api/archive.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { StateWord } from "../thread/StateWord.tsx";
import { DayTime } from "../ui/DayTime.tsx";
import { Facts } from "../ui/Facts.tsx";
import { shortTime } from "../ui/times.ts";
import classes from "./ArchivedDetails.module.css";
import { channelWords } from "./channelWords.ts";
import { ForgetDialog } from "./ForgetDialog.tsx";

const isInstant = (value: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);

/** What is known of a past conversation beside its messages, and how it came here. */
export function ArchivedDetails({ conversation }: { conversation: ArchivedConversation }) {
  const { t } = useTranslation("archive");
  const { language, pick } = useLanguage();
  const [forgetting, setForgetting] = useState(false);
  const { contact, tags, rating } = conversation;
  const calledOrNobody = (name: string | null) => (name === null ? t("nobody") : name || t("unnamed"));
  const facts: [string, ReactNode][] = [
    [t("filter_state"), <StateWord key="state" state={conversation.state} />],
    [t("filter_team"), calledOrNobody(conversation.team)],
    [t("filter_teammate"), calledOrNobody(conversation.teammate)],
    [t("tags"), tags.length === 0 ? t("noTags") : <Tags key="tags" tags={tags} />],
    [t("filter_channel"), channelWords(conversation.channel, pick)],
    ...(rating === null ? [] : [[t("rating"), t("ratingOf", { rating })] as [string, ReactNode]]),
    [t("began"), <DayTime key="began" at={conversation.createdAt} />],
    [t("lastPart"), <DayTime key="last" at={conversation.updatedAt} />],
    ...conversation.attributes.map(({ name, value }): [string, ReactNode] => [
      name,
      isInstant(value) ? <DayTime key={name} at={value} /> : value,
    ]),
  ];
  return (
    <div className={classes.details}>
      <Part title={t("details")}>
        <Facts facts={facts} />
      </Part>
      {contact && (
        <Part title={t("customer")}>
          <Facts
            facts={[
              [t("name"), contact.name || t("unnamed")],
              ...(contact.email === "" ? [] : [[t("email"), contact.email] as [string, ReactNode]]),
            ]}
          />
          <Link className={classes.link} to={`/archive?contact=${encodeURIComponent(contact.id)}`}>
            {t("allOfCustomer")}
          </Link>
          <Button
            className={classes.forget ?? ""}
            size="compact-sm"
            variant="subtle"
            color="red"
            c="var(--sb-bad)"
            leftSection={<Trash2 size={14} aria-hidden />}
            onClick={() => setForgetting(true)}
          >
            {t("forget")}
          </Button>
          {forgetting && (
            <ForgetDialog
              person={{ contact: contact.id }}
              name={contact.name || contact.email || t("unnamed")}
              onClose={() => setForgetting(false)}
            />
          )}
        </Part>
      )}
      <Part title={t("cameFrom")}>
        <Link className={classes.link} to={`/archive/imports/${encodeURIComponent(conversation.import.id)}`}>
          {conversation.import.name}
        </Link>
        <p className={classes.quiet}>
          {t("knownUntil", { when: shortTime(Date.parse(conversation.knownUntil), language) })}
        </p>
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <Title order={2} className={classes.title ?? ""}>
        {title}
      </Title>
      {children}
    </section>
  );
}

function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <span className={classes.tags}>
      {tags.map((tag) => (
        <span key={tag} className={classes.tag}>
          {tag}
        </span>
      ))}
    </span>
  );
}
