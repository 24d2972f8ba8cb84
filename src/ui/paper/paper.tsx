import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { PageContext, usePage } from '../page-context.ts';
import { Record } from './record.tsx';

/** Room across a sheet, A4 on its side less its margins, CSS px. */
const ACROSS = 1020;

/**
 * What is added when the page is printed. A browser draws the sheet at once and asks nobody for a new size, so the
 * record is drawn before it, and the map keeps its pixels and is made smaller as a whole.
 */
export function Paper() {
  const page = usePage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const here = box.current;
    const around = here?.closest<HTMLElement>('.page');
    if (!here || !around) return undefined;
    const draw = (on: boolean): void => {
      const record = (
        <PageContext.Provider value={page}>
          <Record />
        </PageContext.Provider>
      );
      render(on ? record : null, here);
    };
    const before = (): void => {
      const map = around.querySelector<HTMLElement>('.map');
      if (!matchMedia('print').matches && map && map.clientWidth > 0) {
        around.style.setProperty('--print-width', `${map.clientWidth}px`);
        around.style.setProperty('--print-height', `${map.clientHeight}px`);
        around.style.setProperty('--print-zoom', String(Math.min(1, ACROSS / map.clientWidth)));
      }
      draw(true);
    };
    const after = (): void => {
      for (const name of ['--print-width', '--print-height', '--print-zoom']) around.style.removeProperty(name);
      draw(false);
    };
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
      draw(false);
    };
  }, [page]);
  return <div class="paper" ref={box} />;
}
