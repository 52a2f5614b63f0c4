/** Where a crash may cut: at each of these, whatever was accepted must not be lost and no effect be done twice. */
export const boundaries = [
  /** An event is verified, and nothing of it is on the disk. */
  "event arrived",
  /** Everything of a group is written, and nothing of it is committed. */
  "group written",
  /** A group is on the disk, and nobody has been told. */
  "group kept",
  /** An event is on the disk with the runs that it starts, and its sender has not been answered. */
  "event kept",
  /** A lane has taken up a run. */
  "run taken up",
  /** What is about to be done is on the disk, and has not been sent. */
  "effect intended",
  /** An effect has been answered, and the answer is not on the disk. */
  "effect answered",
  /** It is about to be looked whether an effect has happened. */
  "look intended",
  /** It has been looked whether an effect has happened, and what was found is not on the disk. */
  "look answered",
  /** A run has ended or rests, on the disk. */
  "run left",
  /** Some of what a schedule's time has found was started, and not all. */
  "schedule under way",
] as const;

export type Boundary = (typeof boundaries)[number];

let watch: ((at: Boundary) => void) | null = null;

/** Names the instant; does nothing but where a test watches. */
export const boundary = (at: Boundary): void => watch?.(at);

/** For tests, which end the process at one of them. */
export function watchBoundaries(watcher: (at: Boundary) => void): void {
  watch = watcher;
}
