import { expect, type Page } from '@playwright/test';
import { test, trySignIn } from './support/app.ts';
import { makeCertificate } from './support/certificates.ts';
import { startFaultServer } from './support/fault-server.ts';
import { filesWith, textsIn } from './support/leak-search.ts';

/* What a person may type at the sign-in; each number is that of a fault. */

const addressOf = (page: Page) => page.getByRole('textbox', { name: 'API address' });
const tokenOf = (page: Page) => page.getByRole('textbox', { name: 'Admin token' });

test.describe('the API address', () => {
  const ADDRESSES: readonly (readonly [string, string])[] = [
    ['http://example.com', 'http:// is only allowed for a server on this computer'],
    ['http://localhost.example.com', 'http:// is only allowed for a server on this computer'],
    ['http://[::ffff:127.0.0.1]', 'http:// is only allowed for a server on this computer'],
    ['https://a@b', 'The address must not contain a user name or password'],
    ['file:///', 'The address must begin with https://'],
    ['app://', 'The address must begin with https://'],
    ['https://localhost.', 'This host name cannot be used'],
    ['http://0.0.0.0', 'This host name cannot be used'],
    ['https://api.diga.io/v1', 'Enter the address without a path'],
  ];

  test('fault 28: one that is not allowed is refused with the reason at its field, and what was typed stays', async ({
    keydesk: { page },
    api,
  }) => {
    for (const [typed, reason] of ADDRESSES) {
      await trySignIn(page, typed, api.tokens.admin);
      await expect(addressOf(page), typed).toHaveAccessibleDescription(new RegExp(reason));
      await expect(addressOf(page)).toHaveAttribute('aria-invalid', 'true');
      await expect(addressOf(page)).toBeFocused();
      await expect(addressOf(page)).toHaveValue(typed);
      await expect(tokenOf(page)).toHaveValue(api.tokens.admin);
    }
  });

  for (const host of ['127.0.0.1', '127.1', 'localhost', 'LOCALHOST', '2130706433']) {
    test(`fault 28: http: is allowed for this computer as ${host}`, async ({
      keydesk: { page },
      api,
      faults,
    }) => {
      await trySignIn(page, `http://${host}:${faults.port}`, api.tokens.admin);
      await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
    });
  }

  test.describe('of a name that looks like another', () => {
    test.use({ launchArgs: ['--host-resolver-rules=MAP *.diga.io 127.0.0.1'] });

    test('fault 28: such an address is shown in punycode', async ({ keydesk: { page, app }, api }) => {
      const certificate = makeCertificate({ host: '127.0.0.1' });
      const server = await startFaultServer({ api: api.fetch, certificate });
      await app.evaluate(({ session }) =>
        session
          .fromPartition('key-api-reads', { cache: false })
          .setCertificateVerifyProc((_request, judge) => judge(0)),
      );
      // The first letter is Cyrillic.
      await trySignIn(page, `https://аpi.diga.io:${server.port}`, api.tokens.admin);
      await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
      await page.getByRole('button', { name: 'Connection' }).click();
      await expect(
        page.getByText(`https://xn--pi-6kc.diga.io:${server.port}`, { exact: true }),
      ).toBeVisible();
      expect(server.requestsOf('list')[0]?.headers.host).toBe(`xn--pi-6kc.diga.io:${server.port}`);
      await server.close();
    });
  });
});

test.describe('the admin token', () => {
  const TOKENS: Readonly<Record<string, string>> = {
    'a line break': 'person_token_of_fault_29\nX-Other: 1',
    'a space': 'person_token_of_fault_29 more',
    'non-Latin letters': 'person_token_of_fault_29_ключ',
    'a character that is not seen': 'person_token_of_fault_29\u200bmore',
  };

  for (const [what, token] of Object.entries(TOKENS)) {
    test(`fault 29: a token with ${what} is refused at its field, and is in no message and no log`, async ({
      keydesk: { page, app, output },
      faults,
      profile,
    }) => {
      await addressOf(page).fill(faults.url);
      // Pasted, as a token comes; what the field makes of a line break is its own.
      await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), token);
      await tokenOf(page).focus();
      await page.keyboard.press('ControlOrMeta+v');
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
      await expect(tokenOf(page)).toHaveAccessibleDescription(
        /A token has no spaces, line breaks or special letters/,
      );
      await expect(tokenOf(page)).toHaveAttribute('aria-invalid', 'true');
      await expect(tokenOf(page)).toBeFocused();
      await expect(page.locator('body')).not.toContainText('of_fault_29');
      expect(faults.requests).toEqual([]);
      expect(textsIn(output(), ['of_fault_29'])).toEqual([]);
      expect(await filesWith(profile, ['of_fault_29'])).toEqual([]);
    });
  }
});
