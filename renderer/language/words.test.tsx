import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { t } from '../../shared/language/words.ts';
import { words } from './words.tsx';

const HOSTILE = '<b>{{count}}</b> $t(format.justNow) {{name}}';

it('a name is nothing but its letters, as text and as an element', () => {
  expect(t('common.named', { name: HOSTILE })).toBe(`“${HOSTILE}”`);
  const { container } = render(<p>{words('common.named', { name: <strong>{HOSTILE}</strong> })}</p>);
  expect(container.innerHTML).toBe(
    '<p>“<strong>&lt;b&gt;{{count}}&lt;/b&gt; $t(format.justNow) {{name}}</strong>”</p>',
  );
});

it('a text without elements stays as it is', () => {
  const { container } = render(<p>{words('format.keys', { count: 1200 })}</p>);
  expect(container.textContent).toBe('1,200 keys');
});
