import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { LANGUAGES, readTime } from '../../state/settings.ts';
import { change, SPEEDS, seek, step } from '../../state/state.ts';
import { usePage, usePageId } from '../page-context.ts';
import { useLaterWords } from '../use-later-words.ts';
import { IconButton } from './icon-button.tsx';
import { Icon } from './icons.tsx';

/** Step by day, speed, loop, zone, language, projection and the date field. */
export function TimeSettings() {
  const { state } = usePage();
  const say = useLaterWords().controls;
  const { speed, loop, zone, projection } = state.settings;
  const speeds = [...new Set([...SPEEDS, speed.value])].sort((a, b) => a - b);
  return (
    <div class="time-settings">
      <span class="pair">
        <IconButton label={say.dayBack} icon="back" onClick={() => step(state, -1)} />
        <IconButton label={say.dayForward} icon="forward" onClick={() => step(state, 1)} />
      </span>
      <GoToDate />
      <Choice label={say.speed} value={String(speed.value)} onChange={(text) => change(state, { speed: Number(text) })}>
        {speeds.map((one) => (
          <option key={one} value={String(one)}>
            {say.daysASecond(one)}
          </option>
        ))}
      </Choice>
      <button
        type="button"
        class="button"
        aria-label={say.loop}
        title={say.loop}
        aria-pressed={loop.value}
        onClick={() => change(state, { loop: !loop.value })}
      >
        <Icon name="loop" />
      </button>
      <Choice label={say.zone} value={zone.value} onChange={(text) => change(state, { zone: text })}>
        <option value="UTC">UTC</option>
        <option value="local">{say.zoneLocal}</option>
        {zone.value !== 'UTC' && zone.value !== 'local' && <option value={zone.value}>{zone.value}</option>}
        {state.case.value?.dataset.ports.flatMap((port) =>
          port.zone && port.zone !== zone.value
            ? [
                <option key={port.id} value={port.zone}>
                  {port.zone}
                </option>,
              ]
            : [],
        )}
      </Choice>
      {Object.keys(LANGUAGES).length > 1 && (
        <Choice label={say.language} value={state.asked.value} onChange={(text) => change(state, { lang: text })}>
          {Object.entries(LANGUAGES).map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </Choice>
      )}
      {!state.case.value?.many && (
        <Choice
          label={say.projection}
          value={projection.value}
          onChange={(text) => change(state, { projection: text === 'globe' ? 'globe' : 'mercator' })}
        >
          <option value="mercator">{say.mercator}</option>
          <option value="globe">{say.globe}</option>
        </Choice>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ComponentChildren;
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  return (
    <select
      class="button choice"
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {children}
    </select>
  );
}

/** A date typed by hand; what is no date, or lies outside, is said beside the field. */
function GoToDate() {
  const { state, dates } = usePage();
  const say = useLaterWords().controls;
  const [problem, setProblem] = useState('');
  const problemId = usePageId();
  const problemOf = (text: string, t: number | undefined): string => {
    const axis = state.axis.value;
    if (t === undefined) return say.noDate(text);
    if (!axis || (t >= axis.earliest && t <= axis.latest)) return '';
    return say.outside(dates.value.short(axis.earliest), dates.value.short(axis.latest));
  };
  const go = (field: HTMLInputElement): void => {
    const text = field.value.trim();
    const t = readTime(text);
    const found = text === '' ? '' : problemOf(text, t);
    setProblem(found);
    if (found !== '' || t === undefined) return;
    field.value = '';
    seek(state, t);
  };
  return (
    <form
      class="go-to"
      onSubmit={(event) => {
        event.preventDefault();
        go(event.currentTarget.elements.namedItem('date') as HTMLInputElement);
      }}
    >
      <input
        class="button go-to-date"
        name="date"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        spellcheck={false}
        aria-label={`${say.goTo} (${say.goToHint})`}
        title={say.goToHint}
        placeholder={say.goTo}
        aria-invalid={problem !== ''}
        aria-describedby={problemId}
      />
      <span id={problemId} class="go-to-problem" role="alert">
        {problem}
      </span>
    </form>
  );
}
