/**
 * One line for the person at the terminal. On stderr: the output of a script may be read by another program.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
