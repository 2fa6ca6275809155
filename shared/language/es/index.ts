import { about } from './about.ts';
import { activity } from './activity.ts';
import { attempts } from './attempts.ts';
import { changes } from './changes.ts';
import { clipboard } from './clipboard.ts';
import { commands } from './commands.ts';
import { common } from './common.ts';
import { compare } from './compare.ts';
import { connections } from './connections.ts';
import { create } from './create.ts';
import { deletion } from './deletion.ts';
import { details } from './details.ts';
import { errors } from './errors.ts';
import { facts } from './facts.ts';
import { filter } from './filter.ts';
import { format } from './format.ts';
import { help } from './help.ts';
import { keys } from './keys.ts';
import { links } from './links.ts';
import { lock } from './lock.ts';
import { matrix } from './matrix.ts';
import { menu } from './menu.ts';
import { notices } from './notices.ts';
import { palette } from './palette.ts';
import { permissions } from './permissions.ts';
import { policy } from './policy.ts';
import { projects } from './projects.ts';
import { proxy } from './proxy.ts';
import { replace } from './replace.ts';
import { reveal } from './reveal.ts';
import { review } from './review.ts';
import { security } from './security.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { several } from './several.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { system } from './system.ts';
import { views } from './views.ts';
import { whoseKey } from './whose-key.ts';

/** The Spanish of every text; its terms stand in `docs/glossary.md`. */
export const es = {
  about,
  activity,
  attempts,
  changes,
  clipboard,
  commands,
  common,
  compare,
  connections,
  create,
  deletion,
  details,
  errors,
  facts,
  filter,
  format,
  help,
  keys,
  links,
  lock,
  matrix,
  menu,
  notices,
  palette,
  permissions,
  policy,
  projects,
  proxy,
  replace,
  reveal,
  review,
  security,
  session,
  settings,
  several,
  shell,
  signIn,
  system,
  views,
  whoseKey,
} as const;
