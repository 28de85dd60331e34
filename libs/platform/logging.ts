import { type Logger, pino } from 'pino';
import type { Config } from './config.js';

export type { Logger } from 'pino';

/** One line for a person: the time of day, the level where it matters, who says it and what. */
export function readableLine(json: string): string {
  const { level, time, name, msg, err, error } = JSON.parse(json) as Record<string, unknown>;
  const reason = (err ?? error) as { message?: string } | undefined;
  const parts = [String(time).slice(11, 19), level === 'info' ? '' : String(level), `${String(name)}:`, msg];
  const line = parts.filter((part) => part !== '' && part !== undefined).join(' ');
  return reason?.message === undefined ? line : `${line} (${reason.message})`;
}

/**
 * The log of a process, to standard output: JSON lines in production, lines for a person under `npm start`.
 * Never log a token, an Authorization header or a request's body.
 * @param name which process speaks
 */
export function createLogger(name: string, config: Pick<Config, 'logLevel' | 'logFormat'>): Logger {
  const options = {
    name,
    level: config.logLevel,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: ['req.headers.authorization', 'headers.authorization'],
  };
  if (config.logFormat === 'json') return pino(options);
  return pino(options, { write: (json) => void process.stdout.write(`${readableLine(json)}\n`) });
}
