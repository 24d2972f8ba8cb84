/** The evidence panel, fetched when evidence is first asked for: the first load has no need of it. */
import { useEffect, useState } from 'preact/hooks';

type Module = typeof import('./evidence-panel.tsx');

let module: Module | null = null;

/** Fetches the panel; resolves when it can be drawn. */
export async function loadEvidencePanel(): Promise<void> {
  module = await import('./evidence-panel.tsx');
}

export function LazyEvidencePanel() {
  const [, setLoaded] = useState(module !== null);
  useEffect(() => {
    if (!module) void loadEvidencePanel().then(() => setLoaded(true));
  }, []);
  return module && <module.EvidencePanel />;
}
