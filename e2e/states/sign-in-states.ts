import { json } from '../support/fault.ts';
import { button, field, heading, search } from './find.ts';
import { sendSignIn, signOut } from './stage.ts';
import { statesOf } from './state.ts';

const signIn = statesOf('signed out', 'Sign in');

export const SIGN_IN_STATES = [
  signIn('first start', ({ page }) => heading(page, 'Connect a project').waitFor()),
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
      await button(stage.page, 'Copy details').waitFor();
    },
    { leave: ({ faults }) => faults.comeBack() },
  ),
  connecting(),
  signIn(
    'administrators only',
    async (stage) => {
      await sendSignIn(stage, stage.api.url, stage.api.tokens.reader);
      await heading(stage.page, 'Administrators only').waitFor();
    },
    { leave: signOut },
  ),
  statesOf('several projects', 'Sign in')('choosing a project', async (stage) => {
    await sendSignIn(stage, stage.api.url, stage.api.tokens.admin);
    await heading(stage.page, 'Choose a project').waitFor();
  }),
  statesOf('ruled', 'Sign in')('ruled by a policy', async ({ page }) => {
    await field(page, 'API address').waitFor();
    await page.getByText('Ruled by the policy of this computer: off.').waitFor();
  }),
  statesOf('demo', 'Sign in')(
    'again, for the token is dead',
    async ({ page, faults }) => {
      faults.rule({ fault: json(401, {}) });
      await button(page, 'Refresh').click();
      await page.getByRole('dialog', { name: 'Sign in again' }).waitFor();
    },
    {
      leave: async ({ page, faults, api }) => {
        faults.heal();
        await field(page, 'Admin token').fill(api.tokens.admin);
        await page.keyboard.press('Enter');
        await search(page).waitFor();
        await page.getByText(/^Updated/).waitFor();
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
      await button(stage.page, 'Cancel').waitFor();
    },
    {
      leave: async ({ page }) => {
        answer.resolve();
        await page.getByRole('alert').waitFor();
      },
    },
  );
}
