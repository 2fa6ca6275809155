import { test as base } from './app.ts';
import { type Keyring, keyringLacks, keyringModule, startKeyring } from './keyring.ts';
import type { Keydesk } from './launch.ts';

type Fixtures = {
  /** Whether a keyring that is locked can show its box. */
  readonly asks: boolean;
  readonly keyring: Keyring;
  /** Starts the program with the keyring, on the test's profile. */
  readonly start: (env?: Readonly<Record<string, string>>) => Promise<Keydesk>;
};

const lacks = keyringLacks();

/** Each test has a real keyring of its own. Playwright turns the system's keyring off: it is turned on again. */
export const test = base.extend<Fixtures>({
  asks: [false, { option: true }],
  keyring: async ({ asks }, use) => {
    base.skip(
      process.platform !== 'linux',
      'On macOS and Windows the keyring cannot be replaced for a test.',
    );
    base.skip(lacks.length > 0, `Not installed: ${lacks.join(', ')}`);
    const keyring = await startKeyring({ asks });
    await use(keyring);
    await keyring.stop();
  },
  start: async ({ keyring, launch, profile }, use) => {
    const module = await keyringModule(profile);
    await use((env = {}) => launch({ env: { ...keyring.env, ...env }, modules: [module] }));
  },
});
