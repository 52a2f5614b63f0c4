import { useQuery } from "@tanstack/react-query";
import { Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { InboxConversation } from "#shared/api/conversations.ts";
import { query } from "../api/query.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { StateWord } from "../thread/StateWord.tsx";
import { shortTime } from "../ui/times.ts";
import classes from "./Details.module.css";
import { RunByHand } from "./RunByHand.tsx";
import { RunsHere } from "./RunsHere.tsx";

const isInstant = (value: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);

/** What the inbox knows of a conversation beside its messages, and which workflows ran for it. */
export function Details({ conversation }: { conversation: InboxConversation }) {
  const { t } = useTranslation("conversations");
  const { language } = useLanguage();
  const contacts = useQuery(query("listPracticeContacts", {})).data?.contacts;
  const contact = contacts?.find(({ id }) => id === conversation.contactId);
  const when = (at: string) => shortTime(Date.parse(at), language);
  return (
    <div className={classes.details}>
      <section>
        <Title order={2} className={classes.title ?? ""}>
          {t("details")}
        </Title>
        <dl className={classes.facts}>
          <Fact name={t("state")}>
            <StateWord state={conversation.state} />
          </Fact>
          {conversation.snoozedUntil && <Fact name={t("snoozedUntil")}>{when(conversation.snoozedUntil)}</Fact>}
          <Fact name={t("team")}>{conversation.team ?? t("nobody")}</Fact>
          <Fact name={t("teammate")}>{conversation.teammate ?? t("nobody")}</Fact>
          <Fact name={t("tags")}>
            {conversation.tags.length === 0
              ? t("noTags")
              : conversation.tags.map((tag) => (
                  <span key={tag} className={classes.tag}>
                    {tag}
                  </span>
                ))}
          </Fact>
          {conversation.attributes.map(({ name, value }) => (
            <Fact key={name} name={name}>
              {isInstant(value) ? when(value) : value}
            </Fact>
          ))}
        </dl>
      </section>
      <section>
        <Title order={2} className={classes.title ?? ""}>
          {t("customer")}
        </Title>
        <dl className={classes.facts}>
          <Fact name={t("name")}>{conversation.contactName}</Fact>
          {contact?.email && <Fact name={t("email")}>{contact.email}</Fact>}
          {contact?.company && <Fact name={t("company")}>{contact.company}</Fact>}
          {contact?.plan && <Fact name={t("plan")}>{contact.plan}</Fact>}
        </dl>
      </section>
      <section>
        <Title order={2} className={classes.title ?? ""}>
          {t("runs")}
        </Title>
        <RunsHere conversation={conversation.id} />
        <RunByHand key={conversation.id} conversation={conversation.id} />
        <Link className={classes.link} to={`/why?conversation=${encodeURIComponent(conversation.id)}`}>
          {t("why")}
        </Link>
        <Link className={classes.link} to={`/runs?conversation=${encodeURIComponent(conversation.id)}`}>
          {t("allRuns")}
        </Link>
      </section>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
