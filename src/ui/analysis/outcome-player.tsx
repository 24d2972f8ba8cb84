import type { Signal } from '@preact/signals-core';
import { useEffect, useState } from 'preact/hooks';
import { analysisIn } from '../../i18n/analysis-words.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { Icon } from '../controls/icons.tsx';
import type { Teller } from '../teller.ts';
import { trailOf } from './outcome-lines.tsx';

/** How long an outcome stays while they play, ms of the reader's time. */
const PAUSE = 500;

interface Props {
  readonly teller: Teller;
  /** Number of the outcome shown, from 0. */
  readonly at: Signal<number>;
  readonly count: number;
}

/** Steps through the outcomes, or plays them one after another, round and round. */
export function OutcomePlayer({ teller, at, count }: Props) {
  const say = analysisIn(teller.lang).schedules;
  const [playing, setPlaying] = useState(false);
  // Who wants less motion steps by hand.
  const [calm, setCalm] = useState(true);
  useEffect(() => setCalm(matchMedia('(prefers-reduced-motion: reduce)').matches), []);
  const step = (by: number): void => {
    at.value = (at.peek() + by + count) % count;
  };
  useEffect(() => {
    if (!playing) return undefined;
    const timer = setInterval(() => step(1), PAUSE);
    return () => clearInterval(timer);
  }, [playing, at, count]);
  const stepByHand = (by: number): void => {
    setPlaying(false);
    step(by);
  };
  const label = playing ? say.pause : say.play;
  return (
    <section class="outcome-player" aria-label={say.outcomes}>
      <h4>{say.outcomes}</h4>
      <div class="outcome-buttons">
        <IconButton label={say.previous} icon="previous" onClick={() => stepByHand(-1)} />
        {!calm && count > 1 && (
          <button type="button" class="button outcome-play" aria-label={label} onClick={() => setPlaying(!playing)}>
            <Icon name={playing ? 'pause' : 'play'} />
            {playing ? say.pauseWord : say.playWord}
          </button>
        )}
        <IconButton label={say.next} icon="next" onClick={() => stepByHand(1)} />
      </div>
      <p class="outcome-number small" aria-live={playing ? 'off' : 'polite'}>
        {say.outcome(at.value + 1, count)}
      </p>
      <p class="small quiet">{say.outcomeNote(trailOf(0, count).length)}</p>
    </section>
  );
}
