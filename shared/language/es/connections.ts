import type { connections as english } from '../en/connections.ts';
import type { Translation } from '../translation.ts';

export const connections: Translation<typeof english> = {};
