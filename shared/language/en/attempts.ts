export const attempts = {} as const;
