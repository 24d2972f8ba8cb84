import { useState } from 'preact/hooks';
import { inLanguage } from '../../i18n/text.ts';
import type { Case } from '../../state/case.ts';
import { isOutside } from '../../state/limits.ts';
import { SETTINGS } from '../../state/settings.ts';
import { change } from '../../state/state.ts';
import { usePage, usePageId } from '../page-context.ts';
import { useLaterWords } from '../use-later-words.ts';
import { limitsInWords } from './limits-in-words.ts';

/** What limits the ships that are shown, each to be taken away, and a field for the period. */
export function LimitsForm({ shown }: { shown: Case }) {
  const page = usePage();
  const { state } = page;
  const { finding: say } = useLaterWords();
  const { only, ports, period, lang } = state.settings;
  const limited = limitsInWords(page);
  return (
    <section class="find-limits">
      <h3>{say.limits}</h3>
      <p>{limited ?? say.allShown(shown.ships.length)}</p>
      <Chips
        ids={only.value}
        nameOf={(id) => inLanguage(shown.vessel(id)?.name, lang.value) || id}
        onChange={(ids) => change(state, { only: ids })}
      />
      <Chips
        ids={ports.value}
        nameOf={(id) => inLanguage(shown.port(id)?.name, lang.value) || id}
        onChange={(ids) => change(state, { ports: ids })}
      />
      <Period key={period.value} shown={shown} />
      <button
        type="button"
        class="button"
        aria-disabled={limited === null}
        onClick={() => change(state, { only: null, ports: null, period: null })}
      >
        {say.showAll}
      </button>
    </section>
  );
}

interface ChipsProps {
  readonly ids: readonly string[] | null;
  readonly nameOf: (id: string) => string;
  readonly onChange: (ids: readonly string[] | null) => void;
}

/** A button for each, which takes it away; the last one takes the limit away. */
function Chips({ ids, nameOf, onChange }: ChipsProps) {
  const { finding: say } = useLaterWords();
  if (!ids) return null;
  const without = (id: string): readonly string[] | null => {
    const left = ids.filter((one) => one !== id);
    return left.length > 0 ? left : null;
  };
  return (
    <p class="find-chips">
      {ids.map((id) => (
        <button
          key={id}
          type="button"
          class="button"
          aria-label={say.remove(nameOf(id))}
          title={say.remove(nameOf(id))}
          onClick={() => onChange(without(id))}
        >
          {nameOf(id)} <span aria-hidden="true">×</span>
        </button>
      ))}
    </p>
  );
}

/** The period as EDTF; what is none, or lies off the timeline, is said beside the field and changes nothing. */
function Period({ shown }: { shown: Case }) {
  const { state, dates } = usePage();
  const { finding: say } = useLaterWords();
  const id = usePageId();
  const [problem, setProblem] = useState('');
  const set = (text: string): void => {
    const read = text === '' ? null : SETTINGS.period.read(text);
    if (read === undefined) setProblem(say.noPeriod(text));
    else if (read !== null && isOutside(shown.axis, read)) {
      const { short } = dates.value;
      setProblem(say.offAxis(short(shown.axis.earliest), short(shown.axis.latest)));
    } else {
      setProblem('');
      change(state, { period: read });
    }
  };
  return (
    <form
      class="find-period"
      onSubmit={(event) => {
        event.preventDefault();
        set((event.currentTarget.elements.namedItem('period') as HTMLInputElement).value.trim());
      }}
    >
      <label for={id}>{say.period}</label>
      <input
        id={id}
        class="button find-text"
        name="period"
        type="text"
        autocomplete="off"
        spellcheck={false}
        defaultValue={state.settings.period.value ?? ''}
        placeholder={say.periodHint}
        aria-invalid={problem !== ''}
        aria-describedby={`${id}-problem`}
      />
      <button type="submit" class="button">
        {say.setPeriod}
      </button>
      <span id={`${id}-problem`} class="find-problem" role="alert">
        {problem}
      </span>
    </form>
  );
}
