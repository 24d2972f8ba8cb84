import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong, a line a rule, and how many nodes it looked at inside the shadow root. */
export async function check(page: Page): Promise<{ readonly violations: string[]; readonly inShadow: number }> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
    const { violations, passes } = await axe.run({ resultTypes: ['violations', 'passes'] });
    // The path of a node in a shadow root has a list of selectors, one a root.
    const nodes = passes.flatMap((rule) => rule.nodes);
    return {
      violations: violations.map(
        ({ id, nodes: bad }) => `${id}: ${bad.map((node) => node.html.slice(0, 120)).join(' | ')}`,
      ),
      inShadow: nodes.filter(({ target }) => Array.isArray(target[0])).length,
    };
  });
}
