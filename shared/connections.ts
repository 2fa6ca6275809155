import { NAMED_ENVIRONMENTS } from './environments.ts';
import { t } from './language/words.ts';

/** What a project is for. `own`: what one's own word says of it, or nothing. */
export const ENVIRONMENTS = [...NAMED_ENVIRONMENTS, 'own'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/** Red is not among them: it is for Delete and for Unrestricted. */
export const COLOURS = ['gray', 'blue', 'teal', 'green', 'amber', 'orange', 'pink', 'violet'] as const;
export type Colour = (typeof COLOURS)[number];

/** How a connection is told apart from the others, as its person has chosen. */
export type ConnectionLook = {
  readonly environment: Environment;
  /** One's own word for it where the environment is `own`; empty for none. */
  readonly environmentName: string;
  readonly colour: Colour;
  /** Whether the name of a key is typed before it is deleted; null: as it is usual for the environment. */
  readonly typesNameToDelete: boolean | null;
};

export type ConnectionSettings = ConnectionLook & {
  /** One's own name for it; null for the project's. */
  readonly ownName: string | null;
};

/** A connection of the list, as the page sees it. Its token is no part of it. */
export type KnownConnection = {
  readonly id: string;
  /** What it is called: by its own name, else by its project's, or its host's. */
  readonly name: string;
  /** What its project is called, or its host. */
  readonly projectName: string;
  /** The API address as it is shown. */
  readonly address: string;
  readonly settings: ConnectionSettings;
  readonly standing: KnownStanding;
};

export type KnownStanding =
  /** Its token is there. */
  | 'ready'
  /** It is in the list, and its token is not. */
  | 'signed-out'
  /** The server did not accept its token when it was last asked. */
  | 'token-refused';

export const CONNECTION_NAME_LENGTH = 80;
export const ENVIRONMENT_NAME_LENGTH = 24;

/** So many connections have a key of their own: Ctrl or Cmd with 1 to 9. */
export const NUMBERED = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

export const USUAL_LOOK: ConnectionLook = {
  environment: 'own',
  environmentName: '',
  colour: 'gray',
  typesNameToDelete: null,
};

export const USUAL_SETTINGS: ConnectionSettings = { ...USUAL_LOOK, ownName: null };

const USUAL_COLOURS: Readonly<Record<Exclude<Environment, 'own'>, Colour>> = {
  production: 'amber',
  staging: 'violet',
  development: 'teal',
};

/** The colour that goes with an environment until another one is chosen; null where none does. */
export function usualColour(environment: Environment): Colour | null {
  return environment === 'own' ? null : USUAL_COLOURS[environment];
}

/** A colour that none of these connections has, as long as there is one. */
export function freshColour(connections: readonly { readonly settings: ConnectionSettings }[]): Colour {
  const taken = new Set(connections.map(({ settings }) => settings.colour));
  return COLOURS.find((each) => !taken.has(each)) ?? USUAL_SETTINGS.colour;
}

/**
 * Whether the name of a key is typed before it is deleted, unless it was chosen for the connection.
 * @param inProduction whether it is in production, as it is set.
 */
export function typesNameToDelete(
  { environment, typesNameToDelete: chosen }: ConnectionLook,
  inProduction: boolean,
): boolean {
  return chosen ?? (inProduction && environment === 'production');
}

const WORDS: Readonly<Record<Exclude<Environment, 'own'>, string>> = {
  production: t('connections.production'),
  staging: t('connections.staging'),
  development: t('connections.development'),
};

/** The word for an environment; empty where there is none. */
export function environmentWord({ environment, environmentName }: ConnectionLook): string {
  return environment === 'own' ? environmentName : WORDS[environment];
}
