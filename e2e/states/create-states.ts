import type { Page } from '@playwright/test';
import { t } from '../../shared/language/words.ts';
import { json } from '../support/fault.ts';
import { choose, createButton, fillIn, form } from './create-form.ts';
import { button, dialog, field, item, menu, question, row } from './find.ts';
import { statesOf } from './state.ts';

const create = statesOf('creating', 'Create');
const fromButton = { from: { element: createButton, key: 'Enter' } };

/** By its button: it may have lost the focus while it was scrolled out of sight, and the Escape is not for it then. */
const closePopover = (page: Page, name: string) => button(dialog(page, name), t('common.cancel')).click();

export const CREATE_STATES = [
  create('empty form', ({ page }) => field(form(page), t('common.name')).waitFor(), fromButton),
  create('levels chosen', ({ page }) => fillIn(page, 'CRM_Query_Staging'), fromButton),
  create(
    'resources filtered',
    async ({ page }) => {
      await form(page)
        .getByRole('searchbox', { name: t('permissions.filterResources') })
        .fill('a');
    },
    fromButton,
  ),
  create(
    'a mistake in it',
    async ({ page }) => {
      await choose(page, t('permissions.agents'), t('common.write'));
      await button(form(page), t('common.save')).click();
      await form(page).getByText(t('create.enterName')).waitFor();
    },
    fromButton,
  ),
  create(
    'unrestricted, with more fields',
    async ({ page }) => {
      await field(form(page), t('common.name')).fill('Booking_App');
      await form(page)
        .getByRole('switch', { name: t('create.restrict') })
        .click();
      await form(page).getByText(t('create.more'), { exact: true }).click();
      await form(page).getByLabel(t('create.expiresEnd')).waitFor();
    },
    fromButton,
  ),
  create(
    'a key that can do nothing?',
    async ({ page }) => {
      await field(form(page), t('common.name')).fill('CRM_Query_Staging');
      await button(form(page), t('common.save')).click();
      await question(page).waitFor();
    },
    fromButton,
  ),
  create(
    'presets',
    async ({ page }) => {
      await button(form(page), t('permissions.presets')).click();
      await menu(page).waitFor();
    },
    fromButton,
  ),
  create(
    'save as preset',
    async ({ page }) => {
      await choose(page, t('permissions.calls'), t('common.read'));
      await button(form(page), t('permissions.presets')).click();
      await item(page, t('permissions.saveAsPresetMore')).click();
      await dialog(page, t('permissions.saveAsPreset')).waitFor();
    },
    { ...fromButton, leave: ({ page }) => closePopover(page, t('permissions.saveAsPreset')) },
  ),
  create(
    'paste levels',
    async ({ page }) => {
      await button(form(page), t('permissions.paste')).click();
      await field(page, t('permissions.levelsAsText')).fill('calls.view, 42');
    },
    { ...fromButton, leave: ({ page }) => closePopover(page, t('permissions.paste')) },
  ),
  create(
    'discard?',
    async ({ page }) => {
      await field(form(page), t('common.name')).fill('x');
      await button(form(page), t('common.goBack')).click();
      await question(page).waitFor();
    },
    fromButton,
  ),
  create(
    'refused',
    async ({ page, faults }) => {
      faults.rule({ call: 'create', fault: json(422, {}) });
      await fillIn(page, 'CRM_Query_Staging');
      await button(form(page), t('common.save')).click();
      await form(page).getByRole('alert').waitFor();
    },
    fromButton,
  ),
  create(
    'duplicate',
    async ({ page }) => {
      await item(page, t('common.duplicateMore')).press('Enter');
      await field(form(page), t('common.name')).waitFor();
    },
    { from: { element: (page) => row(page, 'Workflow_Runner'), key: 'Shift+F10' } },
  ),
];
