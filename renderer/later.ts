/** Calls back later; answers the function that calls it off. */
export type Later = (callback: () => void, milliseconds: number) => () => void;

export const later: Later = (callback, milliseconds) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};
