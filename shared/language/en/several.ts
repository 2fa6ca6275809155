export const several = {} as const;
