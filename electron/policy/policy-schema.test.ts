import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { policyFile, policyJsonSchema } from './policy-schema.ts';

const ROOT = join(import.meta.dirname, '../..');

it('is published as it is: `npm run policy-schema` writes it', async () => {
  expect(await readFile(join(ROOT, 'resources/policy.schema.json'), 'utf8')).toBe(policyJsonSchema());
});

it('says of every rule what it rules, and takes no other', () => {
  const schema = JSON.parse(policyJsonSchema());
  expect(Object.keys(schema.properties)).toEqual(Object.keys(policyFile.shape));
  for (const [name, { description }] of Object.entries<{ description?: string }>(schema.properties)) {
    expect(description, name).toMatch(/\.$/);
  }
  expect(schema.additionalProperties).toBe(false);
  expect(schema.required).toEqual(['version']);
});

it('has a row each in the documentation, in these words', async () => {
  const text = (await readFile(join(ROOT, 'docs/policy.md'), 'utf8')).replace(/\s+/g, ' ');
  for (const [name, { description }] of Object.entries<{ description?: string }>(
    JSON.parse(policyJsonSchema()).properties,
  )) {
    if (name !== '$schema') expect(text).toContain(`| \`${name}\` | ${description} |`);
  }
});

it('has an example in the documentation that holds', async () => {
  const text = await readFile(join(ROOT, 'docs/policy.md'), 'utf8');
  const example = /```json\n(.*?)```/s.exec(text)?.[1] ?? '';
  expect(policyFile.parse(JSON.parse(example)).version).toBe(1);
});
