import { useEffect, useState } from 'preact/hooks';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const EMPTY: Size = { width: 0, height: 0 };

/** The size of an element, followed; or a fixed one where the page is drawn without a browser. */
export function useSize(element: { current: HTMLElement | null }, fixed: Size | undefined): Size {
  const [size, setSize] = useState<Size>(fixed ?? EMPTY);
  useEffect(() => {
    const watched = element.current;
    if (fixed || !watched) return undefined;
    const observer = new ResizeObserver(() => {
      setSize({ width: watched.clientWidth, height: watched.clientHeight });
    });
    observer.observe(watched);
    return () => observer.disconnect();
  }, [fixed]);
  return size;
}
