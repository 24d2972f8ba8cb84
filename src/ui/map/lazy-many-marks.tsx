/** The marks of many ships, fetched where a case has many: the first load has no need of them. */
import { useEffect, useState } from 'preact/hooks';
import type { ManyProps } from './many-marks.tsx';

type Module = typeof import('./many-marks.tsx');

let module: Module | null = null;

/** Fetches the drawing of many ships; resolves when they can be drawn. */
export async function loadManyMarks(): Promise<void> {
  module = await import('./many-marks.tsx');
}

export function LazyManyMarks(props: ManyProps) {
  const [, setLoaded] = useState(module !== null);
  useEffect(() => {
    if (!module) void loadManyMarks().then(() => setLoaded(true));
  }, []);
  return module && <module.ManyMarks {...props} />;
}
