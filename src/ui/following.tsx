import type { ReadonlySignal } from '@preact/signals-core';

/** A text that follows a signal. Put among children by itself, a signal is drawn but not followed under Preact 11. */
export function Following({ text }: { text: ReadonlySignal<string> }) {
  return <>{text.value}</>;
}
