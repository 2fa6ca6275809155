import { useEffect, useState } from 'react';
import { t } from '../../shared/language/words.ts';
import { useBridge } from '../bridge.ts';
import { AlertDialog } from '../dialogs/alert-dialog.tsx';
import { quietly } from '../settled.ts';

const LEAVE_LABELS = { close: t('reveal.closeAndLose'), quit: t('reveal.quitAndLose') } as const;

/** Asks before the window closes, or the program quits, with a key that has not been stored. Mounted once. */
export function LeaveGuard() {
  const bridge = useBridge();
  const [action, setAction] = useState<'close' | 'quit' | null>(null);

  useEffect(() => bridge.on('leaveRequested', (request) => setAction(request.action)), [bridge]);

  const leave = () => {
    setAction(null);
    quietly(bridge.leaveAnyway());
  };

  return (
    <AlertDialog
      opened={action !== null}
      title={t('reveal.notStored')}
      stayLabel={t('common.goBack')}
      onStay={() => setAction(null)}
      goLabel={LEAVE_LABELS[action ?? 'close']}
      onGo={leave}
    >
      <p>{t('reveal.notPossible')}</p>
    </AlertDialog>
  );
}
