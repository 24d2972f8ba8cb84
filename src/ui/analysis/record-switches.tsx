import { useState } from 'preact/hooks';
import { claimGroups, type RecordGroup } from '../../analysis/record-groups.ts';
import { analysisIn } from '../../i18n/analysis-words.ts';
import { laterIn } from '../../i18n/later-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import type { Claim } from '../../model/records.ts';
import type { Teller } from '../teller.ts';
import { seenInWords, voyageName } from './in-words.ts';
import type { ChangingProps } from './what-if-controls.tsx';

interface Item {
  readonly id: string;
  /** What is shown of the id: that of a claim is known from elsewhere on the page. */
  readonly mark: string;
  readonly text: string;
  /** What kind of record it is and who gives it, in a line. */
  readonly about: string;
}

interface Group {
  readonly name: string;
  readonly items: readonly Item[];
}

/** Every claim and sighting with a box that takes it out; in groups, or those that a search finds. */
export function RecordSwitches({ teller, changing }: ChangingProps) {
  const [wanted, setWanted] = useState('');
  const say = analysisIn(teller.lang).addsUp.change;
  const groups = groupsOf(teller);
  const items = groups.flatMap((group) => group.items);
  const needle = wanted.trim().toLocaleLowerCase(teller.lang);
  const found = items.filter(({ id, text, about }) =>
    `${id} ${text} ${about}`.toLocaleLowerCase(teller.lang).includes(needle),
  );
  const out = new Set(changing.whatIf.without);
  const outOf = (some: readonly Item[]): number => some.filter(({ id }) => out.has(id)).length;
  const list = (some: readonly Item[]) => (
    <ul class="addsup-records">
      {some.map((item) => (
        <li key={item.id}>
          <Switch
            item={item}
            checked={!out.has(item.id)}
            onToggle={(keep) =>
              changing.change({
                without: keep
                  ? changing.whatIf.without.filter((id) => id !== item.id)
                  : [...changing.whatIf.without, item.id],
              })
            }
          />
        </li>
      ))}
    </ul>
  );
  return (
    <details class="addsup-fold addsup-set">
      <summary>{say.recordsOut(items.length, outOf(items))}</summary>
      <p class="small quiet">{say.recordsNote}</p>
      <input
        type="search"
        class="addsup-search"
        aria-label={say.search}
        placeholder={say.search}
        value={wanted}
        onInput={({ currentTarget }) => setWanted(currentTarget.value)}
      />
      {needle === '' ? (
        groups.map(({ name, items: some }) => (
          <details key={name} class="addsup-fold small">
            <summary>{say.group(name, some.length, outOf(some))}</summary>
            {list(some)}
          </details>
        ))
      ) : (
        <div class="small">
          <p role="status">{say.found(found.length)}</p>
          {list(found)}
        </div>
      )}
    </details>
  );
}

interface SwitchProps {
  readonly item: Item;
  readonly checked: boolean;
  readonly onToggle: (keep: boolean) => void;
}

function Switch({ item: { mark, text, about }, checked, onToggle }: SwitchProps) {
  return (
    <label class="addsup-switch">
      <input type="checkbox" checked={checked} onChange={({ currentTarget }) => onToggle(currentTarget.checked)} />
      <span>
        {mark && <b>{mark} </b>}
        {text} <span class="quiet">{about}</span>
      </span>
    </label>
  );
}

function groupsOf(teller: Teller): Group[] {
  const say = analysisIn(teller.lang).addsUp.change;
  const { dataset } = teller.shown;
  const sightings = dataset.sightings.map(
    (sighting): Item => ({
      id: sighting.id,
      mark: '',
      text: seenInWords(teller, sighting),
      about: sighting.claims.join(', '),
    }),
  );
  return [
    ...(sightings.length > 0 ? [{ name: say.groups.sightings, items: sightings }] : []),
    ...claimGroups(dataset).map((group) => ({
      name: groupName(teller, group),
      items: group.claims.map((claim) => itemOf(teller, claim)),
    })),
  ];
}

function groupName(teller: Teller, group: RecordGroup): string {
  const { groups } = analysisIn(teller.lang).addsUp.change;
  if (group.kind === 'voyage') return voyageName({ ...teller, assumed: [] }, group.id);
  return group.kind === 'topic' ? groups.topic(group.id) : groups[group.kind];
}

function itemOf({ shown, lang }: Teller, claim: Claim): Item {
  const { kinds } = laterIn(lang).evidence;
  const publishers = claim.sources.map((id) => inLanguage(shown.source(id)?.publisher, lang));
  return {
    id: claim.id,
    mark: claim.id,
    text: inLanguage(claim.text, lang),
    about: [claim.kinds.map((kind) => kinds[kind]).join(', '), publishers.join(', ')].join(' · '),
  };
}
