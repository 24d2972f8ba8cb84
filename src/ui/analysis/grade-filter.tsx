import { useState } from 'preact/hooks';
import { claimsBelow, type Grade } from '../../analysis/ready-views.ts';
import { analysisIn } from '../../i18n/analysis-words.ts';
import { CREDIBILITIES, RELIABILITIES } from '../../model/records.ts';
import type { ChangingProps } from './what-if-controls.tsx';

/** Takes out all claims below a grade in the Admiralty system. What cannot be judged is no grade to ask for. */
export function GradeFilter({ teller, changing }: ChangingProps) {
  const [grade, setGrade] = useState<Grade>({ reliability: 'B', credibility: 2 });
  const say = analysisIn(teller.lang).addsUp.change;
  return (
    <div class="addsup-grade">
      <p>{say.grade}</p>
      <Choice
        label={say.reliability}
        value={grade.reliability}
        values={RELIABILITIES.filter((one) => one !== 'F')}
        onChoose={(reliability) => setGrade({ ...grade, reliability })}
      />{' '}
      <Choice
        label={say.credibility}
        value={grade.credibility}
        values={CREDIBILITIES.filter((one) => one !== 6)}
        onChoose={(credibility) => setGrade({ ...grade, credibility })}
      />{' '}
      <button
        type="button"
        class="button"
        onClick={() => changing.change({ without: claimsBelow(changing.reported.dataset, grade) })}
      >
        {say.apply}
      </button>
      <p class="small quiet">{say.gradeNote}</p>
    </div>
  );
}

interface ChoiceProps<Value> {
  readonly label: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly onChoose: (value: Value) => void;
}

function Choice<Value extends string | number>({ label, value, values, onChoose }: ChoiceProps<Value>) {
  return (
    <label>
      {label}{' '}
      <select
        class="button"
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = values[currentTarget.selectedIndex];
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {values.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  );
}
