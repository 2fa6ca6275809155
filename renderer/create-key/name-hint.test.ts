import { expect, test } from 'vitest';
import { nameHint } from './name-hint.ts';

test.each(['test', 'Test 2', 'key1', 'my key', 'new_api_key', 'a', '12', 'API Key', '🔑'])(
  '%s tells nothing',
  (name) => {
    expect(nameHint(name)).toBe('This name does not tell what the key is for.');
  },
);

test.each(['CRM_Query', 'Booking App', 'Productivity'])('%s names no environment', (name) => {
  expect(nameHint(name)).toContain('environment');
});

test.each(['', '  ', 'CRM', 'CRM_Production', 'Mobile_App_Staging', 'crmProd', 'booking-dev-2'])(
  '%j is fine',
  (name) => {
    expect(nameHint(name)).toBeNull();
  },
);
