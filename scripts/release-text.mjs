/** What a reader of a release wants to know, in this order. */
const SECTIONS = [
  { type: 'feat', title: 'New' },
  { type: 'fix', title: 'Mended' },
  { type: 'perf', title: 'Faster' },
];

/** A conventional commit's first line: its kind, whether it breaks something, what it says. */
const SUBJECT = /^(?<type>[a-z]+)(?:\([\w ./-]+\))?(?<breaks>!)?: (?<text>.+)$/;

/**
 * The notes of a release out of the first lines of its commits, newest first.
 * @param {readonly string[]} subjects
 */
export function releaseNotes(subjects) {
  const commits = subjects.flatMap((subject) => {
    const { type = '', breaks, text = '' } = SUBJECT.exec(subject)?.groups ?? {};
    return text ? [{ type, breaks: breaks === '!', text: text.charAt(0).toUpperCase() + text.slice(1) }] : [];
  });
  const section = (/** @type {string} */ title, /** @type {typeof commits} */ some) =>
    some.length === 0 ? [] : [`## ${title}\n\n${some.map(({ text }) => `- ${text}`).join('\n')}\n`];
  const parts = [
    ...section(
      'Breaking',
      commits.filter(({ breaks }) => breaks),
    ),
    ...SECTIONS.flatMap(({ type, title }) =>
      section(
        title,
        commits.filter((commit) => commit.type === type && !commit.breaks),
      ),
    ),
  ];
  return parts.length === 0 ? 'No change that one sees.\n' : parts.join('\n');
}
