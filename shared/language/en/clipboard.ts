export const clipboard = {} as const;
