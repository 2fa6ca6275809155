import { ipcMain, type WebContents, type WebFrameMain } from 'electron';
import type { z } from 'zod';
import type { Answer, Channel, EventName, Events, Input } from '../shared/contract.ts';

export type Handlers = {
  readonly [C in Channel]: (input: Input<C>) => Promise<Answer<C>> | Answer<C>;
};

export type Schemas = { readonly [C in Channel]: z.ZodType<Input<C>> };

type CallOptions = {
  readonly handlers: Handlers;
  readonly schemas: Schemas;
  /** Whether a frame is the top frame of our own window on our own page. */
  readonly isTrusted: (frame: WebFrameMain | null) => boolean;
  readonly isLocked: () => boolean;
  readonly onRefused: (channel: Channel) => void;
  readonly onFault: (channel: Channel, fault: unknown) => void;
};

/** All that is answered while the window is locked. */
const ANSWERED_WHILE_LOCKED: ReadonlySet<Channel> = new Set([
  'getLock',
  'unlock',
  'unlockByTouchId',
  'signOut',
]);

/** All that a refused caller learns. */
const REFUSED = 'Refused';
/** All that the page learns of a fault of the program: the log has the rest. */
const FAULT = 'Keydesk could not do this';

/**
 * Registers every channel of the contract: checks the sender, parses the input, runs the handler. Expected
 * failures are part of the answer; a foreign sender, a locked window, a malformed input and a fault reject with a
 * fixed text.
 */
export function registerCalls({
  handlers,
  schemas,
  isTrusted,
  isLocked,
  onRefused,
  onFault,
}: CallOptions): void {
  const refusedByLock = (channel: Channel): boolean => isLocked() && !ANSWERED_WHILE_LOCKED.has(channel);
  const register = <C extends Channel>(channel: C): void => {
    ipcMain.handle(channel, async (event, ...inputs: unknown[]): Promise<Answer<C>> => {
      const mayCall = isTrusted(event.senderFrame) && !refusedByLock(channel);
      const parsed = mayCall && inputs.length <= 1 ? schemas[channel].safeParse(inputs[0]) : null;
      if (!parsed?.success) {
        onRefused(channel);
        throw new Error(REFUSED);
      }
      const run = async (): Promise<Answer<C>> => handlers[channel](parsed.data as Input<C>);
      const answer = await run().catch((fault: unknown) => {
        onFault(channel, fault);
        throw new Error(FAULT);
      });
      // A call that was under way when the window was locked tells the page nothing any more.
      if (answer !== undefined && refusedByLock(channel)) throw new Error(REFUSED);
      return answer;
    });
  };
  for (const channel of Object.keys(handlers) as Channel[]) register(channel);
}

/** Tells the page something. Answers whether there is a page to hear it. */
export function sendEvent<E extends EventName>(page: WebContents, event: E, payload: Events[E]): boolean {
  if (page.isDestroyed() || page.isCrashed()) return false;
  page.send(event, payload);
  return true;
}
