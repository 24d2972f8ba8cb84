/** The analysis, fetched when it is first asked for. */
import { useEffect, useState } from 'preact/hooks';
import { answeringOf } from '../../state/answering.ts';
import type { State } from '../../state/state.ts';
import { type AnalysisPart, partOf } from './open-part.ts';

type Module = typeof import('./analysis-panel.tsx');

let module: Module | null = null;

/** Fetches the analysis; resolves when it can be drawn. */
export async function loadAnalysis(): Promise<void> {
  module = await import('./analysis-panel.tsx');
}

/** The part that the address asks for and that the page has room for; null where there is none. */
function askedPart(state: State): AnalysisPart | null {
  const { analysis, selected, controls } = state.settings;
  const shown = state.case.value;
  const covered = selected.value !== null && shown?.voyage(selected.value) !== undefined;
  return shown && !covered && controls.value === 'full' ? partOf(analysis.value) : null;
}

/**
 * Resolves when the part of the analysis that the address asks for is on the page, with its answer or with word why
 * there is none. Looks once a frame; at once where nothing is asked for.
 */
export async function analysisSettled(state: State): Promise<void> {
  const { shown, works } = answeringOf(state);
  for (let part = askedPart(state); part !== null; part = askedPart(state)) {
    // A frame at least: what was changed just now is yet to be drawn.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (shown.value === part && works.value === 0) return;
  }
}

export function LazyAnalysis() {
  const [, setLoaded] = useState(module !== null);
  useEffect(() => {
    if (!module) void loadAnalysis().then(() => setLoaded(true));
  }, []);
  return module && <module.AnalysisPanel />;
}
