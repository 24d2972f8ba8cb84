import { useState } from 'preact/hooks';
import { analysisIn } from '../../i18n/analysis-words.ts';
import { usePage, usePageId } from '../page-context.ts';

interface StepperProps {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  /** Both ends included. */
  readonly range: readonly [least: number, most: number];
  /** Whole numbers only. */
  readonly whole?: boolean;
  readonly onValue: (value: number) => void;
}

/** A number with its unit that can be typed, or stepped by one with buttons; what is out of range is said and changes nothing. */
export function Stepper({ label, unit, value, range, whole = false, onValue }: StepperProps) {
  const { lang } = usePage().state.settings;
  const id = usePageId();
  const [refused, setRefused] = useState(false);
  const say = analysisIn(lang.value).addsUp.change;
  const [least, most] = range;
  const offer = (wanted: number): void => {
    const fits = wanted >= least && wanted <= most && (!whole || Number.isInteger(wanted));
    setRefused(!fits);
    if (fits && wanted !== value) onValue(wanted);
  };
  const step = (by: number): void => offer(Math.min(most, Math.max(least, value + by)));
  const stepButton = (by: 1 | -1, name: string) => (
    <button
      type="button"
      class="addsup-step"
      aria-label={name}
      disabled={by > 0 ? value >= most : value <= least}
      onClick={() => step(by)}
    >
      {by > 0 ? '+' : '−'}
    </button>
  );
  return (
    <div class="addsup-number">
      <label for={id}>{label}</label>
      <span class="addsup-stepper">
        {stepButton(-1, say.less(label))}
        <input
          id={id}
          class="addsup-input"
          type="number"
          inputMode="decimal"
          min={least}
          max={most}
          step={whole ? 1 : 'any'}
          value={value}
          aria-invalid={refused}
          aria-describedby={`${id}-unit ${id}-refused`}
          onChange={({ currentTarget }) => offer(currentTarget.value === '' ? Number.NaN : Number(currentTarget.value))}
        />
        {stepButton(1, say.more(label))}
        <span class="quiet addsup-unit" id={`${id}-unit`}>
          {unit}
        </span>
      </span>
      <span class="addsup-refused" id={`${id}-refused`} role="alert">
        {refused && say.outOfRange(least.toLocaleString(lang.value), most.toLocaleString(lang.value))}
      </span>
    </div>
  );
}
