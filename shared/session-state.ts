import type { AppError } from './app-error.ts';
import type { ConnectionLook } from './connections.ts';

/** Who is let in, as the page sees it. The token is no part of it. */
export type SessionState =
  | {
      readonly kind: 'signed-out';
      /** The address to begin with; null for the usual one, empty where the person is to type it. */
      readonly address: string | null;
      /** Why a saved connection was left: its token is refused or cannot be read. */
      readonly notice: AppError | null;
    }
  /** A saved connection is being opened. */
  | { readonly kind: 'opening' }
  /** The token reads several projects: the person chooses one, once. */
  | { readonly kind: 'choosing-project'; readonly address: string; readonly projects: readonly Project[] }
  /** Signed in, but not as an administrator: not one key is shown. */
  | { readonly kind: 'not-administrator'; readonly connection: Connection; readonly role: string | null }
  | { readonly kind: 'signed-in'; readonly connection: Connection }
  /** A saved connection could not be opened now; its token is kept. */
  | {
      readonly kind: 'unreachable';
      readonly name: string;
      readonly address: string;
      readonly error: AppError;
    };

export type Project = { readonly id: string; readonly name: string };

export type Connection = {
  readonly id: string;
  /** Its own name, or the project's, or the host where none could be read. */
  readonly name: string;
  /** How it is told apart from the others. */
  readonly look: ConnectionLook;
  /** The API address as it is shown (international names in punycode); null for the demo. */
  readonly address: string | null;
  readonly kind: 'api' | 'demo';
  readonly project: Project | null;
  /** Whether the server has let this token in; until then the list on screen is a copy. */
  readonly standing: Standing;
  /** Null where an API key serves as token: it is nobody. */
  readonly user: SignedInUser | null;
  /** Calls that the server has refused this token (403); what they would do is disabled. */
  readonly refused: { readonly create: boolean; readonly delete: boolean };
  readonly tokenStorage: TokenStorage;
};

export type Standing =
  | 'confirmed'
  /** The server has not been asked yet, or could not be. */
  | 'unconfirmed'
  /** The server does not accept the token any more: another one is asked for, and the place is kept. */
  | 'token-refused';

export type SignedInUser = { readonly id: string; readonly name: string | null; readonly email: string };

export type TokenStorage =
  /** Encrypted by the system's keyring. */
  | { readonly kind: 'keyring' }
  /** In memory only: signed in until the program closes. */
  | { readonly kind: 'memory'; readonly reason: 'no-keyring' | 'keyring-locked' | 'not-saved' }
  /** The demo makes its tokens anew each time. */
  | { readonly kind: 'demo' };
