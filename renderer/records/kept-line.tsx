import type { Kept } from '../../shared/kept.ts';
import styles from './records.module.css';

function keptText(kept: Kept): string {
  if (kept.kind === 'unknown') return '';
  if (kept.kind === 'kept') {
    const usual = 'Kept on this computer only, encrypted, also after a sign-out.';
    return kept.damaged ? `${usual} An earlier record could not be read and was put aside.` : usual;
  }
  switch (kept.reason) {
    case 'demo':
      return 'Kept until Keydesk closes: this is the demo.';
    case 'no-keyring':
      return 'Kept until Keydesk closes: no keyring protects it on this computer.';
    case 'not-opened':
      return 'Kept until Keydesk closes: the keyring does not open the record from before, which stays as it is.';
    case 'newer':
      return 'Kept until Keydesk closes: the record from before is of a newer version of Keydesk and stays as it is.';
    case 'not-saved':
      return 'Kept until Keydesk closes: the disk of this computer did not take it.';
  }
}

/** Where the record of a view lies, and how much of it there is at most. */
export function KeptLine({ kept, rule }: { readonly kept: Kept; readonly rule: string }) {
  return (
    <p className={styles.kept}>
      {keptText(kept)} {rule}
    </p>
  );
}
