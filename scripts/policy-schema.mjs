import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './project.mjs';
import { setUp } from './setup.mjs';

/* Writes the JSON Schema of the policy file anew, out of the one that reads it. */
await setUp();
const { policyJsonSchema } = await import('../electron/policy/policy-schema.ts');
await writeFile(path.join(ROOT, 'resources', 'policy.schema.json'), policyJsonSchema());
