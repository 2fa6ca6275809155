import { isLink } from '../links/read-link.ts';

/** What the command line of a shipped program comes to. */
export type CommandLine =
  /** @property profileFolder null for the usual one. */
  | { readonly kind: 'start'; readonly profileFolder: string | null }
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'refused'; readonly text: string };

const FOLDER = '--user-data-dir';
/** What an installer says when it starts the program after an update. It means nothing here. */
const OF_INSTALLERS: ReadonlySet<string> = new Set(['--updated']);

const HELP = `Keydesk looks after the API keys of a project.

  ${FOLDER}=FOLDER  keeps settings and data in FOLDER
  --version               says which version this is, and ends
  --help                  says this, and ends
`;

function refuse(reason: string): CommandLine {
  return { kind: 'refused', text: `${reason} --help says what Keydesk understands.\n` };
}

/**
 * Reads the arguments of a shipped program, without its own name. Whatever is not known is refused: Chromium has a
 * thousand switches, and some of them let another program read the page, the network or the token.
 */
export function readCommandLine(args: readonly string[], version: string): CommandLine {
  let profileFolder: string | null = null;
  for (const argument of args) {
    if (argument === '--help') return { kind: 'answer', text: HELP };
    if (argument === '--version') return { kind: 'answer', text: `Keydesk ${version}\n` };
    if (argument.startsWith(`${FOLDER}=`)) profileFolder = argument.slice(FOLDER.length + 1);
    else if (argument === FOLDER) return refuse(`${FOLDER} needs a folder: ${FOLDER}=FOLDER.`);
    else if (!OF_INSTALLERS.has(argument) && !isLink(argument))
      return refuse('There is an unknown argument.');
  }
  if (profileFolder === '') return refuse(`${FOLDER} needs a folder: ${FOLDER}=FOLDER.`);
  return { kind: 'start', profileFolder };
}
