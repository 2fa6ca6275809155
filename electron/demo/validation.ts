import { z } from 'zod';
import { refuseInput } from './refusals.ts';
import type { WireIssue } from './wire.ts';

/** A uuid of any version, in small letters. */
export const guid = z.guid().toLowerCase();

type Complaint = { readonly msg: string; readonly type: string };

function ofType(expected: string, input: unknown): Complaint {
  switch (expected) {
    case 'string':
      return { type: 'string_type', msg: 'Input should be a valid string' };
    case 'boolean':
      return typeof input === 'string' || typeof input === 'number'
        ? { type: 'bool_parsing', msg: 'Input should be a valid boolean, unable to interpret input' }
        : { type: 'bool_type', msg: 'Input should be a valid boolean' };
    case 'array':
      return { type: 'list_type', msg: 'Input should be a valid list' };
    default:
      return {
        type: 'model_attributes_type',
        msg: 'Input should be a valid dictionary or object to extract fields from',
      };
  }
}

function ofFormat(format: string): Complaint {
  switch (format) {
    case 'guid':
      return { type: 'uuid_parsing', msg: 'Input should be a valid UUID' };
    case 'datetime':
      return { type: 'datetime_parsing', msg: 'Input should be a valid datetime' };
    default:
      return {
        type: 'int_parsing',
        msg: 'Input should be a valid integer, unable to parse string as an integer',
      };
  }
}

function oneOf(values: readonly unknown[]): Complaint {
  const quoted = values.map((value) => `'${String(value)}'`);
  const last = quoted.pop();
  return { type: 'enum', msg: `Input should be ${quoted.join(', ')} or ${last}` };
}

/** What the platform, which validates with pydantic, says of the same fault. */
function complaintOf(issue: z.core.$ZodIssue): Complaint {
  // JSON and queries have no undefined: where it is found, the field is not there.
  if (issue.input === undefined) return { type: 'missing', msg: 'Field required' };
  switch (issue.code) {
    case 'invalid_type':
      return ofType(issue.expected, issue.input);
    case 'invalid_format':
      return ofFormat(issue.format);
    case 'invalid_value':
      return oneOf(issue.values);
    case 'too_small':
      return issue.origin === 'string'
        ? { type: 'string_too_short', msg: `String should have at least ${issue.minimum} character` }
        : { type: 'greater_than_equal', msg: `Input should be greater than or equal to ${issue.minimum}` };
    case 'too_big':
      return { type: 'less_than_equal', msg: `Input should be less than or equal to ${issue.maximum}` };
    case 'custom': {
      const { type = 'value_error' } = issue.params ?? {};
      return { type: String(type), msg: issue.message };
    }
    default:
      return { type: 'value_error', msg: `Value error, ${issue.message}` };
  }
}

/**
 * Parses what a caller sent; whatever is wrong with it is thrown as a 422.
 * @param loc where the input stands: `['query']`, `['body']`, `['path', 'api_key_id']`.
 */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown, loc: readonly string[]): T {
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return parsed.data;
  const detail = parsed.error.issues.map((issue): WireIssue => {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    return { loc: [...loc, ...path], ...complaintOf(issue) };
  });
  throw refuseInput(detail);
}

/** The query of a request; of a parameter given twice, the last counts. */
export function parseQuery<T>(schema: z.ZodType<T>, url: string): T {
  return parseInput(schema, Object.fromEntries(new URL(url).searchParams), ['query']);
}

const JSON_TYPE = /^application\/([^;]+\+)?json *(;|$)/i;

/** The JSON body of a request. A body of another content type is plain text, and so the wrong type. */
export async function parseBody<T>(schema: z.ZodType<T>, request: Request): Promise<T> {
  const text = await request.text();
  const contentType = request.headers.get('content-type');
  if (text === '') return parseInput(schema, undefined, ['body']);
  if (contentType !== null && !JSON_TYPE.test(contentType)) return parseInput(schema, text, ['body']);
  return parseInput(schema, parseJson(text), ['body']);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuseInput([{ loc: ['body', 0], msg: 'JSON decode error', type: 'json_invalid' }]);
  }
}
