import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Result } from '../../shared/app-error.ts';
import { t } from '../../shared/language/words.ts';
import { useBridge } from '../bridge.ts';
import { errorText } from '../error-text.ts';
import { settled } from '../settled.ts';
import styles from './local-facts.module.css';

/** What came of it, in words; empty where the person has cancelled. */
function outcomeText(result: Result<{ readonly saved: boolean }>): string {
  if (!result.ok) return errorText(result.error).sentence;
  return result.value.saved ? t('facts.exported') : '';
}

/** The notes on the keys of a connection as a file, before they go with it. */
export function ExportBefore({ connectionId }: { readonly connectionId: string }) {
  const bridge = useBridge();
  const [words, setWords] = useState('');
  const save = async () => setWords(outcomeText(await settled(bridge.exportFactsOf({ connectionId }))));
  return (
    <div className={styles.before}>
      <Button size="xs" variant="default" onClick={() => void save()}>
        {t('common.exportNotes')}
      </Button>
      <span role="status">{words}</span>
    </div>
  );
}
