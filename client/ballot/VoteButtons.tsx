import { Button, Group } from "@mantine/core";
import { Equal, ThumbsDown, ThumbsUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Vote } from "#shared/api/ballots.ts";

const icons = { better: ThumbsUp, worse: ThumbsDown, same: Equal };

interface Props {
  /** What is voted on. */
  label: string;
  vote: Vote | null;
  busy: boolean;
  onVote(vote: Vote | null): void;
}

/** Better, worse or as good; pressing the same again takes the vote back. */
export function VoteButtons({ label, vote, busy, onVote }: Props) {
  const { t } = useTranslation("ballot");
  return (
    <Group gap={6} role="group" aria-label={label}>
      {Vote.options.map((option) => {
        const Icon = icons[option];
        const chosen = vote === option;
        return (
          <Button
            key={option}
            size="compact-sm"
            variant={chosen ? "filled" : "default"}
            aria-pressed={chosen}
            disabled={busy}
            leftSection={<Icon size={14} aria-hidden />}
            onClick={() => onVote(chosen ? null : option)}
          >
            {t(option)}
          </Button>
        );
      })}
    </Group>
  );
}
