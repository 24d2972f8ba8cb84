import { defineConfig } from 'vitest/config';

/** The zones farthest behind and ahead of UTC, and UTC: nothing may depend on where the reader is. */
const ZONES = ['Pacific/Honolulu', 'UTC', 'Pacific/Kiritimati'];

/** Tests of the set-up start programs and read files; one zone is enough for them. */
const SET_UP = 'tests/unit/setup-*.test.ts';

export default defineConfig({
  test: {
    // A process a file, since only a process has a time zone of its own.
    pool: 'forks',
    projects: [
      ...ZONES.map((zone) => ({
        extends: true as const,
        test: {
          name: zone,
          env: { TZ: zone },
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          exclude: [SET_UP],
        },
      })),
      { extends: true as const, test: { name: 'set-up', include: [SET_UP] } },
    ],
  },
});
