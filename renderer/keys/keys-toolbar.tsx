import { ActionIcon, Button, Menu, Title, VisuallyHidden } from '@mantine/core';
import { IconDownload, IconPlus, IconRefresh } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import type { ExportFormat } from '../../shared/key-export.ts';
import { t } from '../../shared/language/words.ts';
import { FilterField, type FilterFieldProps } from '../filter/filter-field.tsx';
import { ExportItems } from '../key-export/export-items.tsx';
import { useUntyped } from '../use-untyped.ts';
import styles from './keys-toolbar.module.css';

type KeysToolbarProps = FilterFieldProps & {
  /** The name of the view; its tab shows it already. */
  readonly title: string;
  readonly canSearch: boolean;
  /** "24 keys", "3 of 24 keys"; empty while it is not known. */
  readonly count: string;
  readonly loading: boolean;
  readonly onRefresh: () => void;
  /** A whole list is shown, or its copy. */
  readonly canExport: boolean;
  /** What is exported: "3 keys". */
  readonly exported: string;
  /** Null where the list cannot be exported as one. */
  readonly onExport: ((format: ExportFormat) => void) | null;
  /** Null where no key is created. */
  readonly onCreate: (() => void) | null;
  /** Why no key can be created; null where one can. */
  readonly createProblem: string | null;
  /** A project without keys has nothing to search, and its own button to begin with. */
  readonly bare: boolean;
  /** What else is done with the list. */
  readonly children?: ReactNode;
};

/** The heading of the main view and what is done with the whole list. */
export function KeysToolbar(props: KeysToolbarProps) {
  const { title, canSearch, count, bare, query } = props;
  const untyped = useUntyped(props, query);
  return (
    <div className={styles.toolbar}>
      <VisuallyHidden>
        <Title order={1}>{title}</Title>
      </VisuallyHidden>
      <span className={styles.count} aria-live="polite">
        {count}
      </span>
      <div className={styles.tools}>
        {bare || !canSearch ? null : <FilterField {...props} />}
        <ListTools {...untyped} />
      </div>
    </div>
  );
}

/** The buttons for what is done with the whole list. */
const ListTools = memo(function ListTools(props: KeysToolbarProps) {
  const { canSearch, loading, onRefresh, canExport, exported, onExport, onCreate, createProblem, bare } =
    props;
  return (
    <>
      <ActionIcon
        size={30}
        variant="default"
        aria-label={t('common.refresh')}
        aria-disabled={loading}
        title={t('keys.refreshTitle')}
        onClick={onRefresh}
      >
        <IconRefresh
          size={15}
          aria-hidden="true"
          className={styles.refresh}
          data-loading={loading || undefined}
        />
      </ActionIcon>
      {bare || !canSearch || !onExport ? null : (
        <Menu position="bottom-end" width={200}>
          <Menu.Target>
            <ActionIcon
              size={30}
              variant="default"
              aria-label={t('keys.export')}
              disabled={!canExport}
              title={canExport ? t('keys.export') : t('keys.onlyWholeList')}
            >
              <IconDownload size={15} aria-hidden="true" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <ExportItems what={exported} onExport={onExport} />
          </Menu.Dropdown>
        </Menu>
      )}
      {bare ? null : props.children}
      {bare || !onCreate ? null : (
        <Button
          leftSection={<IconPlus size={15} aria-hidden="true" />}
          disabled={createProblem !== null}
          {...(createProblem ? { title: createProblem } : {})}
          onClick={onCreate}
        >
          {t('common.createApiKey')}
        </Button>
      )}
    </>
  );
});
