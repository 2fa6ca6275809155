import { Button, CloseButton } from '@mantine/core';
import { t } from '../../shared/language/words.ts';
import { oneLine } from '../format.ts';
import styles from './carried-note.module.css';

/** A server may send any number of foreign strings; that many are shown. */
const MOST_SHOWN = 60;

/** The button that is pressed goes away: the focus goes on to its neighbour, or to the filter where none is left. */
function passFocusOn(button: Element): void {
  const item = button.closest('li');
  const next = item?.nextElementSibling ?? item?.previousElementSibling;
  const filter = button.closest('[data-editor]')?.querySelector<HTMLElement>('input[type="search"]');
  (next?.querySelector('button') ?? filter)?.focus();
}

type CarriedNoteProps = {
  readonly carried: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (carried: readonly string[]) => void;
};

/** Exact permissions beside the levels: what they are, and the way to drop them. */
export function CarriedNote({ carried, disabled, onChange }: CarriedNoteProps) {
  const more = carried.length - MOST_SHOWN;
  return (
    <section className={styles.note} aria-label={t('permissions.keptAsTheyAre')}>
      <p className={styles.words}>
        <span>{t('permissions.alsoGets')}</span>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          disabled={disabled}
          aria-label={t('permissions.dropAllLabel')}
          onClick={(event) => {
            passFocusOn(event.currentTarget);
            onChange([]);
          }}
        >
          {t('permissions.dropAll')}
        </Button>
      </p>
      <ul className={styles.list}>
        {carried.slice(0, MOST_SHOWN).map((permission) => (
          <li key={permission} className={styles.permission}>
            <code title={oneLine(permission)}>{oneLine(permission, 60)}</code>
            <CloseButton
              size={16}
              iconSize={12}
              disabled={disabled}
              aria-label={t('permissions.drop', { permission: oneLine(permission, 60) })}
              onClick={(event) => {
                passFocusOn(event.currentTarget);
                onChange(carried.filter((each) => each !== permission));
              }}
            />
          </li>
        ))}
        {more > 0 ? <li className={styles.more}>{t('common.andMore', { count: more })}</li> : null}
      </ul>
    </section>
  );
}
