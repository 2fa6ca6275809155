import { NewKeyDialog } from './new-key-dialog.tsx';
import { usePendingSecret } from './use-pending-secret.ts';

/** The key that waits to be stored, where the list is taken away: whoever made it still has to take it along. */
export function PendingKey() {
  const [pending, setPending] = usePendingSecret();
  return <NewKeyDialog pending={pending} onStored={() => setPending(null)} />;
}
