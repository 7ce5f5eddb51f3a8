// `npm run schema:gather -- <folder>`: one schema.graphql out of the modules' pieces, for gql.tada, while no running
// application has written it. Adds what Spring generates: the connection types.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildASTSchema, Kind, lexicographicSortSchema, parse, printSchema, visit } from 'graphql';

const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error('Which folders hold the *.graphqls pieces?');
const definitions = folders
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .filter((name) => name.endsWith('.graphqls'))
      .sort()
      .map((name) => join(folder, name)),
  )
  .flatMap((file) => parse(readFileSync(file, 'utf8')).definitions);

const seen = new Set();
const twice = new Set();
for (const each of definitions.filter((one) => one.kind.endsWith('TypeDefinition'))) {
  if (seen.has(each.name.value)) twice.add(each);
  seen.add(each.name.value);
}
if (twice.size > 0)
  console.warn(`Defined twice: ${[...twice].map((each) => each.name.value).join(', ')} (the first is taken)`);
const definedOnce = definitions.filter((each) => !twice.has(each));

const defined = new Set(definitions.map((each) => each.name?.value));
const wanted = new Set();
for (const each of definitions) visit(each, { NamedType: (type) => void wanted.add(type.name.value) });
const missing = [...wanted].filter(
  (name) => !defined.has(name) && !['Int', 'Float', 'String', 'Boolean', 'ID'].includes(name),
);

const generated = missing
  .filter((name) => name.endsWith('Connection'))
  .map((name) => {
    const node = name.slice(0, -'Connection'.length);
    return `type ${name} { edges: [${node}Edge]! pageInfo: PageInfo! } type ${node}Edge { node: ${node}! cursor: String! }`;
  })
  .join('\n');
const unknown = missing.filter((name) => !name.endsWith('Connection'));
if (unknown.length > 0) console.warn(`No piece defines: ${unknown.join(', ')} (left as scalars)`);

const all = {
  kind: Kind.DOCUMENT,
  definitions: [
    ...definedOnce,
    ...(generated ? parse(generated).definitions : []),
    ...unknown.flatMap((name) => parse(`scalar ${name}`).definitions),
  ],
};
writeFileSync(
  'schema.graphql',
  `${printSchema(lexicographicSortSchema(buildASTSchema(all, { assumeValidSDL: true })))}\n`,
);
console.log(`schema.graphql: ${definitions.length} definitions`);
