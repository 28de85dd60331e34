import { RequestMethod } from '@nestjs/common';
import { ApiModule } from '#apps/api/api.module.js';
import { openRoute } from '#apps/api/auth/bearer.guard.js';
import { practiceNotes } from '#apps/api/openapi/practice-notes.js';
import { referenceTopics } from '#apps/api/openapi/reference-notes.js';
import { fillWithWorkedDataSet } from '#apps/standalone/fill.js';
import { people } from '#apps/standalone/worked-data-set.js';
import { practiceCommands, type PracticeCommandName } from '#domain/practice/commands.js';
import { useApi } from './use-api.js';

type Handler = (...values: unknown[]) => unknown;
interface Route {
  readonly method: string;
  readonly path: string;
  readonly isOpen: boolean;
}

/** Every route that the API's controllers declare. */
const routes: readonly Route[] = (Reflect.getMetadata('controllers', ApiModule) as Handler[]).flatMap(
  (controller) => {
    const { prototype } = controller as unknown as { prototype: Record<string, Handler> };
    const names = Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
    return names.flatMap((name) => {
      const handler = prototype[name]!;
      const own = Reflect.getMetadata('path', handler) as string | undefined;
      if (own === undefined) return [];
      const parts = [String(Reflect.getMetadata('path', controller)), own].map((part) =>
        part.replaceAll('/', ' '),
      );
      return {
        method: RequestMethod[Reflect.getMetadata('method', handler) as RequestMethod],
        path: `/${parts.join(' ').trim().split(/ +/).join('/')}`,
        isOpen: openRoute(handler, controller),
      };
    });
  },
);

interface Operation {
  readonly summary?: string;
  readonly security?: object[];
  readonly requestBody?: { readonly content: Record<string, { readonly example: unknown }> };
}
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

describe('the routes of the API', () => {
  const api = useApi(fillWithWorkedDataSet);
  let paths: Paths;
  let text: string;
  beforeAll(async () => {
    const answer = await api.send('/api/v1/openapi.json', {});
    paths = answer.body['paths'] as Paths;
    text = answer.text;
  });

  it('are open to anyone only where they say whether the service is well, and how it is used', () => {
    expect(routes.length).toBeGreaterThan(20);
    expect(routes.filter(({ isOpen }) => isOpen).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /livez',
      'GET /readyz',
      'GET /api/v1/openapi.json',
      'GET /docs',
      'GET /docs/:file',
    ]);
  });

  it.each(routes.filter(({ isOpen }) => !isOpen))(
    '$method $path answers nobody without a token',
    async (route) => {
      const path = route.path.replaceAll(/:\w+/g, 'A00001');
      const { status, body } = await api.send(path, { method: route.method });
      expect([status, body['code']]).toEqual([401, 'TOKEN_MISSING']);
    },
  );

  it('are all described, with a summary, and by no more than there are', () => {
    const pattern = (path: string) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`);
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        path,
        method: method.toUpperCase(),
        operation,
      })),
    );
    for (const { path, method, operation } of described) {
      expect(routes.some((route) => route.method === method && pattern(route.path).test(path))).toBe(true);
      expect(operation.summary).toMatch(/^[A-Z]/);
      expect(operation.security).toEqual([{ bearer: [] }]);
    }
    for (const route of routes.filter(({ isOpen }) => !isOpen))
      expect(
        described.some(({ path, method }) => route.method === method && pattern(route.path).test(path)),
      ).toBe(true);
    for (const command of Object.keys(practiceCommands))
      expect(paths).toHaveProperty([`/api/v1/practices/{ods}/${command}`, 'post']);
  });

  it('are described by a document whose references all lead somewhere', () => {
    const schemas = new Set(
      Object.keys((JSON.parse(text) as { components: { schemas: object } }).components.schemas),
    );
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(references.length).toBeGreaterThan(100);
    expect(references.filter((name) => !schemas.has(name ?? ''))).toEqual([]);
  });

  it('are described by examples that are valid', () => {
    for (const [name, schema] of Object.entries(practiceCommands))
      expect([name, schema.safeParse(practiceNotes[name as PracticeCommandName].example).error]).toEqual([
        name,
        undefined,
      ]);
    for (const { commands, notes } of referenceTopics)
      for (const [name, schema] of Object.entries(commands))
        expect([name, schema.safeParse((notes as never)[name]['example']).error]).toEqual([name, undefined]);
  });

  it('have a page to read and try them, with nothing from elsewhere', async () => {
    const page = await api.send('/docs', {});
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => String(file));
    expect(files).toHaveLength(4);
    for (const file of files) {
      const found = await api.send(file, {});
      expect([file, found.status, found.text.length > 100]).toEqual([file, 200, true]);
    }
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
  });

  it('say that the service lives and is ready', async () => {
    expect((await api.send('/livez', {})).body).toEqual({ status: 'ok' });
    await api.get('/api/v1/practices', people.auditor);
    const ready = await api.send('/readyz', {});
    expect(ready.status).toBe(200);
    expect(ready.body).toMatchObject({
      status: 'ok',
      eventStore: 'ok',
      database: 'ok',
      projections: [{ name: 'audit_history' }, { name: 'funding' }, { name: 'practices' }],
    });
  });

  describe('C3: who may give which command', () => {
    const { national, patel, reed, hart, auditor } = people;
    const everyone = { PR: reed, PCT: patel, SUP: hart, NAT: national, AUD: auditor };
    const allowed: Readonly<Record<string, string>> = {
      'register-practice': 'NAT',
      'change-commissioner': 'NAT',
      'close-practice': 'NAT',
      'merge-practice': 'NAT',
      'split-practice': 'NAT',
      'take-over-practice': 'NAT',
      'register-instance': 'PCT',
      'confirm-installed': 'PCT',
      'upgrade-system': 'PR PCT',
      'join-call-off': 'PCT',
      'opt-out': 'PCT',
      'leave-call-off': 'PCT',
      'record-pct-practice-agreement': 'PCT',
      'end-pct-practice-agreement': 'PCT',
      'record-contractor-type': 'PCT NAT',
      'grant-funding-exception': 'NAT',
      'retain-system': 'PR PCT',
      'record-contact': 'PR PCT',
      'request-migration': 'PR',
      'decide-business-case-need': 'PCT',
      'submit-business-case': 'PR',
      'return-business-case': 'PCT',
      'agree-change': 'PCT',
      'refuse-change': 'PCT',
      'raise-dispute': 'PR PCT',
      'escalate-dispute': 'PR PCT',
      'record-determination': 'NAT',
      'start-selection': 'PR PCT',
      'score-candidate': 'PR PCT',
      'complete-selection': 'PR PCT',
      'fail-selection': 'PR PCT',
      'select-system': 'PR PCT',
      'propose-date': 'PR PCT SUP',
      replan: 'PR PCT SUP',
      'agree-date': 'PR PCT SUP',
      'place-order': 'PCT',
      'amend-order': 'PCT',
      'cancel-order': 'PCT',
      'record-extract': 'PR SUP',
      'reject-extract': 'PR SUP',
      'raise-data-access-problem': 'PR PCT SUP',
      'escalate-data-access-problem': 'PR PCT SUP',
      'resolve-data-access-problem': 'PR PCT SUP NAT',
      'report-go-live': 'SUP',
      'record-backload': 'PR PCT',
      'declare-go-live': 'PR PCT',
      'correct-go-live': 'PCT',
      'retract-go-live': 'PCT',
      'roll-back': 'PR PCT',
      'abandon-migration': 'PR PCT',
      'sign-off-migration': 'PR PCT',
      'give-notice': 'PCT',
      'extend-notice': 'PCT',
      'withdraw-notice': 'PCT',
      'acknowledge-notice': 'SUP',
      'dispute-notice': 'SUP',
      'order-retention': 'PR PCT',
      'change-retention': 'PR PCT',
      'end-retention': 'PR PCT',
      'record-data-holder': 'PCT SUP',
      'record-data-destroyed': 'PCT',
      'request-audit-access': 'PR PCT',
      'fulfil-audit-access': 'PR PCT SUP',
      'fail-audit-access': 'PR PCT SUP',
      'correct-record': 'PR PCT SUP NAT',
      'end-source-service': 'PCT SUP',
      'register-supplier': 'NAT',
      'list-system': 'NAT',
      'record-level': 'NAT',
      'withdraw-level': 'NAT',
      'plan-level-2': 'NAT',
      'announce-withdrawal': 'NAT',
      'cease-supplier': 'NAT',
      'suspend-central-funding': 'NAT',
      'restore-central-funding': 'NAT',
      'publish-data-access-services': 'NAT',
      'publish-price-list': 'NAT',
      'publish-retention-terms': 'NAT',
      'record-succession': 'NAT',
      'establish-commissioner': 'NAT',
      'publish-policy-set': 'NAT',
      'publish-business-case-template': 'NAT',
      'sign-call-off': 'PCT NAT',
    };
    const commands = () =>
      Object.entries(paths)
        .filter(([path]) => path.endsWith('/dry-run'))
        .map(([path, { post }]) => ({
          path: path
            .replace('{ods}', 'A00001')
            .replace(/\{(id|supplier)\}/, 'INPS')
            .replace(/\{(code|commissioner)\}/, '5ZZ'),
          name: path.split('/').at(-2) ?? '',
          example: post?.requestBody?.content['application/json']?.example as object,
        }));

    it.each(Object.keys(everyone))('%s', async (role) => {
      expect(
        commands()
          .map(({ name }) => name)
          .sort(),
      ).toEqual(Object.keys(allowed).sort());
      const person = everyone[role as keyof typeof everyone];
      for (const { path, name, example } of commands()) {
        const { status, body } = await api.post(path, person, { ...example, reason: 'To see who may' });
        const mayGive = allowed[name]?.split(' ').includes(role);
        expect([name, status === 403 && body['code'] === 'ROLE_NOT_ALLOWED']).toEqual([name, !mayGive]);
        expect([name, status < 500 && status !== 400]).toEqual([name, true]);
      }
    });
  });
});
