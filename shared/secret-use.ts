/** Forms in which a new key is copied, beside the key alone. The words of each are main's. */
export const SECRET_FORMS = ['env', 'header', 'curl'] as const;
export type SecretForm = (typeof SECRET_FORMS)[number];

/** What a try with a new key has shown: `not-known` where the server could not be asked, or answered otherwise. */
export type KeyTrial = 'accepted' | 'refused' | 'not-known';
