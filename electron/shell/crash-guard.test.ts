import { expect, it } from 'vitest';
import { createCrashGuard } from './crash-guard.ts';

it('reloads once, then says so, then leaves it; and begins anew after a minute of peace', () => {
  const done: string[] = [];
  let now = 0;
  const crashed = createCrashGuard({
    reload: () => done.push('reload'),
    showCrashPage: () => done.push('crash page'),
    clock: () => now,
  });
  crashed();
  now += 59_000;
  crashed();
  now += 1_000;
  crashed();
  crashed();
  expect(done).toEqual(['reload', 'crash page']);
  now += 60_000;
  crashed();
  expect(done).toEqual(['reload', 'crash page', 'reload']);
});
