/** Whether the page was loaded anew for what was chosen in the settings: it begins with them. */
export function beginsWithSettings(): boolean {
  return document.documentElement.dataset['opens'] === 'settings';
}

/** Once: what comes after a lock begins as usual. */
export function hasBegun(): void {
  delete document.documentElement.dataset['opens'];
}
