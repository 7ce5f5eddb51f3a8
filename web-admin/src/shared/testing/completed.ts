import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
} from 'graphql';

/*
 * What a server answers has every field that was asked for, and says of each thing what it is. A test says only what it is
 * about; the rest is filled in by the schema that the server is held to.
 */
const file = join(import.meta.dirname, '../../../schema.graphql');
const schema = buildSchema(readFileSync(file, 'utf8'), { assumeValid: true, assumeValidSDL: true });

type Values = Record<string, unknown>;
type Asked = { fragments: Map<string, FragmentDefinitionNode>; variables: Values };

const scalars: Record<string, unknown> = {
  Boolean: false,
  Int: 0,
  Float: 0,
  String: '',
  Date: '2026-11-29',
  DateTime: '2026-11-29T10:00:00Z',
  Decimal: '1.00',
  JSON: null,
};
let ids = 0;

/** The answer to that document, with what `told` says of it. A list of rows stands for a connection. */
export function completed(document: string, variables: Values, told: Values): Values {
  const { definitions } = parse(document);
  const operation = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  const fragments = new Map(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
  );
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`There is no ${operation.operation}`);
  return thing(root.name, [...operation.selectionSet.selections], told, { fragments, variables });
}

function thing(typename: string, selections: SelectionNode[], told: Values, asked: Asked): Values {
  const type = schema.getType(typename);
  if (!isObjectType(type)) throw new Error(`${typename} is no type of an object`);
  const groups = new Map<string, { name: string; below: SelectionNode[] }>();
  collect(typename, selections, asked, groups);
  const answer: Values = {};
  for (const [key, { name, below }] of groups) {
    if (name === '__typename') {
      answer[key] = typename;
      continue;
    }
    const field = type.getFields()[name];
    if (!field) throw new Error(`${typename} has no ${name}`);
    answer[key] = value(field.type, below, told[key], asked);
  }
  return answer;
}

function collect(
  typename: string,
  selections: readonly SelectionNode[],
  asked: Asked,
  into: Map<string, { name: string; below: SelectionNode[] }>,
) {
  for (const each of selections.filter((one) => wanted(one, asked.variables))) {
    if (each.kind === Kind.FIELD) {
      const key = each.alias?.value ?? each.name.value;
      const group = into.get(key) ?? { name: each.name.value, below: [] };
      group.below.push(...(each.selectionSet?.selections ?? []));
      into.set(key, group);
      continue;
    }
    const fragment = each.kind === Kind.FRAGMENT_SPREAD ? asked.fragments.get(each.name.value) : each;
    const on = fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value);
    const type = schema.getType(typename);
    const fits = !on || on === type || (isAbstractType(on) && isObjectType(type) && schema.isSubType(on, type));
    if (fragment && fits) collect(typename, fragment.selectionSet.selections, asked, into);
  }
}

function wanted(of: SelectionNode, variables: Values): boolean {
  const include = of.directives?.find((each) => each.name.value === 'include')?.arguments?.[0]?.value;
  return include?.kind !== Kind.VARIABLE || variables[include.name.value] === true;
}

function value(type: GraphQLOutputType, below: SelectionNode[], told: unknown, asked: Asked): unknown {
  if (isNonNullType(type)) return value(type.ofType, below, told ?? invented(type.ofType), asked);
  if (told === undefined || told === null) return null;
  if (isListType(type)) return (told as unknown[]).map((each) => value(type.ofType, below, each, asked));
  if (below.length === 0) return told;
  const { name } = getNamedType(type);
  const connection = name.endsWith('Connection') && Array.isArray(told);
  const given = (connection ? page(told) : told) as Values;
  return thing(isAbstractType(type) ? String(given.__typename) : name, below, given, asked);
}

/** Something that fits, where a test does not care what. */
function invented(type: GraphQLOutputType): unknown {
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  const { name } = getNamedType(type);
  if (name === 'ID') return `id-${++ids}`;
  if (name === 'Money') return { amount: '1.00', currencyCode: 'EUR' };
  return name in scalars ? scalars[name] : {};
}

/** One page of a list; with a cursor, there is another behind it. */
export function page(rows: readonly unknown[], endCursor?: string) {
  return {
    edges: rows.map((node, at) => ({ node, cursor: `${at}` })),
    pageInfo: { hasNextPage: endCursor !== undefined, endCursor: endCursor ?? null },
  };
}
