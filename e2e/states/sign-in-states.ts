import type { Page } from '@playwright/test';
import { t } from '../../shared/language/words.ts';
import { json } from '../support/fault.ts';
import { button, dialog, field, heading, refresh, search, updated } from './find.ts';
import { sendSignIn, signOut } from './stage.ts';
import { statesOf } from './state.ts';

const signIn = statesOf('signed out', 'Sign in');

export const SIGN_IN_STATES = [
  signIn('first start', ({ page }) => heading(page, t('signIn.title')).waitFor()),
  signIn('a mistake in a field', async (stage) => {
    await sendSignIn(stage, 'http://example.com', '');
    await stage.page.locator('[aria-invalid="true"]').first().waitFor();
  }),
  signIn('token refused', async (stage) => {
    await sendSignIn(stage, stage.api.url, 'wrong');
    await stage.page.getByRole('alert').waitFor();
  }),
  signIn(
    'no server there',
    async (stage) => {
      await stage.faults.refuse();
      await sendSignIn(stage, stage.faults.url, 'any');
      await button(stage.page, t('common.copyDetails')).waitFor();
    },
    { leave: ({ faults }) => faults.comeBack() },
  ),
  connecting(),
  signIn(
    'administrators only',
    async (stage) => {
      await sendSignIn(stage, stage.api.url, stage.api.tokens.reader);
      await heading(stage.page, t('session.administratorsOnly')).waitFor();
    },
    { leave: signOut },
  ),
  statesOf('several projects', 'Sign in')('choosing a project', async (stage) => {
    await sendSignIn(stage, stage.api.url, stage.api.tokens.admin);
    await heading(stage.page, t('signIn.chooseProject')).waitFor();
  }),
  statesOf('ruled', 'Sign in')('ruled by a policy', async ({ page }) => {
    await field(page, t('common.apiAddress')).waitFor();
    await page.getByText(t('signIn.demoRuledOff')).waitFor();
  }),
  statesOf('broken policy', 'Sign in')('the policy has a mistake in it', async ({ page }) => {
    const problem = t('policy.malformed');
    await page.getByText(t('notices.policyBroken', { problem })).waitFor();
  }),
  statesOf('demo', 'Sign in')(
    'again, for the token is dead',
    async ({ page, faults }) => {
      faults.rule({ fault: json(401, {}) });
      await refresh(page).click();
      await dialog(page, t('signIn.again')).waitFor();
    },
    {
      leave: async ({ page, faults, api }) => {
        faults.heal();
        await field(page, t('signIn.adminToken')).fill(api.tokens.admin);
        await page.keyboard.press('Enter');
        await search(page).waitFor();
        await updated(page).waitFor();
      },
    },
  ),
];

/** The server answers when the state is left, and lets nobody in. */
function connecting() {
  const answer = Promise.withResolvers<void>();
  return signIn(
    'connecting',
    async (stage) => {
      const next = json(401, {});
      stage.faults.rule({ fault: { kind: 'hold', until: answer.promise, next } });
      await sendSignIn(stage, stage.faults.url, 'any');
      await button(stage.page, t('common.cancel')).waitFor();
    },
    {
      leave: async ({ page }) => {
        answer.resolve();
        await page.getByRole('alert').waitFor();
      },
    },
  );
}

const proxy = statesOf('behind a proxy', 'Proxy');
const loginButton = (page: Page) => button(page, t('proxy.logInMore'));

export const PROXY_STATES = [
  proxy('asks for a login', async (stage) => {
    await sendSignIn(stage, stage.api.url, stage.api.tokens.admin);
    await loginButton(stage.page).waitFor();
  }),
  proxy('its login', ({ page }) => dialog(page, t('proxy.title')).waitFor(), {
    from: { element: loginButton, key: 'Enter' },
  }),
  proxy(
    'its login, without a name',
    async ({ page }) => {
      await button(dialog(page, t('proxy.title')), t('proxy.logIn')).click();
      await page.getByText(t('proxy.enterUserName')).waitFor();
    },
    { from: { element: loginButton, key: 'Enter' } },
  ),
];
