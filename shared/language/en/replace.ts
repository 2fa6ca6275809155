export const replace = {} as const;
