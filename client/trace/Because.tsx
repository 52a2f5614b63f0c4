import { CircleCheck, CircleX } from "lucide-react";
import { evidenceWords } from "#shared/conditions/conditionWords.ts";
import type { Evidence } from "#shared/conditions/evidence.ts";
import type { Speech } from "#shared/language/speech.ts";
import classes from "./Because.module.css";

/** What the rules of a step saw, a sentence each. */
export function Because({ evidence, speech }: { evidence: readonly Evidence[]; speech: Speech }) {
  return (
    <ul className={classes.because}>
      {evidence.map((each, index) => (
        <li key={`${each.ref}:${index}`} data-met={each.met}>
          {each.met ? <CircleCheck size={16} aria-hidden /> : <CircleX size={16} aria-hidden />}
          <span>{evidenceWords(each, speech)}</span>
        </li>
      ))}
    </ul>
  );
}
