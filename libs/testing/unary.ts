/** The client makes a unary call of an append that has credentials, one without is part of a batch; an insecure node asks for none. */
export const UNARY = { credentials: { username: 'admin', password: 'changeit' } };
