import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from './command-line.ts';

const read = (...args: string[]) => readCommandLine(args, '1.2.3');

describe('the command line of a shipped program', () => {
  it('starts on the usual profile, or on another one', () => {
    expect(read()).toEqual({ kind: 'start', profileFolder: null });
    expect(read('--user-data-dir=/tmp/a profile')).toEqual({
      kind: 'start',
      profileFolder: '/tmp/a profile',
    });
  });

  it('starts with what the system and an installer hand over', () => {
    expect(read('keydesk://open', '--updated')).toEqual({ kind: 'start', profileFolder: null });
  });

  it('tells its version, and all that it understands', () => {
    expect(read('--version')).toEqual({ kind: 'answer', text: 'Keydesk 1.2.3\n' });
    const help = read('--help');
    expect(help.kind).toBe('answer');
    for (const name of ['--help', '--version', '--user-data-dir=FOLDER']) {
      expect(help.kind === 'answer' && help.text).toContain(name);
    }
  });

  it.each([
    '--remote-debugging-port=0',
    '--inspect',
    '-js-flags=--trace',
    '/remote-debugging-port=0',
    '--no-sandbox',
    '--open-demo',
    '--policy-file=/tmp/p.json',
    '--user-data-dir',
    '--user-data-dir=',
    '--User-Data-Dir=/tmp/p',
    '--help=1',
    '--',
    '-',
    '',
    '/tmp/program',
    'https://example.com',
  ])('refuses %j with a sentence that does not repeat it', (argument) => {
    const refused = read(argument);
    expect(refused.kind).toBe('refused');
    if (refused.kind !== 'refused') return;
    expect(refused.text).toMatch(/^[^\n]+\. --help says what Keydesk understands\.\n$/);
  });

  it('refuses one among many', () => {
    const known = fc.constantFrom('--user-data-dir=/p', 'keydesk:x', '--updated');
    const unknown = fc
      .string()
      .filter((text) => !/^(--help|--version|--user-data-dir=.+|--updated|keydesk:.*)$/is.test(text));
    fc.assert(
      fc.property(fc.array(known), unknown, fc.array(known), (before, argument, after) => {
        expect(read(...before, argument, ...after).kind).toBe('refused');
      }),
    );
  });
});
