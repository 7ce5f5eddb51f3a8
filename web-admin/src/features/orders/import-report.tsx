import { Button, Progress, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { count, listed } from '@/shared/format/words';
import { Panel } from '@/shared/ui/panel';
import { Notice } from '@/shared/ui/status';
import { Table } from '@/shared/ui/table';
import type { ImportFacts } from './import-query';

/** Offers text of the server as a file; a link to a blob, as the page's security policy allows no data address. */
function save(name: string, text: string) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

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
            {of.failure}
          </Notice>
        )}
        {!running && (
          <Text>
            {count(of.rows, 'row')} read: <b>{of.created.toLocaleString()} new</b>, {of.updated.toLocaleString()}{' '}
            updated, {of.unchanged.toLocaleString()} unchanged, {of.failed.toLocaleString()} not taken.
          </Text>
        )}
        {of.errors.length > 0 && (
          <Stack gap="xs">
            <Table
              label="Rows with problems"
              rows={of.errors}
              keyOf={(error) => `${error.line}-${error.column}-${error.message}`}
              columns={[
                { name: 'Line', right: true, cell: (error) => error.line },
                { name: 'Subject', cell: (error) => error.subject ?? '' },
                { name: 'Column', wide: true, cell: (error) => error.column ?? '' },
                { name: 'Problem', cell: (error) => error.message },
              ]}
            />
            {errorFile && (
              <div>
                <Button
                  variant="default"
                  leftSection={<IconDownload size={16} aria-hidden />}
                  onClick={() => save(`problems-${of.fileName ?? 'import.csv'}`, errorFile)}
                >
                  Download all problems
                </Button>
              </div>
            )}
          </Stack>
        )}
        {of.report && <Unknown report={of.report} />}
      </Stack>
    </Panel>
  );
}

function Unknown({ report }: { report: NonNullable<ImportFacts['report']> }) {
  return (
    <Stack gap="xs">
      {report.notReconciled > 0 && (
        <Notice tone="warn">
          The sums of {count(report.notReconciled, 'order')} do not agree; refunds for them need a person.
        </Notice>
      )}
      {report.unknownFacts.length === 0 ? (
        <Notice tone="good">Every fact that your recipes read is known for all {count(report.orders, 'order')}.</Notice>
      ) : (
        <Table
          label="Facts that are unknown"
          rows={report.unknownFacts}
          keyOf={(fact) => fact.fact}
          columns={[
            { name: 'Unknown', cell: (fact) => fact.label },
            { name: 'For', right: true, cell: (fact) => count(fact.orders, 'order') },
            {
              name: 'So these go to review',
              wide: true,
              cell: (fact) => (fact.recipes.length > 0 ? listed(fact.recipes) : 'no recipe reads it'),
            },
            { name: 'How to supply it', wide: true, cell: (fact) => fact.remedy },
          ]}
        />
      )}
    </Stack>
  );
}
