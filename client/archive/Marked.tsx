import classes from "./ArchiveList.module.css";
import { markedPieces } from "./markedPieces.ts";

/** A text with what was searched for marked in it. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  if (words.length === 0) return text;
  let at = 0;
  return markedPieces(text, words).map((piece) => {
    const key = at;
    at += piece.text.length;
    return piece.isFound ? (
      <mark key={key} className={classes.mark}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    );
  });
}
