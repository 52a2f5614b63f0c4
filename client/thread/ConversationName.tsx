import { Title } from "@mantine/core";
import { useNarrow } from "../ui/useNarrow.ts";
import { type Back, BackToList } from "./BackToList.tsx";
import classes from "./ConversationName.module.css";

interface Props {
  name: string;
  title?: string;
  back: Back;
}

/** Whose conversation is chosen. Where there is no room for the list beside it, it is the screen's title, with a way back. */
export function ConversationName({ name, title = "", back }: Props) {
  const narrow = useNarrow();
  return (
    <div className={classes.heading}>
      {narrow && <BackToList {...back} />}
      <Title order={narrow ? 1 : 2} className={classes.name ?? ""}>
        {name}
      </Title>
      {title && <p className={classes.title}>{title}</p>}
    </div>
  );
}
