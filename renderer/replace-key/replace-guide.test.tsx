import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { type LocalFacts, NO_FACTS, withKeyFacts } from '../../shared/local-facts.ts';
import type { Rotation } from '../../shared/rotation.ts';
import { renderWith } from '../test/render-with.tsx';
import { sampleKey } from '../test/sample-key.ts';
import { ReplaceGuide } from './replace-guide.tsx';
import { RotationBanners } from './rotation-banners.tsx';

const OLD = sampleKey('old', { name: 'CRM' });
const ROTATION: Rotation = {
  oldKey: { id: 'old', name: 'CRM', lastFour: 'aaaa' },
  newKey: { id: 'new', name: 'CRM (2)', lastFour: 'bbbb' },
  begunAt: 0,
  storedAt: null,
};
const STORED = { ...ROTATION, storedAt: 1 };
const BOTH = new Set(['old', 'new']);
const factsOf = (...rotations: Rotation[]): LocalFacts => ({ ...NO_FACTS, rotations });

function showGuide(
  facts: LocalFacts,
  listed: ReadonlySet<string> | null = BOTH,
  deleteProblem: string | null = null,
) {
  const [onCreate, onDelete, onClose, onStopped] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  const view = renderWith(
    <ReplaceGuide
      row={OLD}
      facts={facts}
      listed={listed}
      problems={{ create: null, delete: deleteProblem }}
      onCreate={onCreate}
      onDelete={onDelete}
      onClose={onClose}
      onStopped={onStopped}
    />,
  );
  const step = () => screen.getByRole('dialog').querySelector('[aria-current="step"]')?.textContent;
  return { ...view, onCreate, onDelete, onClose, onStopped, step };
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('the guide', () => {
  test('is closed for a key that is not being replaced', () => {
    showGuide(NO_FACTS);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('asks whether the new key is stored, and deletes nothing by itself', () => {
    const { bridge, onDelete, step } = showGuide(factsOf(ROTATION));
    expect(step()).toContain('Store it');
    press('It is stored');
    expect(bridge.callsOf('keyIsStored')).toEqual([{ keyId: 'new' }]);
    press('Delete the new key…');
    expect(onDelete).toHaveBeenCalledWith('new');
    expect(bridge.callsOf('deleteKey')).toEqual([]);
  });

  test('while it waits, ticks and adds places, and leads to the usual delete dialog', async () => {
    const usedAt = [{ place: 'crm', moved: false }];
    const facts = withKeyFacts(factsOf(STORED), 'old', { owner: 'Ada', usedAt });
    const { bridge, onDelete, step } = showGuide(facts);
    expect(step()).toContain('Move to it');
    expect(screen.getByText('0 of 1 places have the new key.')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: 'crm' }));
    fireEvent.change(screen.getByRole('textbox', { name: 'Another place' }), { target: { value: ' site ' } });
    press('Add');
    await waitFor(() => expect(bridge.callsOf('setKeyNotes')).toHaveLength(2));
    expect(bridge.callsOf('setKeyNotes')).toMatchObject([
      { keyId: 'old', notes: { owner: 'Ada', usedAt: [{ place: 'crm', moved: true }] } },
      {
        keyId: 'old',
        notes: {
          usedAt: [
            { place: 'crm', moved: true },
            { place: 'site', moved: false },
          ],
        },
      },
    ]);
    press('Delete the old key…');
    expect(onDelete).toHaveBeenCalledWith('old');
    expect(bridge.callsOf('deleteKey')).toEqual([]);
  });

  test('says why the old key cannot be deleted now', () => {
    showGuide(factsOf(STORED), BOTH, 'Not possible while offline');
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Delete the old key…' });
    expect(button.disabled).toBe(true);
    expect(button.title).toBe('Not possible while offline');
  });

  test('begins again where the new key is gone', () => {
    const { onCreate, step } = showGuide(factsOf({ ...STORED, newKey: null }));
    expect(step()).toContain('Create it');
    press('Create the new key…');
    expect(onCreate).toHaveBeenCalledWith('old');
  });

  test('can be given up: both keys stay', () => {
    const { bridge, onClose, onStopped } = showGuide(factsOf(STORED));
    press('Stop replacing');
    expect(bridge.callsOf('endRotation')).toEqual([{ oldId: 'old' }]);
    expect(onClose).toHaveBeenCalled();
    expect(onStopped).toHaveBeenCalled();
    expect(bridge.callsOf('deleteKey')).toEqual([]);
  });
});

describe('the banners', () => {
  const show = (
    facts: LocalFacts,
    listed: ReadonlySet<string> | null = BOTH,
    hiddenId: string | null = null,
  ) => {
    const onContinue = vi.fn();
    const onDone = vi.fn();
    const view = renderWith(
      <RotationBanners
        rotations={facts.rotations}
        facts={facts}
        hiddenId={hiddenId}
        listed={listed}
        now={10}
        onContinue={onContinue}
        onDone={onDone}
      />,
    );
    return { ...view, onContinue, onDone };
  };
  const region = () => screen.queryByRole('region', { name: 'Keys that are being replaced' });

  test('tell nothing where nothing is replaced, or a dialog tells it', () => {
    show(NO_FACTS);
    show(factsOf(STORED), BOTH, 'old');
    expect(region()).toBeNull();
  });

  test('lead on to the next step', () => {
    const { onContinue } = show(factsOf(STORED));
    expect(region()?.textContent).toContain('Replacing CRM: CRM (2) takes its place.');
    press('Continue');
    expect(onContinue).toHaveBeenCalledWith(STORED);
  });

  test('say that it is over where the old key is gone', () => {
    const { bridge, onDone } = show(factsOf(STORED), new Set(['new']));
    expect(region()?.textContent).toContain('no longer in the list');
    press('Done');
    expect(bridge.callsOf('endRotation')).toEqual([{ oldId: 'old' }]);
    expect(onDone).toHaveBeenCalled();
  });

  test('fold where there are many', () => {
    const many = ['a', 'b', 'c'].map((id) => ({ ...STORED, oldKey: { ...STORED.oldKey, id } }));
    show(factsOf(...many), null);
    expect(region()?.textContent).toContain('3 keys are being replaced.');
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
    press('Show');
    expect(screen.getAllByRole('button', { name: 'Continue' })).toHaveLength(3);
  });
});
