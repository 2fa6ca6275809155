import { Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { t } from '../../shared/language/words.ts';
import { FACT_LENGTHS } from '../../shared/local-facts.ts';
import { useIsCovered } from '../dialogs/covered.ts';
import prompt from '../dialogs/prompt.module.css';
import { KeyName } from '../key-name.tsx';
import type { FindingItem } from './finding-items.ts';
import styles from './review.module.css';

type DismissDialogProps = {
  /** The key that a rule shall not speak of any more; null closes the dialog. */
  readonly item: FindingItem | null;
  readonly onClose: () => void;
  readonly onDismiss: (note: string) => void;
};

/** Asks why a rule is not for a key: whoever looks next shall not have to find out again. */
export function DismissDialog({ item, onClose, onDismiss }: DismissDialogProps) {
  const isCovered = useIsCovered();
  return (
    <Modal
      opened={item !== null}
      onClose={onClose}
      title={t('review.notForThis')}
      size={420}
      padding={24}
      withCloseButton={false}
      closeOnEscape={!isCovered}
      transitionProps={{ duration: 0 }}
      classNames={{ header: prompt.header, title: prompt.title, body: prompt.body }}
    >
      {item ? <DismissForm key={item.id} item={item} onClose={onClose} onDismiss={onDismiss} /> : null}
    </Modal>
  );
}

function DismissForm({ item, onClose, onDismiss }: DismissDialogProps & { readonly item: FindingItem }) {
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDismiss(note);
  };
  return (
    <form className={prompt.form} onSubmit={submit}>
      <KeyName name={item.key.name} className={styles.subject} />
      <p className={prompt.lead}>{t('review.willNotSpeak')}</p>
      <Textarea
        label={t('review.why')}
        placeholder={t('review.whyPlaceholder')}
        data-autofocus
        rows={3}
        maxLength={FACT_LENGTHS.note}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={prompt.footer}>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit">{t('review.notForThis')}</Button>
      </div>
    </form>
  );
}
