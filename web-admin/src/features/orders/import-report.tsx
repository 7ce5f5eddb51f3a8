import { Button, Progress, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { count, listed } from '@/shared/format/words';
import { Panel } from '@/shared/ui/panel';
import { Notice } from '@/shared/ui/status';
import { Table } from '@/shared/ui/table';
import type { ImportFacts } from './import-query';

export function ImportReport({ of }: { of: ImportFacts }) {
  const running = of.state === 'WAITING' || of.state === 'RUNNING';
  const errorFile = of.errorFile;
  return (
    <Panel title={running ? `Reading ${of.fileName ?? 'the file'}` : `Report on ${of.fileName ?? 'the file'}`}>
      <Stack>
        {running && (
          <>
            <Progress value={of.percent} aria-label="Import" animated />
            <Text c="dimmed" aria-live="polite">
              {of.percent} % · {count(of.rows, 'row')} read. You may leave this page; the import goes on.
            </Text>
          </>
        )}
        {of.failure && (
          <Notice tone="bad" alert>
            {of.failure} {of.created + of.updated === 0 ? 'Nothing was taken from the file.' : ''}
          </Notice>
        )}
        {!running && of.state !== 'FAILED' && <Text>{outcome(of)}</Text>}
        {of.errors.length > 0 && (
          <Stack gap="xs">
            <Table
              label="Rows with problems"
              rows={of.errors}
              keyOf={(error) => `${error.line}-${error.column}-${error.message}`}
              columns={[
                { name: 'Line', right: true, cell: (error) => error.line },
                { name: 'Which', cell: (error) => error.subject ?? '' },
                { name: 'Column', wide: true, cell: (error) => error.column ?? '' },
                {
                  name: 'Problem',
                  cell: (error) => (error.taken ? `Taken, but for this: ${error.message}` : error.message),
                },
              ]}
            />
            {errorFile && (
              <div>
                <Button
                  component="a"
                  href={errorFile}
                  download={`problems-${of.fileName ?? 'import.csv'}`}
                  variant="default"
                  leftSection={<IconDownload size={16} aria-hidden />}
                >
                  Download all problems
                </Button>
              </div>
            )}
          </Stack>
        )}
        {of.withoutProof > 0 && (
          <Notice tone="warn">
            {count(of.withoutProof, 'order')} of this file {of.withoutProof === 1 ? 'names' : 'name'} neither an e-mail
            nor a usable postcode: shoppers cannot open {of.withoutProof === 1 ? 'it' : 'them'} by either on the portal.
          </Notice>
        )}
        {of.report && of.state === 'DONE' && <Unknown report={of.report} />}
      </Stack>
    </Panel>
  );
}

const things = {
  SHOPIFY_ORDERS: 'order',
  MAPPED_ORDERS: 'order',
  SHOPIFY_PRODUCTS: 'product',
  SHOPIFY_CUSTOMERS: 'customer',
} as const;

/** Rows are rows, and what they tell of is counted on its own: an order may have many. */
function outcome(of: ImportFacts): ReactNode {
  const thing = things[of.kind];
  const taken = of.created + of.updated + of.unchanged;
  const others = [
    of.updated > 0 && `${of.updated.toLocaleString()} updated`,
    of.unchanged > 0 && `${of.unchanged.toLocaleString()} as known before`,
  ].filter((each) => each !== false);
  return (
    <>
      {count(of.rows, 'row')} read.{' '}
      {taken > 0 ? (
        <>
          They tell of {count(taken, thing)}: <b>{of.created.toLocaleString()} new</b>
          {others.length > 0 && `, ${others.join(', ')}`}.
        </>
      ) : (
        `No ${thing} was taken.`
      )}
      {of.failed > 0 && (
        <>
          {' '}
          <b>
            {count(of.failed, thing)} {of.failed === 1 ? 'was' : 'were'} not taken
          </b>
          , for the reasons below.
        </>
      )}
    </>
  );
}

type Report = NonNullable<ImportFacts['report']>;

function Unknown({ report }: { report: Report }) {
  const matters = report.unknownFacts.filter((fact) => fact.recipes.length > 0);
  const others = report.unknownFacts.filter((fact) => fact.recipes.length === 0);
  return (
    <Stack gap="xs">
      {report.notReconciled > 0 && (
        <Notice tone="warn">
          In {count(report.notReconciled, 'order')} {whose(report)} the products, shipping and taxes do not add up to
          the total; a person checks their refunds.
        </Notice>
      )}
      {report.unknownFacts.length === 0 ? (
        <Notice tone="good">
          Every fact that your recipes read is known for all {count(report.orders, 'order')} {whose(report)}.
        </Notice>
      ) : (
        <>
          {matters.length > 0 && (
            <>
              <Text>
                Some rules cannot decide yet, because a fact they read is missing in some of the{' '}
                {count(report.orders, 'order')} {whose(report)}; what they would decide goes to a person instead.
              </Text>
              <Missing label="Missing facts that rules read" facts={matters} />
            </>
          )}
          {others.length > 0 && (
            <Spoiled summary={`${count(others.length, 'more fact')} missing, which no recipe reads`}>
              <Missing label="Other missing facts" facts={others} />
            </Spoiled>
          )}
        </>
      )}
    </Stack>
  );
}

/** A file of products or customers changes what is known of every order. */
function whose(report: Report): string {
  return report.ofFile ? 'of this file' : 'known here';
}

type Fact = Report['unknownFacts'][number];

function Missing({ label, facts }: { label: string; facts: readonly Fact[] }) {
  return (
    <Table
      label={label}
      rows={facts}
      keyOf={(fact) => fact.fact}
      columns={[
        { name: 'Missing', cell: (fact) => fact.label },
        { name: 'In', right: true, cell: (fact) => count(fact.orders, 'order') },
        ...(facts.some((fact) => fact.recipes.length > 0)
          ? [{ name: 'Waits for it', wide: true, cell: (fact: Fact) => listed(fact.recipes) }]
          : []),
        { name: 'How to add it', cell: (fact) => fact.remedy },
      ]}
    />
  );
}

function Spoiled({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details>
      <summary style={{ cursor: 'pointer', padding: '6px 0' }}>{summary}</summary>
      {children}
    </details>
  );
}
