/** Work that takes a while, asked for more often than it can be done. */

/** Does one piece of work at a time, and next always the one that was asked for last. */
export interface LatestOnly<Value> {
  ask(value: Value): void;
  /** Waits for nothing any more: the next one asked for begins at once, and the one under way is overtaken. */
  forget(): void;
}

/**
 * Makes such a queue of one.
 *
 * @param work does a piece; `overtaken` says whether another was asked for since it began, so that what comes of it is of no use
 */
export function latestOnly<Value>(work: (value: Value, overtaken: () => boolean) => Promise<void>): LatestOnly<Value> {
  let waiting: { readonly value: Value } | null = null;
  let running: object | null = null;
  const run = async (own: object): Promise<void> => {
    while (waiting && running === own) {
      const { value } = waiting;
      waiting = null;
      await work(value, () => waiting !== null || running !== own);
    }
    if (running === own) running = null;
  };
  return {
    ask(value) {
      waiting = { value };
      if (running) return;
      running = {};
      void run(running);
    },
    forget() {
      waiting = null;
      running = null;
    },
  };
}
