import {
  AlarmClock,
  Check,
  CircleCheck,
  Clock,
  GitBranch,
  Inbox,
  type LucideIcon,
  MessageCircle,
  MessagesSquare,
  Reply,
  Split,
  StickyNote,
  Tag,
  TagX,
  UserPen,
  UserRoundCheck,
} from "lucide-react";
import type { IconName } from "#shared/nodes/icon.ts";

const icons: Record<IconName, LucideIcon> = {
  inbox: Inbox,
  message: MessageCircle,
  check: Check,
  branch: GitBranch,
  split: Split,
  reply: Reply,
  note: StickyNote,
  assign: UserRoundCheck,
  tag: Tag,
  untag: TagX,
  close: CircleCheck,
  snooze: AlarmClock,
  contact: UserPen,
  conversation: MessagesSquare,
  clock: Clock,
};

interface Props {
  name: IconName;
  size: number;
}

/** The icon a declaration names. It says nothing that the words beside it do not, so screen readers pass over it. */
export function NodeIcon({ name, size }: Props) {
  const Icon = icons[name];
  return <Icon size={size} aria-hidden />;
}
