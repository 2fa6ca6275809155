/** What a project, or a key, is for, where it is one of the usual things. */
export const NAMED_ENVIRONMENTS = ['production', 'staging', 'development'] as const;
