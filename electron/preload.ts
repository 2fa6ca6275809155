import { contextBridge, ipcRenderer } from 'electron';
import type { Answer, Bridge, Channel, EventName, Events } from '../shared/contract.ts';

function call<C extends Channel>(channel: C, ...input: unknown[]): Promise<Answer<C>> {
  return ipcRenderer.invoke(channel, ...input);
}

/** The events that a page may listen to: a name from elsewhere listens to nothing. */
const EVENTS: Readonly<Record<EventName, true>> = {
  sessionChanged: true,
  connectionsChanged: true,
  copyLoaded: true,
  keysLoaded: true,
  keysEnded: true,
  projectNews: true,
  secretArrived: true,
  attemptsChanged: true,
  deletionChanged: true,
  deletionStep: true,
  activityChanged: true,
  localFactsChanged: true,
  menuCommand: true,
  leaveRequested: true,
  clipboardChanged: true,
  lockChanged: true,
  noticesChanged: true,
  linkChanged: true,
};

function on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void {
  if (!Object.hasOwn(EVENTS, event)) throw new Error('Refused');
  // The event object leads back to ipcRenderer: only the payload goes on to the page.
  const forward = (_event: unknown, payload: Events[E]): void => listener(payload);
  ipcRenderer.on(event, forward);
  return () => void ipcRenderer.off(event, forward);
}

const bridge: Bridge = {
  getSession: () => call('getSession'),
  connect: (input) => call('connect', input),
  chooseProject: (input) => call('chooseProject', input),
  signInAgain: (input) => call('signInAgain', input),
  getConnections: () => call('getConnections'),
  openConnection: (input) => call('openConnection', input),
  changeConnection: (input) => call('changeConnection', input),
  signOutOfConnection: (input) => call('signOutOfConnection', input),
  removeConnection: (input) => call('removeConnection', input),
  retryConnection: () => call('retryConnection'),
  openDemo: () => call('openDemo'),
  resetDemo: () => call('resetDemo'),
  signOut: () => call('signOut'),
  checkKeyring: () => call('checkKeyring'),
  setProxyLogin: (input) => call('setProxyLogin', input),
  loadKeys: (input) => call('loadKeys', input),
  loadProjects: (input) => call('loadProjects', input),
  createKey: (input) => call('createKey', input),
  deleteKey: (input) => call('deleteKey', input),
  deleteKeys: (input) => call('deleteKeys', input),
  getDeletion: () => call('getDeletion'),
  resumeDeletion: (input) => call('resumeDeletion', input),
  dismissDeletion: () => call('dismissDeletion'),
  cancel: (input) => call('cancel', input),
  exportKeys: (input) => call('exportKeys', input),
  getActivity: () => call('getActivity'),
  exportActivity: (input) => call('exportActivity', input),
  getChanges: () => call('getChanges'),
  getAttempts: () => call('getAttempts'),
  dismissAttempt: (input) => call('dismissAttempt', input),
  copyKeyId: (input) => call('copyKeyId', input),
  getLocalFacts: () => call('getLocalFacts'),
  setKeyNotes: (input) => call('setKeyNotes', input),
  setDismissal: (input) => call('setDismissal', input),
  endRotation: (input) => call('endRotation', input),
  keyIsStored: (input) => call('keyIsStored', input),
  getOwnLastFour: () => call('getOwnLastFour'),
  signInWithNewKey: () => call('signInWithNewKey'),
  exportFacts: () => call('exportFacts'),
  importFacts: () => call('importFacts'),
  exportFactsOf: (input) => call('exportFactsOf', input),
  keepPlace: (input) => call('keepPlace', input),
  getPlace: () => call('getPlace'),
  getPendingSecret: () => call('getPendingSecret'),
  revealSecret: () => call('revealSecret'),
  copySecret: () => call('copySecret'),
  copySecretAs: (input) => call('copySecretAs', input),
  tryKey: () => call('tryKey'),
  discardSecret: () => call('discardSecret'),
  leaveAnyway: () => call('leaveAnyway'),
  getClipboard: () => call('getClipboard'),
  clearClipboard: () => call('clearClipboard'),
  copyErrorDetails: (input) => call('copyErrorDetails', input),
  getVersions: () => call('getVersions'),
  getNotices: () => call('getNotices'),
  dismissNotice: (input) => call('dismissNotice', input),
  getLink: () => call('getLink'),
  closeLink: () => call('closeLink'),
  getLock: () => call('getLock'),
  lockNow: () => call('lockNow'),
  unlock: (input) => call('unlock', input),
  unlockByTouchId: () => call('unlockByTouchId'),
  setPassPhrase: (input) => call('setPassPhrase', input),
  getSettings: () => call('getSettings'),
  changeSettings: (input) => call('changeSettings', input),
  resetSettings: () => call('resetSettings'),
  eraseAll: () => call('eraseAll'),
  getPolicy: () => call('getPolicy'),
  getPresets: () => call('getPresets'),
  savePreset: (input) => call('savePreset', input),
  deletePreset: (input) => call('deletePreset', input),
  on,
};

contextBridge.exposeInMainWorld('keydesk', bridge);
