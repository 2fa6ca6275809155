import { buildProgram, conclude, playwright, prepare } from './suites.mjs';

/* What takes long: the whole soak and all kills, of which `npm test` does a part. One at a time: both measure. */
const { electron, env, stop } = await prepare();
const counts = [
  await buildProgram(electron),
  await playwright({ ...env, KEYDESK_LONG: '1' }, ['e2e/long', '--workers=1']),
];
stop();
conclude(counts);
