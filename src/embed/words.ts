/** What the loader says in an article. The article's own link inside the `div` comes first: it is in its language. */
export const WORDS = {
  open: 'Open the full map',
  title: 'Map of voyages',
  refused: 'The map is not shown: its address must begin with https:',
} as const;
