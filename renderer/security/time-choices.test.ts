import { expect, it } from 'vitest';
import { SETTINGS } from '../../shared/settings.ts';
import { amountOf, choiceValue, minutesLabel, secondsLabel, timeChoices } from './time-choices.ts';

const labels = (choices: ReturnType<typeof timeChoices>) => choices.map(({ label }) => label);

it('has the agreed choices', () => {
  expect(labels(timeChoices(SETTINGS.lockMinutes.offered, 15, minutesLabel))).toEqual([
    '5 minutes',
    '15 minutes',
    '30 minutes',
    '60 minutes',
    'Never',
  ]);
  expect(labels(timeChoices(SETTINGS.clipboardSeconds.offered, null, secondsLabel))).toEqual([
    '15 seconds',
    '30 seconds',
    '1 minute',
    '2 minutes',
    '5 minutes',
    'Never',
  ]);
});

it('a value from elsewhere has its place among them', () => {
  expect(labels(timeChoices(SETTINGS.lockMinutes.offered, 1, minutesLabel))[0]).toBe('1 minute');
  expect(labels(timeChoices(SETTINGS.clipboardSeconds.offered, 90, secondsLabel))[3]).toBe('90 seconds');
});

it.each([null, 15, 300])('%s goes there and back', (amount) => {
  expect(amountOf(choiceValue(amount))).toBe(amount);
});
