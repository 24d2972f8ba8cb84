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
      <label>
        {say.reliability}{' '}
        <select
          class="button"
          value={grade.reliability}
          onChange={({ currentTarget }) => {
            const reliability = RELIABILITIES.find((one) => one === currentTarget.value);
            if (reliability) setGrade({ ...grade, reliability });
          }}
        >
          {RELIABILITIES.slice(0, -1).map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>{' '}
      <label>
        {say.credibility}{' '}
        <select
          class="button"
          value={grade.credibility}
          onChange={({ currentTarget }) => {
            const credibility = CREDIBILITIES.find((one) => String(one) === currentTarget.value);
            if (credibility) setGrade({ ...grade, credibility });
          }}
        >
          {CREDIBILITIES.slice(0, -1).map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>{' '}
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
