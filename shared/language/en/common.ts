export const common = {
  named: '“{{name}}”',
} as const;
