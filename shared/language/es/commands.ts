import type { commands as english } from '../en/commands.ts';
import type { Translation } from '../translation.ts';

export const commands: Translation<typeof english> = {};
