/** What the catalogue says of a refusal. */
export interface Entry {
  readonly rule: string;
  /** 400 shape, 403 not yours, 404 unknown, 409 refused in this state. */
  readonly status: 400 | 403 | 404 | 409;
  /** With `{name}` where the details of the case go. */
  readonly because: string;
  readonly remedy: string;
}

/** An entry of the catalogue. */
export const entry = (status: Entry['status'], rule: string, because: string, remedy: string): Entry => ({
  rule,
  status,
  because,
  remedy,
});
