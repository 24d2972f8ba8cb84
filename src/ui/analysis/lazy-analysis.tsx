/** The analysis, fetched when it is first asked for. */
import { useEffect, useState } from 'preact/hooks';

type Module = typeof import('./analysis-panel.tsx');

let module: Module | null = null;

/** Fetches the analysis; resolves when it can be drawn. */
export async function loadAnalysis(): Promise<void> {
  module = await import('./analysis-panel.tsx');
}

export function LazyAnalysis() {
  const [, setLoaded] = useState(module !== null);
  useEffect(() => {
    if (!module) void loadAnalysis().then(() => setLoaded(true));
  }, []);
  return module && <module.AnalysisPanel />;
}
