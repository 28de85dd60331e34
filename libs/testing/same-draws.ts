import fc from 'fast-check';

/**
 * What is drawn at random is the same in every run of the tests, so that a change fails for itself and not by chance;
 * `npm run test:long`, which looks for what nobody has thought of, draws anew (`DRAW_ANEW`).
 */
if (!process.env['DRAW_ANEW']) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_090_312 });
