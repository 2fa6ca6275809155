import { Fragment, type ReactNode } from 'react';
import { t, type ValuesOf, type WordName } from '../../shared/language/words.ts';

/** Where an element stands in a text; characters of no meaning, which no text of ours has. */
const MARK = /\uE000(\d+)\uE001/;

/**
 * A text with elements for some of its values: a name in bold, a button within a sentence. The elements never pass
 * through the text, so nothing that is written in a name can become one.
 */
export function words<Name extends WordName>(name: Name, ...[values]: ValuesOf<Name, ReactNode>): ReactNode {
  const elements: ReactNode[] = [];
  const plain = Object.fromEntries(
    Object.entries<ReactNode>(values ?? {}).map(([key, value]) => {
      if (typeof value === 'number') return [key, value];
      return [key, `\uE000${elements.push(value) - 1}\uE001`];
    }),
  );
  const parts = (t as (name: string, values: object) => string)(name, plain).split(MARK);
  // `split` with a group gives text and number in turn.
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change its order
    <Fragment key={index}>{index % 2 === 0 ? part : elements[Number(part)]}</Fragment>
  ));
}
