import { expect, it } from 'vitest';
import { createCrashGuard } from './crash-guard.ts';

/** A guard with a clock in the test's hand, and what it did. */
function setUp() {
  const done: string[] = [];
  let now = 0;
  const crashed = createCrashGuard({
    reload: () => done.push('reload'),
    showCrashPage: () => done.push('crash page'),
    clock: () => now,
  });
  return {
    done,
    crash: (page: 'own' | 'crash page', after: number) => {
      now += after;
      crashed(page === 'crash page');
    },
  };
}

it('reloads once, then says so; and begins anew after a minute of peace', () => {
  const { crash, done } = setUp();
  crash('own', 0);
  crash('own', 59_000);
  expect(done).toEqual(['reload', 'crash page']);
  crash('own', 60_000);
  expect(done).toEqual(['reload', 'crash page', 'reload']);
});

it('says so each time that somebody leads back to a page that crashes again', () => {
  const { crash, done } = setUp();
  for (const after of [0, 1_000, 10_000, 10_000]) crash('own', after);
  expect(done).toEqual(['reload', 'crash page', 'crash page', 'crash page']);
});

it('leaves it where what says so crashes itself', () => {
  const { crash, done } = setUp();
  crash('own', 0);
  crash('own', 1_000);
  crash('crash page', 1_000);
  crash('crash page', 100_000);
  expect(done).toEqual(['reload', 'crash page']);
});
