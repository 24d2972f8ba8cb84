import { expect, test } from 'vitest';

test('the process runs in the zone that its project names', () => {
  const zone = process.env.TZ ?? '';
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
  // Minutes behind UTC, which tells whether the clock follows the variable and not only Intl does.
  const behind = { 'Pacific/Honolulu': 600, UTC: 0, 'Pacific/Kiritimati': -840 }[zone];
  expect(new Date(2023, 8, 10).getTimezoneOffset()).toBe(behind);
});
