import { Notification } from 'electron';
import type { SystemNote } from '../away/away-news.ts';

/** Shown, and not yet gone: one that nobody holds is collected, and its click with it. */
const shown = new Set<Notification>();

/** Asks the system to show a note. @param onClick brings the window forward. */
export function showSystemNote({ title, body }: SystemNote, onClick: () => void): void {
  if (!Notification.isSupported()) return;
  const note = new Notification({ title, body });
  const over = () => void shown.delete(note);
  shown.add(note);
  note.on('click', () => {
    over();
    onClick();
  });
  note.on('close', over);
  note.on('failed', over);
  note.show();
}
