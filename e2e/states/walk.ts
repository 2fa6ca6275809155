import type { SpokenLanguage } from '../../shared/language/languages.ts';
import { goHome, openStage, STARTS, type Stage, type StartName } from './stage.ts';
import { type State, showState } from './state.ts';
import { statesFrom } from './states.ts';

export const START_NAMES = Object.keys(STARTS) as readonly StartName[];

type Visitor = {
  /** A state is shown: it is left as it is. */
  readonly look: (state: State, stage: Stage) => Promise<void>;
  /** It was left. */
  readonly left?: (state: State, stage: Stage) => Promise<void>;
};

/**
 * Starts one program and shows each of its states. One that cannot be shown does not keep the others from it: answers which, and why.
 */
export async function walkStates(
  start: StartName,
  { look, left }: Visitor,
  language: SpokenLanguage = 'en',
): Promise<readonly string[]> {
  const stage = await openStage(start, language);
  const failures: string[] = [];
  const attempt = async ({ view, name }: State, act: () => Promise<void>): Promise<void> => {
    await act().catch((error: unknown) => void failures.push(`${view}, ${name}: ${String(error)}`));
  };
  try {
    for (const state of statesFrom(start)) {
      await attempt(state, async () => {
        await showState(stage, state);
        await look(state, stage);
      });
      await attempt(state, async () => {
        await state.leave?.(stage);
      });
      await attempt(state, async () => {
        await goHome(stage);
        await left?.(state, stage);
      });
    }
  } finally {
    await stage.close();
  }
  return failures;
}
