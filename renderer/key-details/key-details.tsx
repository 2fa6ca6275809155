import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import type { KeyRow } from '../../shared/api-key.ts';
import { nameInLabel, shownName } from '../format.ts';
import type { ActionProblems } from '../keys/action-problems.ts';
import { words } from '../language/words.tsx';
import styles from './key-details.module.css';
import { KeyDetailsBody } from './key-details-body.tsx';

type KeyDetailsProps = {
  /** The key that is looked at; null closes the drawer. */
  readonly row: KeyRow | null;
  /** The signed-in person, to tell t('common.you') from others; null where the token belongs to nobody. */
  readonly userId: string | null;
  readonly now: number;
  readonly onClose: () => void;
  readonly onDuplicate: (row: KeyRow) => void;
  readonly onReplace: (row: KeyRow) => void;
  readonly onDelete: (row: KeyRow) => void;
  readonly problems: ActionProblems;
  /** What else is known of it. */
  readonly children?: ReactNode;
};

/** Everything that is known of one key, in a drawer at the right. */
export function KeyDetails({ row, onClose, ...body }: KeyDetailsProps) {
  return (
    <Drawer
      opened={row !== null}
      onClose={onClose}
      position="right"
      size={460}
      padding={24}
      classNames={{ content: styles.content, header: styles.header, title: styles.title, body: styles.body }}
      title={
        row ? (
          <span className={styles.eyebrow}>
            {words('details.detailsOf', {
              name: (
                <bdi className={styles.name} title={nameInLabel(row.name)}>
                  {shownName(row.name)}
                </bdi>
              ),
            })}
          </span>
        ) : null
      }
    >
      {row ? <KeyDetailsBody row={row} {...body} /> : null}
    </Drawer>
  );
}
