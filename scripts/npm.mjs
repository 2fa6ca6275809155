import path from 'node:path';

/**
 * How to call npm: the one that runs this script where there is one, else the one on the path.
 * @param {readonly string[]} args
 */
export function npmCommand(args) {
  const cli = process.env['npm_execpath'];
  if (cli && path.basename(cli) === 'npm-cli.js') {
    return { command: process.execPath, args: [cli, ...args], shell: false };
  }
  return { command: 'npm', args: [...args], shell: process.platform === 'win32' };
}
