import { useEffect, useState } from 'react';
import { useBridge } from '../bridge.ts';
import { AlertDialog } from '../dialogs/alert-dialog.tsx';
import { quietly } from '../settled.ts';

const LEAVE_LABELS = { close: 'Close and lose the key', quit: 'Quit and lose the key' } as const;

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
      title="This key has not been stored"
      stayLabel="Go back"
      onStay={() => setAction(null)}
      goLabel={LEAVE_LABELS[action ?? 'close']}
      onGo={leave}
    >
      <p>It’s not possible to recover a key once the creation modal is closed.</p>
    </AlertDialog>
  );
}
