import { z } from 'zod';
import { PERMISSION_NAMES } from './permission-names.ts';
import { refuseInput } from './refusals.ts';

const MAX_NAME = 255;

/** Counts characters, not UTF-16 units, as the platform does. */
const name = z
  .string()
  .trim()
  .min(1)
  .refine((text) => [...text].length <= MAX_NAME, {
    message: `String should have at most ${MAX_NAME} characters`,
    params: { type: 'string_too_long' },
  });

const permissions = z.array(z.enum(PERMISSION_NAMES)).nullish();

/** A time without a zone is taken as UTC. */
const expiryDate = z.iso
  .datetime({ offset: true, local: true })
  .transform((text) => Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`))
  .nullish();

/** The body of a create. `expiry_date` comes out as milliseconds since the epoch. */
export const newKeySchema = z.object({
  name,
  restricted: z.boolean(),
  permissions,
  expiry_date: expiryDate,
});

/** The body of a change. Null says the same as leaving out. */
export const keyChangeSchema = z.object({
  name: name.nullish(),
  restricted: z.boolean().nullish(),
  permissions,
});

const PERMISSIONS_OF_UNRESTRICTED = {
  loc: ['body', 'permissions'],
  msg: 'Value error, permissions must be left out when restricted is false',
  type: 'value_error',
};

type Access = { readonly restricted: boolean; readonly permissions: readonly string[] | null };

/**
 * What a key may do, out of what is asked and what it may do now.
 * @throws the 422 for permissions that are given to an unrestricted key.
 */
export function accessOf(
  asked: {
    readonly restricted?: boolean | null | undefined;
    readonly permissions?: readonly string[] | null | undefined;
  },
  current: Access,
): Access {
  const restricted = asked.restricted ?? current.restricted;
  if (restricted) return { restricted, permissions: asked.permissions ?? current.permissions };
  if (asked.permissions) throw refuseInput([PERMISSIONS_OF_UNRESTRICTED]);
  return { restricted, permissions: null };
}
