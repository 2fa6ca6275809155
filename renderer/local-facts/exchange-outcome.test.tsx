import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fail, ok } from '../../shared/app-error.ts';
import type { Bridge } from '../../shared/contract.ts';
import { createFakeBridge } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { ExchangeOutcome } from './exchange-outcome.tsx';
import { useFactsExchange } from './use-facts-exchange.ts';

function Exchange() {
  const { outcome, exportFacts, importFacts, dismiss } = useFactsExchange();
  return (
    <>
      <button type="button" onClick={exportFacts}>
        Export
      </button>
      <button type="button" onClick={importFacts}>
        Import
      </button>
      <ExchangeOutcome outcome={outcome} onDismiss={dismiss} />
    </>
  );
}

function press(name: string, bridge: Partial<Omit<Bridge, 'on'>> = {}): void {
  renderWith(<Exchange />, createFakeBridge(bridge));
  fireEvent.click(screen.getByRole('button', { name }));
}

test('an export is told as readable, until it is dismissed', async () => {
  press('Export');
  expect((await screen.findByRole('status')).textContent).toContain('it holds no key');
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByRole('status')).toBeNull();
});

test('what an import did is told', async () => {
  press('Import', { importFacts: async () => ok({ kind: 'imported', added: 2, changed: 0, unchanged: 0 }) });
  expect((await screen.findByRole('status')).textContent).toContain('2 added');
});

test('a disk that refuses is told', async () => {
  press('Export', { exportFacts: async () => fail({ kind: 'not-saved' }) });
  expect(await screen.findByRole('alert')).toBeTruthy();
});
