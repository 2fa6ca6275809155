import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { SECRET_FORMS } from '../../shared/secret-use.ts';
import { secretAs, variableName } from './secret-form.ts';

const KEY = { secret: 'kdemo_a-B_1', name: 'CRM_Query', address: 'https://api.diga.io' };
const ODD = { ...KEY, secret: `k"$(id)'\`x\\ y` };

it.each([
  ['env', 'CRM_QUERY=kdemo_a-B_1'],
  ['header', 'Authorization: Bearer kdemo_a-B_1'],
  ['curl', 'curl -H "Authorization: Bearer kdemo_a-B_1" "https://api.diga.io/v1/api_key/?limit=1"'],
] as const)('%s', (form, text) => {
  expect(secretAs(form, KEY)).toBe(text);
});

it.each([
  ['Booking App (Staging)', 'BOOKING_APP_STAGING'],
  ['7 Zwerge', 'KEY_7_ZWERGE'],
  ['Café_Señor', 'CAFE_SENOR'],
  ['$(rm -rf ~)\nX=1', 'RM_RF_X_1'],
  ['鍵', 'API_KEY'],
  ['', 'API_KEY'],
])('a key called %j is the variable %s', (name, variable) => {
  expect(variableName(name)).toBe(variable);
});

it.skipIf(process.platform === 'win32')(
  'a shell takes an odd key for what it is, and runs nothing of it',
  () => {
    const run = (script: string) => execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' });
    expect(run(`${secretAs('env', ODD)}; printf %s "$CRM_QUERY"`)).toBe(ODD.secret);
    expect(run(`curl() { printf '%s|' "$@"; }; ${secretAs('curl', ODD)}`)).toBe(
      `-H|Authorization: Bearer ${ODD.secret}|https://api.diga.io/v1/api_key/?limit=1|`,
    );
  },
);

it('every form holds the whole key', () => {
  for (const form of SECRET_FORMS) expect(secretAs(form, KEY)).toContain(KEY.secret);
});
