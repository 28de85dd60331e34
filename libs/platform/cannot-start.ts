/**
 * Something that an operator can put right kept the product from starting. The message is the one
 * sentence to print: what is wrong and what to do about it. No stack trace belongs beside it.
 */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
