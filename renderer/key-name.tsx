import { shownName } from './format.ts';
import styles from './key-name.module.css';

type KeyNameProps = {
  readonly name: string | null;
  readonly className?: string | undefined;
};

/** The name of a key: foreign text on one line, cut with an ellipsis, its direction kept to itself. */
export function KeyName({ name, className }: KeyNameProps) {
  const shown = shownName(name);
  return (
    <bdi className={`${styles.name} ${className ?? ''}`} title={shown}>
      {shown}
    </bdi>
  );
}
