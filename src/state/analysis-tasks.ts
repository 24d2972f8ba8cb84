/** What is worked out of a case for the analysis: plain questions with plain answers, so that a worker can do it. */
import { assignmentsOf, jointAssignments } from '../analysis/assignments.ts';
import { consistencyOf } from '../analysis/consistency.ts';
import { datedAlone } from '../analysis/dated-alone.ts';
import { FIRST_QUESTION, type ScheduleQuestion, shipSchedules } from '../analysis/ship-schedules.ts';
import { tripLimits } from '../analysis/trip-limits.ts';
import { layLanes } from '../model/lanes.ts';
import type { Dataset } from '../model/records.ts';
import type { FoundLine } from '../model/sea-line.ts';
import type { Ways } from '../model/voyage-network.ts';
import { linesOf } from './sea-lines.ts';

/** Ways to place all unnamed sightings are counted up to here. */
export const MOST_WAYS = 10_000;

interface Subject {
  readonly dataset: Dataset;
  readonly ways: Ways;
  /** Ids of voyages that a what-if added. */
  readonly assumed: readonly string[];
}

export const TASKS = {
  consistency: ({ dataset, ways, assumed }: Subject) => consistencyOf(dataset, ways, assumed),
  unnamed: ({ dataset, ways }: Subject) => ({
    sightings: assignmentsOf(dataset, ways),
    together: jointAssignments(dataset, ways, MOST_WAYS),
  }),
  trips: ({ dataset, ways }: Subject) => tripLimits(dataset, ways),
  dated: ({ dataset, ways }: Subject) =>
    dataset.voyages.map((voyage) => ({ voyage: voyage.id, legs: datedAlone(dataset, ways, voyage) })),
  schedules: ({ dataset, ways }: Subject, asked: ScheduleQuestion = FIRST_QUESTION) =>
    shipSchedules(dataset, ways, asked),
};

export type TaskName = keyof typeof TASKS;
/** What a task can be told beside the case; nothing for most. */
export type Asking<Name extends TaskName> = Parameters<(typeof TASKS)[Name]>[1];
export type Answer<Name extends TaskName> = ReturnType<(typeof TASKS)[Name]>;

/** One question about a case. Everything in it can be copied to a worker. */
export interface Question<Name extends TaskName = TaskName> {
  readonly task: Name;
  readonly dataset: Dataset;
  readonly found: readonly FoundLine[];
  readonly assumed: readonly string[];
  readonly asking?: Asking<Name> | undefined;
}

/** Lays the lanes of the case again and works out the answer. */
export function answer<Name extends TaskName>({ task, dataset, found, assumed, asking }: Question<Name>): Answer<Name> {
  const lines = linesOf(found);
  const ways = layLanes(dataset, lines.sea, lines.greatCircle);
  const work = TASKS[task] as (subject: Subject, asking?: Asking<Name>) => Answer<Name>;
  return work({ dataset, ways, assumed }, asking);
}
