import { describe, expect, it } from 'vitest';
import { createProxyLogins } from './proxy-logins.ts';

const OFFICE = { host: 'proxy.example', port: 3128 };
const LOGIN = { username: 'ada', password: 'pass' };

describe('createProxyLogins', () => {
  it('knows nothing before it was told, then answers the proxy that asked', () => {
    const logins = createProxyLogins();
    expect(logins.loginFor(OFFICE)).toBeNull();
    logins.set(LOGIN);
    expect(logins.loginFor(OFFICE)).toEqual(LOGIN);
  });

  it('gives the login of one proxy to no other', () => {
    const logins = createProxyLogins();
    logins.loginFor(OFFICE);
    logins.set(LOGIN);
    expect(logins.loginFor({ ...OFFICE, port: 8080 })).toBeNull();
  });

  it('takes no login that nobody asked for', () => {
    const logins = createProxyLogins();
    logins.set(LOGIN);
    expect(logins.loginFor(OFFICE)).toBeNull();
  });

  it('forgets all it was told, also which proxy has asked', () => {
    const logins = createProxyLogins();
    logins.loginFor(OFFICE);
    logins.set(LOGIN);
    logins.forget();
    logins.set(LOGIN);
    expect(logins.loginFor(OFFICE)).toBeNull();
  });

  it('forgets a login that was refused, and takes another', () => {
    const logins = createProxyLogins();
    logins.loginFor(OFFICE);
    logins.set(LOGIN);
    logins.refused(OFFICE);
    expect(logins.loginFor(OFFICE)).toBeNull();
    logins.set({ ...LOGIN, password: 'right' });
    expect(logins.loginFor(OFFICE)).toEqual({ username: 'ada', password: 'right' });
  });
});
