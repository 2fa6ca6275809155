import { t } from '../../shared/language/words.ts';

const EMPTY_WORDS =
  /^(my|the|a|new|old|first|second)?[\s_-]*(api)?[\s_-]*(test|tests|testing|key|keys|token|name|new|temp|tmp|foo|bar|baz|abc|asdf|qwerty|example|untitled|x+|api)?[\s_-]*\d*$/i;

const ENVIRONMENT =
  /(^|[^a-z])(prod|production|live|stag|stage|staging|dev|devel|development|local|test|testing|qa|uat|sandbox|demo|preview|integration)([^a-z]|$)/i;

/** Parts camel case: "crmProd" → "crm Prod". */
function parted(name: string): string {
  return name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
}

/** A soft word about a name that will tell nobody what its key is for; null where the name is fine. */
export function nameHint(name: string): string | null {
  const trimmed = name.trim();
  if (trimmed === '') return null;
  const letters = trimmed.replace(/[^\p{L}]/gu, '');
  if (letters.length < 2 || EMPTY_WORDS.test(trimmed)) {
    return t('create.nameTellsNothing');
  }
  // Short names are still being typed.
  return trimmed.length < 4 || ENVIRONMENT.test(parted(trimmed)) ? null : t('create.nameEnvironment');
}
