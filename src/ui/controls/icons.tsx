const ICONS = {
  play: 'M3,1.5v11l9.5,-5.5z',
  pause: 'M2.5,1.5h3.4v11h-3.4zM8.1,1.5h3.4v11h-3.4z',
  previous: 'M1.5,1.5h2.2v11h-2.2zM12.5,1.5v11l-8,-5.5z',
  next: 'M10.3,1.5h2.2v11h-2.2zM1.5,1.5v11l8,-5.5z',
  back: 'M9.8,1.8l-5.2,5.2 5.2,5.2 1.2,-1.2 -4,-4 4,-4z',
  forward: 'M4.2,1.8l5.2,5.2 -5.2,5.2 -1.2,-1.2 4,-4 -4,-4z',
  loop: 'M4,3.2h6a3,3 0 0 1 3,3v1.3h-1.6v-1.3a1.4,1.4 0 0 0 -1.4,-1.4h-6v2l-3.3,-2.8 3.3,-2.8zM10,10.8h-6a3,3 0 0 1 -3,-3v-1.3h1.6v1.3a1.4,1.4 0 0 0 1.4,1.4h6v-2l3.3,2.8 -3.3,2.8z',
} as const;

/** A 14 px icon in the colour of its text. */
export function Icon({ name }: { name: keyof typeof ICONS }) {
  return (
    <svg class="icon" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <path d={ICONS[name]} fill="currentColor" />
    </svg>
  );
}
