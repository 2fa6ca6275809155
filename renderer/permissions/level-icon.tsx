import { IconEye, IconMinus, IconPencil } from '@tabler/icons-react';
import type { PermissionLevel } from '../../shared/permissions.ts';

const ICONS = { none: IconMinus, read: IconEye, write: IconPencil } as const;

/** The sign of a level: told by shape, not by colour alone. */
export function LevelIcon({ level }: { readonly level: PermissionLevel }) {
  const Icon = ICONS[level];
  return <Icon size={14} stroke={2} aria-hidden="true" />;
}
