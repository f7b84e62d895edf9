/** Why a use case refused. */
export type UseCaseErrorCode =
  /** No such customer in the workspace. */
  | 'no-such-customer'
  /** A customer cannot be merged with itself, nor one that has been merged already. */
  | 'cannot-merge'
  /** No such merge in the workspace, or it was undone before. */
  | 'no-such-merge'
  /** The customer that was kept has since been merged itself: that must be undone first. */
  | 'merged-again'
  /** `--workspace` names one that the database does not have. */
  | 'no-such-workspace'
  /** The database holds several workspaces and nothing says which is meant. */
  | 'which-workspace';

/** A use case refused; `detail` names what it is about (an id, a list of ids). */
export class UseCaseError extends Error {
  readonly code: UseCaseErrorCode;
  readonly detail: string;

  constructor(code: UseCaseErrorCode, detail: string, options?: ErrorOptions) {
    super(`${code}: ${detail}`, options);
    this.name = 'UseCaseError';
    this.code = code;
    this.detail = detail;
  }
}
