/** The clock's instant, or one millisecond after the stream's last where the clock is not yet past it (R14). */
export const nextInstant = (now: string, last: string | undefined): string =>
  last === undefined || now > last ? now : new Date(Date.parse(last) + 1).toISOString();
