import { type Cache, cacheExchange, type UpdateResolver } from '@urql/exchange-graphcache';
import { entities } from './entities';
import { touched } from './touched';

type Told = { __typename?: string; id?: string | null };

const keyOf = (told: Told) => (told.__typename && told.__typename in entities ? (told.id ?? null) : null);

/** Of whatever type, by the one rule. */
const keys = new Proxy({}, { get: () => keyOf });

/** Takes fields out with what stands in them alone: a part that stays would be mixed with what comes anew. */
function drop(cache: Cache, of: string, isOld: (field: string) => boolean) {
  for (const { fieldKey, fieldName } of cache.inspectFields(of)) {
    if (fieldName === '__typename' || !isOld(fieldName)) continue;
    const parts = [cache.resolve(of, fieldKey)].flat(9);
    for (const part of parts) if (typeof part === 'string' && part.startsWith(`${of}.`)) drop(cache, part, () => true);
    cache.invalidate(of, fieldKey);
  }
}

/** What a mutation tells of a thing is known by now; what it does not tell may have changed with it. */
function dropUntold(cache: Cache, told: unknown) {
  if (told === null || typeof told !== 'object' || Array.isArray(told)) return;
  const key = cache.keyOfEntity(told as Told & { __typename: string });
  if (!key) return;
  drop(cache, key, (field) => !(field in told));
  for (const part of Object.values(told)) dropUntold(cache, part);
}

const after =
  (gone: readonly string[]): UpdateResolver =>
  (result, _, cache, { fieldName }) => {
    const payload = result[fieldName] as Record<string, unknown> | null;
    if (!payload || (Array.isArray(payload.userErrors) && payload.userErrors.length > 0)) return;
    for (const part of Object.values(payload)) dropUntold(cache, part);
    drop(cache, 'Query', (field) => gone.includes(field));
    for (const type of gone.filter((each) => each in entities)) cache.invalidate(type);
  };

const Mutation = Object.fromEntries(Object.entries(touched).map(([name, gone]) => [name, after(gone)]));

/** What is known of one merchant to one person: each thing once, so that what changes it changes it everywhere. */
export const createCache = () => cacheExchange({ keys, updates: { Mutation } });
