import helmet, { type HelmetOptions } from 'helmet';

/** The headers that helmet sets with these options: always the same, so they are worked out once. */
const headersOf = (options: HelmetOptions): Record<string, string> => {
  const headers: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => (headers[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  };
  helmet(options)({} as never, response as never, () => undefined);
  return headers;
};

/** Of every answer: nothing in it may run, be framed or be stored. */
export const answerHeaders: Readonly<Record<string, string>> = {
  ...headersOf({
    xFrameOptions: { action: 'deny' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
  }),
  'cache-control': 'no-store',
};

/** Of the documentation's pages, which bring their own scripts and styles. */
export const pageHeaders: Readonly<Record<string, string>> = headersOf({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
});
