import '@mantine/spotlight/styles.css';
import { VisuallyHidden } from '@mantine/core';
import { createSpotlight, Spotlight, useSpotlight } from '@mantine/spotlight';
import { IconArrowRight, IconKey, IconSearch } from '@tabler/icons-react';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { rowId } from '../../shared/api-key.ts';
import { commandInfo } from '../../shared/commands.ts';
import { t } from '../../shared/language/words.ts';
import { ColourDot } from '../connections/environment-badge.tsx';
import { maskedKey, shownName } from '../format.ts';
import { keyOf } from '../shortcuts.ts';
import { ConnectionMarks } from './connection-marks.tsx';
import styles from './palette.module.css';
import { type PaletteItem, type PaletteOffer, paletteGroups } from './palette-items.ts';
import type { PaletteKeys } from './palette-keys.ts';

type PaletteProps = {
  readonly offer: PaletteOffer;
  /** The connection that is open; null where none of the list is. */
  readonly openId: string | null;
  /** What is told beside a key, where the keys are of several projects. */
  readonly beside: PaletteKeys['beside'];
  /** Ids of what was chosen before, the newest first. */
  readonly recent: readonly string[];
  readonly onChoose: (item: PaletteItem) => void;
  readonly onClose: () => void;
};

/**
 * "Go to anything": every command, connection and key, by what one types. It is there as long as it is open. The field
 * has the focus before the next key press is looked at, however busy the page is: nothing that is typed is lost.
 */
export function Palette({ offer, openId, beside, recent, onChoose, onClose }: PaletteProps) {
  const [[store, spotlight]] = useState(createSpotlight);
  const { query, selected } = useSpotlight(store);
  const list = useId();
  const before = useRef(document.activeElement);
  useLayoutEffect(() => spotlight.open(), [spotlight]);

  const groups = paletteGroups(query, offer, recent);
  const items = [...groups.recent, ...groups.commands, ...groups.connections, ...groups.keys];
  const leave = () => {
    onClose();
    // At once, and by hand: what a command opens takes the focus from here and gives it back to here.
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  const choose = (item: PaletteItem) => {
    leave();
    onChoose(item);
  };

  const place = (item: PaletteItem) => items.indexOf(item);
  const action = (item: PaletteItem) => (
    <Spotlight.Action
      key={item.id}
      // The action has no id of its own to give.
      ref={(button: HTMLButtonElement | null) => {
        if (button) button.id = `${list}-${place(item)}`;
      }}
      role="option"
      aria-selected={place(item) === selected}
      closeSpotlightOnTrigger={false}
      onClick={() => choose(item)}
      {...look(item, offer, openId, beside)}
    />
  );
  const group = (label: string, members: readonly PaletteItem[]) =>
    members.length > 0 ? (
      <Spotlight.ActionsGroup label={label} role="group" aria-label={label}>
        {members.map(action)}
      </Spotlight.ActionsGroup>
    ) : null;

  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      returnFocus={false}
      lockScroll={false}
      centered={false}
      yOffset="max(24px, 8dvh)"
      onSpotlightClose={leave}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
      title={t('palette.title')}
      zIndex={200}
      scrollable
      classNames={styles}
    >
      <Spotlight.Search
        ref={focusNow}
        size="md"
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.title')}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={selected >= 0 && selected < items.length ? `${list}-${selected}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
      />
      <Spotlight.ActionsList>
        <div id={list} role="listbox" aria-label={t('palette.results')}>
          {group(t('palette.recent'), groups.recent)}
          {group(t('palette.commands'), groups.commands)}
          {group(t('palette.connections'), groups.connections)}
          {group(t('palette.keys'), groups.keys)}
        </div>
        {items.length === 0 ? <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
      <VisuallyHidden role="status">
        {items.length === 0 ? t('palette.nothing') : t('palette.count', { count: items.length })}
      </VisuallyHidden>
    </Spotlight.Root>
  );
}

/** Mantine's own focus comes a moment later, and what is typed in that moment would go elsewhere. */
function focusNow(field: HTMLInputElement | null): void {
  field?.focus();
}

function look(
  item: PaletteItem,
  { connections }: PaletteOffer,
  openId: string | null,
  beside: PaletteKeys['beside'],
) {
  switch (item.kind) {
    case 'command': {
      const key = keyOf(item.command);
      return {
        label: commandInfo(item.command).label,
        leftSection: <IconArrowRight size={15} aria-hidden="true" />,
        rightSection: key ? <kbd className={styles.key}>{key}</kbd> : null,
      };
    }
    case 'connection': {
      const { connection } = item;
      const number = connections.indexOf(connection) + 1;
      return {
        label: shownName(connection.name),
        leftSection: <ColourDot colour={connection.settings.colour} />,
        rightSection: (
          <ConnectionMarks connection={connection} number={number} isOpen={connection.id === openId} />
        ),
      };
    }
    case 'key': {
      const { row } = item.item;
      return {
        label: shownName(row.name),
        description: rowId(row),
        leftSection: <IconKey size={15} aria-hidden="true" />,
        rightSection: (
          <span className={styles.marks}>
            {beside?.(row)}
            {row.lastFour ? <code className={styles.key}>{maskedKey(row.lastFour)}</code> : null}
          </span>
        ),
      };
    }
  }
}
