import { findSubjects } from "../../intercom/findSubjects.ts";
import type { Handlers } from "../mount.ts";
import { unanswered } from "../problems.ts";
import { subjectWords } from "../subjectWords.ts";
import type { Services } from "./services.ts";

export const subjectHandlers = ({ connections, call }: Services): Pick<Handlers, "findSubjects"> => ({
  async findSubjects({ query: { kind, words, limit } }) {
    const read = await findSubjects(call, connections.current().service, kind, words, limit);
    if (!read.ok) throw unanswered(read);
    return {
      subjects: read.found.map(({ id, facts }) => ({ id, ...subjectWords(kind, facts) })),
      more: read.more,
    };
  },
});
