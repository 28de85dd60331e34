import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { eventRegistry, eventVersions, registryOf, UnknownEvent } from './registry.js';
import type { EventVersions } from './event-versions.js';

const folder = join(import.meta.dirname, 'golden');
const golden = (name: string): unknown => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));

/** Every version that the registry knows, as `Type.v1`. */
const versions = Object.entries(eventVersions).flatMap(([type, { schemas }]) =>
  schemas.map((schema, index) => ({ name: `${type}.v${index + 1}`, type, version: index + 1, schema })),
);

/** Of what a schema accepts: its wording for readers is left out. */
const hashOf = (schema: z.ZodType): string => {
  const json = z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => {
      delete jsonSchema['description'];
      delete jsonSchema['example'];
    },
  });
  return createHash('sha256').update(JSON.stringify(json)).digest('hex');
};

/** Types whose chain of upcasters does not lead from every stored version to the current one. */
const gapsIn = (registry: Readonly<Record<string, EventVersions>>): string[] =>
  Object.entries(registry)
    .filter(([, { schemas, upcasts }]) => schemas.length === 0 || upcasts.length !== schemas.length - 1)
    .map(([type]) => type);

describe('the registry of events', () => {
  it('has a golden sample of every version of every type, and none of another', () => {
    const samples = readdirSync(folder).filter((file) => file !== 'schemas.json');
    expect(samples.sort()).toEqual(versions.map(({ name }) => `${name}.json`).sort());
  });

  it.each(versions)('reads the golden sample of $name, and lifts it to the current version', (stored) => {
    const { name, type, version } = stored;
    const { payload } = eventRegistry.decode(type, version, golden(name));
    expect(eventVersions[type]!.schemas.at(-1)!.parse(payload)).toEqual(payload);
    if (version === eventRegistry.currentVersion(type)) expect(payload).toEqual(golden(name));
  });

  it('I13: keeps every stored schema as it was: one that must change gets a next version', () => {
    expect(Object.fromEntries(versions.map(({ name, schema }) => [name, hashOf(schema)]))).toEqual(
      golden('schemas'),
    );
  });

  it('has no gap in any chain of upcasters', () => {
    expect(gapsIn(eventVersions)).toEqual([]);
  });

  it('stops at a type that it does not know, at a newer version, and at what no release wrote', () => {
    const notice = golden('NoticeGiven.v1') as object;
    expect(() => eventRegistry.decode('NoticePondered', 1, notice)).toThrow(UnknownEvent);
    expect(() => eventRegistry.decode('toString', 1, notice)).toThrow(UnknownEvent);
    const newer = eventRegistry.currentVersion('NoticeGiven') + 1;
    expect(() => eventRegistry.decode('NoticeGiven', newer, notice)).toThrow(
      `This release does not know NoticeGiven version ${newer}`,
    );
    expect(() => eventRegistry.decode('NoticeGiven', 0, notice)).toThrow(UnknownEvent);
    expect(() => eventRegistry.decode('NoticeGiven', 1, { ...notice, endsOn: '2009-02-30' })).toThrow(
      'must be a real date',
    );
    expect(() => eventRegistry.decode('NoticeGiven', 1, { ...notice, unheardOf: true })).toThrow('unheardOf');
  });
});

describe('a type with several versions', () => {
  const [first, second, third] = [
    z.strictObject({ months: z.int() }),
    z.strictObject({ days: z.int() }),
    z.strictObject({ days: z.int(), rounded: z.boolean() }),
  ];
  const upcasts = [
    (payload: object) => ({ days: (payload as z.infer<typeof first>).months * 30 }),
    (payload: object) => ({ ...payload, rounded: true }),
  ];
  const lasted = { Lasted: { schemas: [first, second, third], upcasts } };

  it('is lifted from whichever version was stored', () => {
    const { decode, currentVersion } = registryOf(lasted);
    expect(currentVersion('Lasted')).toBe(3);
    expect(decode('Lasted', 1, { months: 3 }).payload).toEqual({ days: 90, rounded: true });
    expect(decode('Lasted', 2, { days: 92 }).payload).toEqual({ days: 92, rounded: true });
    expect(decode('Lasted', 3, { days: 92, rounded: false }).payload).toEqual({ days: 92, rounded: false });
  });

  it('is found where its chain has a gap, and where a stored schema was edited', () => {
    expect(gapsIn({ Lasted: { ...lasted.Lasted, upcasts: upcasts.slice(1) } })).toEqual(['Lasted']);
    expect(gapsIn(lasted)).toEqual([]);
    expect(hashOf(first.extend({ more: z.string().optional() }))).not.toBe(hashOf(first));
    expect(hashOf(first.meta({ description: 'In other words' }))).toBe(hashOf(first));
  });
});
