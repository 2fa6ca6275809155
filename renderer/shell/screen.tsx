import { Title } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './screen.module.css';

type ScreenProps = {
  readonly title: string;
  readonly children: ReactNode;
};

/** A screen with one subject in the middle of the window: sign-in and what stands in its place. */
export function Screen({ title, children }: ScreenProps) {
  return (
    <main className={styles.screen}>
      <div className={styles.column}>
        <AppMark />
        <Title order={1} className={styles.title}>
          {title}
        </Title>
        {children}
      </div>
    </main>
  );
}

/** The program's mark. */
export function AppMark({ small = false }: { readonly small?: boolean }) {
  return (
    <span className={styles.mark} data-small={small || undefined} aria-hidden="true">
      <IconKey size={small ? 13 : 20} stroke={2} />
    </span>
  );
}
