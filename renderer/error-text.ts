import type {
  AddressProblem,
  AppError,
  CertificateProblem,
  OutcomeUnknownCause,
} from '../shared/app-error.ts';

export type ErrorText = {
  /** What happened, as one line without a full stop. */
  readonly sentence: string;
  /** What can be done about it. */
  readonly remedy: string | null;
  /** The one thing to offer: ask again, sign in again, or give the proxy its login. */
  readonly action: 'retry' | 'sign-in' | 'proxy-login' | 'none';
};

type Action = ErrorText['action'];

function text(sentence: string, remedy: string | null = null, action: Action = 'none'): ErrorText {
  return { sentence, remedy, action };
}

/** The sentence at the field "API address" for an address that is refused before anything is sent. */
function addressProblemText(reason: AddressProblem): string {
  switch (reason) {
    case 'empty':
      return 'Enter the API address, for example https://api.diga.io';
    case 'not-an-address':
      return 'This is not an address. It looks like https://api.diga.io';
    case 'scheme':
      return 'The address must begin with https://';
    case 'http-only-loopback':
      return 'http:// is only allowed for a server on this computer. Use https://';
    case 'credentials':
      return 'The address must not contain a user name or password';
    case 'host':
      return 'This host name cannot be used';
    case 'query':
      return 'The address must end before any ? or #';
    case 'path':
      return 'Enter the address without a path, for example https://api.diga.io';
    case 'port':
      return 'This port cannot be used';
  }
}

/** The sentence at the field "Admin token"; never contains what was typed. */
function tokenProblemText(reason: 'empty' | 'characters'): string {
  switch (reason) {
    case 'empty':
      return 'Enter the admin token';
    case 'characters':
      return 'A token has no spaces, line breaks or special letters. Copy it again as a whole';
  }
}

function certificateText(reason: CertificateProblem): ErrorText {
  const refused = 'The connection was refused to protect the token.';
  switch (reason) {
    case 'authority':
      return text("The server's certificate is not from a trusted authority", refused, 'retry');
    case 'date':
      return text(
        "The server's certificate has expired or is not valid yet",
        `${refused} Check the date of this computer.`,
        'retry',
      );
    case 'name':
      return text(
        "The server's certificate belongs to another host",
        `${refused} Check the API address.`,
        'retry',
      );
    case 'other':
      return text("The server's certificate is not valid", refused, 'retry');
  }
}

function outcomeUnknownText(cause: OutcomeUnknownCause): ErrorText {
  const remedy = 'It may have been carried out. Refresh the list before you try again.';
  switch (cause) {
    case 'network':
      return text('The connection broke before the server answered', remedy);
    case 'timeout':
      return text('The server did not answer in time', remedy);
    case 'cancelled':
      return text('Cancelled after it was sent', remedy);
    case 'server-error':
      return text('The server failed while it worked on this', remedy);
    case 'unreadable-answer':
      return text('The answer of the server could not be read', remedy);
  }
}

/** "in 40 seconds", "in 2 minutes", "in 1 hour": rounded up, so that it is never too early. */
function inAWhile(seconds: number): string {
  const [amount, unit] =
    seconds < 90
      ? [Math.max(1, Math.ceil(seconds)), 'second']
      : seconds < 5400
        ? [Math.ceil(seconds / 60), 'minute']
        : [Math.ceil(seconds / 3600), 'hour'];
  return `in ${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

/** Instead of the first text for `proxy-login`, where the person has given a login before. */
export const PROXY_LOGIN_REFUSED: ErrorText = text(
  'The proxy did not take this login',
  'Check the user name and the password of the proxy.',
  'proxy-login',
);

/** The one place that turns a failure into words: exhaustive, calm, without codes where words will do. */
export function errorText(error: AppError): ErrorText {
  switch (error.kind) {
    case 'invalid-address':
      return text(addressProblemText(error.reason));
    case 'invalid-token':
      return text(tokenProblemText(error.reason));
    case 'token-unreadable':
      return text(
        'The saved token cannot be read',
        'The keyring of this computer does not open it now. Unlock the keyring and retry, or sign in again.',
        'retry',
      );
    case 'server-not-found':
      return text('Cannot find the server', 'Check the API address and the internet connection.', 'retry');
    case 'connection-refused':
      return text('The server does not accept connections', 'It may be down. Try again in a while.', 'retry');
    case 'network':
      return text(
        'The connection to the server broke',
        `Check the internet connection.${error.code ? ` (${error.code})` : ''}`,
        'retry',
      );
    case 'certificate':
      return certificateText(error.reason);
    case 'proxy-login':
      return text(
        'The proxy asks for a login',
        'The way to the server leads through a proxy of this network. Nothing was sent to the server.',
        'proxy-login',
      );
    case 'redirect-refused':
      return text(
        'The server points to another address',
        'This was refused to protect the token. Check the API address.',
      );
    case 'timeout':
      return text('The server did not answer in time', 'Try again in a while.', 'retry');
    case 'cancelled':
      return text('Cancelled', null, 'retry');
    case 'unauthorized':
      return text('The server does not accept this token', 'Sign in with a valid admin token.', 'sign-in');
    case 'forbidden':
      return text('Only administrators of this project can do this');
    case 'not-found':
      return text('The server does not know this', 'It may have been deleted. Refresh the list.');
    case 'rejected':
      return text('The server did not accept this', error.message ?? error.fields[0]?.message ?? null);
    case 'rate-limited':
      return text(
        'The server asks to wait',
        error.retryAfterSeconds === null
          ? 'Too many requests. Try again in a while.'
          : `Too many requests. Try again ${inAWhile(error.retryAfterSeconds)}.`,
        'retry',
      );
    case 'server-error':
      return text('The server has a problem', `Try again in a while. (Status ${error.status})`, 'retry');
    case 'not-the-key-api':
      return text(
        'The answer did not come from the key API',
        'Check the API address, and whether the network asks for a login of its own.',
        'retry',
      );
    case 'answer-too-large':
      return text('The answer is too large', 'Loading was stopped to protect this computer.', 'retry');
    case 'outcome-unknown':
      return outcomeUnknownText(error.cause);
    case 'secret-missing':
      return text(
        'Created, but the server did not send the key',
        'It cannot be used. Delete it and create a new one.',
      );
    case 'clipboard':
      return text('Could not copy', 'The clipboard is not available. Try again.', 'retry');
    case 'not-saved':
      return text(
        "This could not be saved on this computer's disk",
        'Check its free space and try again.',
        'retry',
      );
    case 'address-unverified':
      return text(
        'This computer does not vouch for the saved address',
        'Type the API address, so that the token goes where you mean it to.',
      );
    case 'no-session':
      return text('Not signed in', 'Connect the project again.', 'sign-in');
    case 'ruled-out':
      return text(
        error.what === 'demo'
          ? 'The policy of this computer turns the demo project off'
          : 'The policy of this computer does not allow this address',
        'Whoever administers this computer can change it.',
      );
    case 'secret-pending':
      return text('Another new key has not been stored yet', 'Store that key first.');
    case 'change-under-way':
      return text('A key is being created or deleted', 'Wait until that is over, then go on.');
    case 'no-secret':
      return text('The key is no longer held', 'It cannot be recovered. Delete it and create a new one.');
    case 'unexpected':
      return text('Something went wrong in Keydesk', 'Try again. If it stays, restart Keydesk.', 'retry');
  }
}
