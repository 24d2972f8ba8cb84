import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FRAME_ATTRIBUTES, FRAME_HEIGHT } from '../../src/embed/frame.ts';
import { createState, settingsOf } from '../../src/state/state.ts';
import { embedCode } from '../../src/ui/share/embed-code.ts';

const choice = { height: FRAME_HEIGHT, settings: {} };

test('the loader makes the frame that the share dialog gives out', () => {
  const code = embedCode('https://example.org/map/', 'Map', settingsOf(createState()), choice);
  for (const [name, value] of Object.entries(FRAME_ATTRIBUTES)) expect(code).toContain(`${name}="${value}"`);
});

test('the examples begin with the height that the loader begins with', () => {
  const css = readFileSync('public/examples/examples.css', 'utf8');
  expect(css).toContain(`min-height: ${FRAME_HEIGHT}px`);
});
