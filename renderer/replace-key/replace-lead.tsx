import { VisuallyHidden } from '@mantine/core';
import { useStore } from 'zustand';
import { type AccessChange, accessDifference } from '../../shared/access-difference.ts';
import type { ApiKey, KeyRow, NewKeyAccess } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import type { CreateKeyStore } from '../create-key/create-key-state.ts';
import { newKeyOf } from '../create-key/create-key-values.ts';
import { oneLine } from '../format.ts';
import { KeyName } from '../key-name.tsx';
import { words } from '../language/words.tsx';
import styles from './replace-key.module.css';
import { ReplaceSteps } from './replace-steps.tsx';

type ReplaceLeadProps = {
  readonly store: CreateKeyStore;
  readonly rows: readonly { readonly row: KeyRow }[];
};

const SIGNS: Readonly<Record<AccessChange['kind'], string>> = { more: '+', less: '−', other: '±' };
function accessOf({ restricted, permissions }: ApiKey): NewKeyAccess {
  return restricted ? { kind: 'restricted', permissions } : { kind: 'unrestricted' };
}

function Difference({ changes }: { readonly changes: readonly AccessChange[] }) {
  if (changes.length === 0) return <p className={styles.same}>{t('replace.sameAccess')}</p>;
  return (
    <ul className={styles.difference} aria-label={t('replace.difference')}>
      {changes.map(({ kind, text }) => (
        <li key={`${kind} ${text}`} data-kind={kind}>
          <span aria-hidden="true">{SIGNS[kind]} </span>
          <VisuallyHidden component="span">
            {t(`replace.${kind}`, { text: oneLine(text, 120) })}
          </VisuallyHidden>
          <span aria-hidden="true">{oneLine(text, 120)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Above the form of a key that takes another's place: the steps, and what the new one may do beyond the old one. */
export function ReplaceLead({ store, rows }: ReplaceLeadProps) {
  const form = useStore(store, (state) => state.form);
  const { replaces } = form;
  if (!replaces) return null;
  const old = rows.find(({ row }) => row.id === replaces.id)?.row;
  return (
    <div className={styles.lead}>
      <ReplaceSteps current={0} />
      <div className={styles.replaces}>
        <span>
          {words('replace.takesPlaceOf', {
            name: <KeyName name={replaces.name} className={styles.name} />,
          })}
        </span>
        {old?.kind === 'key' ? (
          <Difference changes={accessDifference(accessOf(old), newKeyOf(form).access)} />
        ) : null}
      </div>
    </div>
  );
}
