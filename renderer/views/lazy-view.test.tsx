import { screen } from '@testing-library/react';
import { type ComponentType, Suspense } from 'react';
import { expect, it } from 'vitest';
import { renderWith } from '../test/render-with.tsx';
import { lazyView } from './lazy-view.tsx';
import type { ViewProps } from './view-props.ts';

function show(load: () => Promise<ComponentType<ViewProps>>): void {
  // Neither of the views here looks at what it is given.
  const Content = lazyView(load) as ComponentType;
  renderWith(
    <Suspense fallback={null}>
      <Content />
    </Suspense>,
  );
}

it('shows a view once it is loaded', async () => {
  show(async () => () => <p>The view</p>);
  expect(await screen.findByText('The view')).toBeTruthy();
});

it('says where a view could not be loaded', async () => {
  show(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')));
  expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded');
});
