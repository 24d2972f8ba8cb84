/** The two looks of the base map. Every colour of it is here and nowhere else. */

export type Look = 'light' | 'dark';

export interface LookColours {
  readonly sea: string;
  readonly land: string;
  /** Shore and borders. */
  readonly coast: string;
  readonly graticule: string;
  /** Names: quiet, since the evidence is drawn above them. */
  readonly name: string;
  readonly seaName: string;
  /** Opacity of the soft line on the water's side of the shore. */
  readonly shoreOpacity: number;
}

export const LOOKS: Readonly<Record<Look, LookColours>> = {
  light: {
    sea: '#E3EAED',
    land: '#F8F6F1',
    coast: '#6E818B',
    graticule: '#CFD9DE',
    name: '#5A6770',
    seaName: '#45525C',
    shoreOpacity: 0.22,
  },
  dark: {
    sea: '#0F1920',
    land: '#1B262D',
    coast: '#5E717C',
    graticule: '#1E2B33',
    name: '#9AA9B2',
    seaName: '#B9C6CD',
    shoreOpacity: 0.22,
  },
};
