import { afterEach, describe, expect, it } from 'vitest';
import { allowPlainTextOnly } from './trusted-types.ts';

type Rules = { createHTML(text: string): string };

describe('allowPlainTextOnly', () => {
  afterEach(() => {
    Reflect.deleteProperty(window, 'trustedTypes');
  });

  it('lets the text of a style through, and no markup', () => {
    const policies: Rules[] = [];
    Object.defineProperty(window, 'trustedTypes', {
      configurable: true,
      value: { createPolicy: (_name: string, rules: Rules) => policies.push(rules) },
    });
    allowPlainTextOnly();
    expect(policies).toHaveLength(1);
    expect(policies[0]?.createHTML(':root { color: red; }')).toBe(':root { color: red; }');
    expect(() => policies[0]?.createHTML('<img src=x onerror=alert(1)>')).toThrow(TypeError);
  });

  it('has nothing to do where the engine knows no trusted types', () => {
    expect(allowPlainTextOnly).not.toThrow();
  });
});
