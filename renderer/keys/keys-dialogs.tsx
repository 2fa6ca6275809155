import { memo } from 'react';
import { CreateKeyDialog } from '../create-key/create-key-dialog.tsx';
import { DeleteKeyDialog } from '../delete-key/delete-key-dialog.tsx';
import { KeyDetails } from '../key-details/key-details.tsx';
import { KnownHere } from '../local-facts/known-here.tsx';
import { NewKeyDialog } from '../new-key/new-key-dialog.tsx';
import { usePaletteKeys } from '../palette/palette-keys.ts';
import { ReplaceGuide } from '../replace-key/replace-guide.tsx';
import { ReplaceLead } from '../replace-key/replace-lead.tsx';
import { StoredCheckList } from '../replace-key/stored-check-list.tsx';
import { WhoseKeyDialog } from '../whose-key/whose-key-dialog.tsx';
import { withoutDelete } from './action-problems.ts';
import { RowMenu } from './row-menu.tsx';
import { focusNeighbour } from './use-arrival.ts';
import type { KeysDesk } from './use-keys-desk.ts';

/** What opens over the views. */
export const KeysDialogs = memo(function KeysDialogs({ desk }: { readonly desk: KeysDesk }) {
  const { store, connection, state, now, rows, table, known, replacing, problems, openers, fromMenu } = desk;
  const { opened, openedRow } = desk;
  const { facts } = known;
  const { showDetails, close } = openers;
  const all = state.list.rows;
  usePaletteKeys({
    open: connection.kind === 'demo' ? 'demo' : 'project',
    rows: all,
    onKey: ({ row }) => showDetails(row),
  });
  return (
    <>
      <RowMenu
        menu={desk.menu}
        problems={problems}
        onClose={() => desk.setMenu(null)}
        onDetails={fromMenu(showDetails)}
        onDuplicate={fromMenu(openers.duplicate)}
        onReplace={fromMenu(openers.replace)}
        onDelete={fromMenu(openers.askToDelete)}
      />
      <WhoseKeyDialog rows={all} openId={connection.id} onDetails={({ row }) => showDetails(row)} />
      <CreateKeyDialog
        opened={desk.open.kind === 'create'}
        onClose={close}
        onCreated={(secret) => {
          close();
          desk.setPending(secret);
        }}
        connection={connection}
        keys={store}
        store={desk.createStore}
        lead={<ReplaceLead store={desk.createStore} rows={all} />}
      />
      <NewKeyOfDesk desk={desk} />
      <ReplaceGuide
        row={openedRow('replace')}
        facts={facts}
        listed={replacing.listed}
        problems={problems}
        onCreate={openers.createInPlaceOf}
        onDelete={openers.askToDeleteById}
        onClose={close}
        onStopped={() => table.current?.focusFirst()}
      />
      <KeyDetails
        row={openedRow('details')}
        userId={connection.user?.id ?? null}
        now={now}
        onClose={close}
        onDuplicate={openers.duplicate}
        onReplace={openers.replace}
        onDelete={openers.askToDelete}
        problems={opened?.isGone ? withoutDelete(problems) : problems}
      >
        {opened?.row.id ? <KnownHere key={opened.row.id} row={opened.row} known={known} now={now} /> : null}
      </KeyDetails>
      <DeleteKeyDialog
        row={openedRow('delete')}
        isGone={opened?.isGone ?? false}
        warnings={opened ? replacing.warningsFor(opened.row) : []}
        onClose={close}
        onDeleted={(id) => {
          close();
          focusNeighbour(rows, id, table);
          store.removeKey(id);
          const ended = facts.rotations.find(({ newKey }) => newKey?.id === id);
          if (ended) openers.guide(ended.oldKey.id);
        }}
      />
    </>
  );
});

/** The new key, until it is stored. Where it replaces another one, it says where that one is used. */
function NewKeyOfDesk({ desk }: { readonly desk: KeysDesk }) {
  const { pending, setPending, arrival, store, setQuery, replacing, known } = desk;
  const rotation = replacing.ofPending;
  return (
    <NewKeyDialog
      pending={pending}
      onStored={() => {
        if (pending) arrival.expect(pending.keyId);
        setPending(null);
        setQuery('');
        store.refresh();
      }}
    >
      {rotation ? (
        <StoredCheckList
          rotation={rotation}
          facts={known.facts}
          isOwn={replacing.isOwn(rotation.oldKey.lastFour)}
        />
      ) : null}
    </NewKeyDialog>
  );
}
