import type { AppError } from '../../shared/app-error.ts';

/** A failure that has its kind already, on its way through code that only knows how to throw. */
export class CallFailure extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.kind);
    this.name = 'CallFailure';
    this.error = error;
  }
}
