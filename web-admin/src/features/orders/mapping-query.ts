import { graphql, type ResultOf, type VariablesOf } from '@/shared/api/graphql';

export const MappingQuery = graphql(`
  query OrderFileMapping($fileId: ID!, $mapping: OrderFileMappingInput) {
    orderFileMapping(fileId: $fileId, mapping: $mapping) {
      mapping {
        system
        saved
        shopify
        rows
        dates
        possibleDates
        decimalSign
        currencyCode
        prices
        columns { name samples }
        fields { field part label help column }
        problems { field column message }
        notes { field message }
        preview {
          line
          number
          placedAt
          email
          shopperName
          postcode
          opens
          reconciles
          difference { amount currencyCode }
          shipping { amount currencyCode }
          total { amount currencyCode }
          lines { title sku quantity paid { amount currencyCode } }
          column
          problem
        }
      }
      userErrors { field message code }
    }
  }
`);

export type Proposed = NonNullable<ResultOf<typeof MappingQuery>['orderFileMapping']['mapping']>;
export type Mapping = NonNullable<VariablesOf<typeof MappingQuery>['mapping']>;
export type FieldName = Mapping['columns'][number]['field'];

/** What was proposed, as it is sent back. */
export function chosen(of: Proposed): Mapping {
  return {
    columns: of.fields.flatMap(({ field, column }) => (column ? [{ field, column }] : [])),
    rows: of.rows,
    dates: of.dates,
    decimalSign: of.decimalSign,
    currencyCode: of.currencyCode,
    prices: of.prices,
  };
}

/** The same with one field told by another column, or by none. */
export function withColumn(mapping: Mapping, field: FieldName, column: string | null): Mapping {
  const others = mapping.columns.filter((each) => each.field !== field);
  return { ...mapping, columns: column ? [...others, { field, column }] : others };
}
