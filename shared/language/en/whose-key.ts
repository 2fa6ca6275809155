export const whoseKey = {} as const;
