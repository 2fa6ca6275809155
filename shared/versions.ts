/** What runs here. A support text and the log begin with it. */
export type Versions = {
  readonly keydesk: string;
  readonly electron: string;
  readonly chromium: string;
  readonly platform: string;
  readonly arch: string;
};
