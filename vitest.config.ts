import { defineConfig } from 'vitest/config';

/** The zones farthest behind and ahead of UTC, and UTC: nothing may depend on where the reader is. */
const ZONES = ['Pacific/Honolulu', 'UTC', 'Pacific/Kiritimati'];

/** Tests of the set-up start programs and read files; one zone is enough for them. */
const SET_UP = 'tests/unit/setup-*.test.ts';

export default defineConfig({
  test: {
    // Processes, since only a process has a time zone of its own; each takes one file after the other, which is a third
    // faster than a process a file.
    pool: 'forks',
    isolate: false,
    // Both cores: while the tests run nobody waits for one of them.
    maxWorkers: 2,
    projects: [
      ...ZONES.map((zone) => ({
        extends: true as const,
        test: {
          name: zone,
          env: { TZ: zone },
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          exclude: [SET_UP],
          setupFiles: ['tests/unit/runs-of-zone.ts'],
        },
      })),
      { extends: true as const, test: { name: 'set-up', include: [SET_UP] } },
    ],
  },
});
