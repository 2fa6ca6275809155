import type {
  AddressProblem,
  AppError,
  CertificateProblem,
  OutcomeUnknownCause,
} from '../shared/app-error.ts';
import { t } from '../shared/language/words.ts';

export type ErrorText = {
  /** What happened, as one line without a full stop. */
  readonly sentence: string;
  /** What can be done about it. */
  readonly remedy: string | null;
  /** The one thing to offer: ask again, sign in again, or give the proxy its login. */
  readonly action: 'retry' | 'sign-in' | 'proxy-login' | 'none';
};

type Action = ErrorText['action'];

function text(sentence: string, remedy: string | null = null, action: Action = 'none'): ErrorText {
  return { sentence, remedy, action };
}

/** The sentence at the field "API address" for an address that is refused before anything is sent. */
function addressProblemText(reason: AddressProblem): string {
  switch (reason) {
    case 'empty':
      return t('errors.addressEmpty');
    case 'not-an-address':
      return t('errors.addressNotAnAddress');
    case 'scheme':
      return t('errors.addressScheme');
    case 'http-only-loopback':
      return t('errors.addressHttp');
    case 'credentials':
      return t('errors.addressCredentials');
    case 'host':
      return t('errors.addressHost');
    case 'query':
      return t('errors.addressQuery');
    case 'path':
      return t('errors.addressPath');
    case 'port':
      return t('errors.addressPort');
  }
}

/** The sentence at the field "Admin token"; never contains what was typed. */
function tokenProblemText(reason: 'empty' | 'characters'): string {
  switch (reason) {
    case 'empty':
      return t('errors.tokenEmpty');
    case 'characters':
      return t('errors.tokenCharacters');
  }
}

function certificateText(reason: CertificateProblem): ErrorText {
  const refused = t('errors.certificateRefused');
  switch (reason) {
    case 'authority':
      return text(t('errors.certificateAuthority'), refused, 'retry');
    case 'date':
      return text(t('errors.certificateDate'), t('errors.certificateDateRemedy'), 'retry');
    case 'name':
      return text(t('errors.certificateName'), t('errors.certificateNameRemedy'), 'retry');
    case 'other':
      return text(t('errors.certificateOther'), refused, 'retry');
  }
}

function outcomeUnknownText(cause: OutcomeUnknownCause): ErrorText {
  const remedy = t('errors.unknownRemedy');
  switch (cause) {
    case 'network':
      return text(t('errors.unknownNetwork'), remedy);
    case 'timeout':
      return text(t('errors.timeout'), remedy);
    case 'cancelled':
      return text(t('errors.unknownCancelled'), remedy);
    case 'server-error':
      return text(t('errors.unknownServerError'), remedy);
    case 'unreadable-answer':
      return text(t('errors.unknownUnreadable'), remedy);
  }
}

/** When to ask again, in seconds, minutes or hours: rounded up, so that it is never too early. */
function waitText(seconds: number): string {
  if (seconds < 90) return t('errors.rateLimitedSeconds', { count: Math.max(1, Math.ceil(seconds)) });
  if (seconds < 5400) return t('errors.rateLimitedMinutes', { count: Math.ceil(seconds / 60) });
  return t('errors.rateLimitedHours', { count: Math.ceil(seconds / 3600) });
}

/** Instead of the first text for `proxy-login`, where the person has given a login before. */
export const PROXY_LOGIN_REFUSED: ErrorText = text(
  t('errors.proxyRefused'),
  t('errors.proxyRefusedRemedy'),
  'proxy-login',
);

/** The one place that turns a failure into words: exhaustive, calm, without codes where words will do. */
export function errorText(error: AppError): ErrorText {
  switch (error.kind) {
    case 'invalid-address':
      return text(addressProblemText(error.reason));
    case 'invalid-token':
      return text(tokenProblemText(error.reason));
    case 'token-unreadable':
      return text(t('errors.tokenUnreadable'), t('errors.tokenUnreadableRemedy'), 'retry');
    case 'server-not-found':
      return text(t('errors.serverNotFound'), t('errors.serverNotFoundRemedy'), 'retry');
    case 'connection-refused':
      return text(t('errors.connectionRefused'), t('errors.connectionRefusedRemedy'), 'retry');
    case 'network':
      return text(
        t('errors.network'),
        error.code ? t('errors.networkRemedyCode', { code: error.code }) : t('errors.networkRemedy'),
        'retry',
      );
    case 'certificate':
      return certificateText(error.reason);
    case 'proxy-login':
      return text(t('errors.proxyLogin'), t('errors.proxyLoginRemedy'), 'proxy-login');
    case 'redirect-refused':
      return text(t('errors.redirect'), t('errors.redirectRemedy'));
    case 'timeout':
      return text(t('errors.timeout'), t('errors.tryLater'), 'retry');
    case 'cancelled':
      return text(t('errors.cancelled'), null, 'retry');
    case 'unauthorized':
      return text(t('errors.unauthorized'), t('errors.unauthorizedRemedy'), 'sign-in');
    case 'forbidden':
      return text(t('errors.forbidden'));
    case 'not-found':
      return text(t('errors.notFound'), t('errors.notFoundRemedy'));
    case 'rejected':
      return text(t('errors.rejected'), error.message ?? error.fields[0]?.message ?? null);
    case 'rate-limited':
      return text(
        t('errors.rateLimited'),
        error.retryAfterSeconds === null ? t('errors.rateLimitedLater') : waitText(error.retryAfterSeconds),
        'retry',
      );
    case 'server-error':
      return text(
        t('errors.serverError'),
        t('errors.serverErrorRemedy', { status: String(error.status) }),
        'retry',
      );
    case 'not-the-key-api':
      return text(t('errors.notTheKeyApi'), t('errors.notTheKeyApiRemedy'), 'retry');
    case 'answer-too-large':
      return text(t('errors.tooLarge'), t('errors.tooLargeRemedy'), 'retry');
    case 'outcome-unknown':
      return outcomeUnknownText(error.cause);
    case 'secret-missing':
      return text(t('errors.secretMissing'), t('errors.secretMissingRemedy'));
    case 'clipboard':
      return text(t('common.couldNotCopy'), t('errors.clipboardRemedy'), 'retry');
    case 'not-saved':
      return text(t('errors.notSaved'), t('errors.notSavedRemedy'), 'retry');
    case 'address-unverified':
      return text(t('errors.addressUnverified'), t('errors.addressUnverifiedRemedy'));
    case 'no-session':
      return text(t('errors.noSession'), t('errors.noSessionRemedy'), 'sign-in');
    case 'ruled-out':
      return text(
        error.what === 'demo' ? t('errors.ruledOutDemo') : t('errors.ruledOutAddress'),
        t('errors.ruledOutRemedy'),
      );
    case 'secret-pending':
      return text(t('errors.secretPending'), t('errors.secretPendingRemedy'));
    case 'change-under-way':
      return text(t('errors.changeUnderWay'), t('errors.changeUnderWayRemedy'));
    case 'no-secret':
      return text(t('errors.noSecret'), t('errors.noSecretRemedy'));
    case 'unexpected':
      return text(t('errors.unexpected'), t('errors.unexpectedRemedy'), 'retry');
  }
}
