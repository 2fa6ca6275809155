import type { Call } from './fault-request.ts';
import type { Told } from './soak-told.ts';
import type { SeenDialog } from './soak-window.ts';

/** What can be done with a button; `before` tells what the press allows. */
export type Choice = {
  readonly button: RegExp;
  readonly weight: number;
  readonly call?: Call;
  readonly before?: (told: Told, dialog: SeenDialog) => void;
};

const sendOnce = (told: Told) => told.allow({ creates: 1 });

function save(told: Told, { text }: SeenDialog): void {
  const isOnlyLooking = text.includes('An earlier attempt may have created this key');
  told.allow({ creates: isOnlyLooking ? 0 : 1 });
}

/** The dialogs by their titles; what is not listed is not pressed. */
const DIALOGS: readonly (readonly [title: RegExp, choices: readonly Choice[]])[] = [
  [
    /^Discard what you typed/,
    [
      { button: /^Discard$/, weight: 3 },
      { button: /^Keep editing$/, weight: 1 },
    ],
  ],
  [
    /^You have neither copied/,
    [
      { button: /^Go back$/, weight: 1 },
      { button: /^Close and lose/, weight: 1, before: (told) => told.settleNewest() },
    ],
  ],
  [
    /^This key can do nothing$/,
    [
      { button: /^Go back to the permissions$/, weight: 1 },
      { button: /^Create it anyway$/, weight: 1, call: 'create', before: sendOnce },
    ],
  ],
  [
    /^Your new API key$/,
    [
      { button: /^(Show|Hide) key$/, weight: 1 },
      { button: /^Copy key$/, weight: 1 },
      { button: /^I have stored this key$/, weight: 3, before: (told) => told.settleNewest() },
    ],
  ],
  [
    /^Create an API Key$/,
    [
      { button: /^Save$/, weight: 4, call: 'create', before: save },
      { button: /^Go back$/, weight: 2 },
      { button: /^Cancel$/, weight: 3 },
      { button: /^Retry$/, weight: 3, call: 'list' },
      { button: /^Go back to the form$/, weight: 1 },
      { button: /^(Keep it|Close without creating)$/, weight: 1, before: (told) => told.settleAsked() },
      {
        button: /^Create again$/,
        weight: 3,
        call: 'create',
        before: (told) => {
          told.settleAsked();
          sendOnce(told);
        },
      },
      {
        button: /^Delete it and create again/,
        weight: 3,
        call: 'delete',
        before: (told, { text }) => {
          told.settleAsked();
          told.allow({ creates: 1, deletes: 1, deleting: text });
        },
      },
      {
        button: /^Delete this key$/,
        weight: 3,
        call: 'delete',
        before: (told) => told.allow({ deletes: 1 }),
      },
    ],
  ],
  [
    /^Delete API key$/,
    [
      {
        button: /^Delete$/,
        weight: 3,
        call: 'delete',
        before: (told, { text }) => told.allow({ deletes: 1, deleting: text }),
      },
      { button: /^Cancel$/, weight: 1 },
    ],
  ],
  [/^Details of/, [{ button: /^Delete$/, weight: 1, call: 'delete' }]],
  [/^Sign in again$/, [{ button: /^Not now$/, weight: 1 }]],
];

/** What a person may press in a dialog. */
export function choicesIn({ title }: SeenDialog): readonly Choice[] {
  return DIALOGS.find(([pattern]) => pattern.test(title))?.[1] ?? [];
}
