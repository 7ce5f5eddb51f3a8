import { Button, FileInput, Group, Progress, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconFileTypeCsv, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient } from 'urql';
import type { Outcome } from '@/shared/api/act';
import { anew } from '@/shared/api/policies';
import { upload } from '@/shared/api/upload';
import { useActForm } from '@/shared/ui/act-form';
import { FormError } from '@/shared/ui/form-error';
import { Panel } from '@/shared/ui/panel';
import { DropTarget } from './drop-target';
import { FileHelp } from './file-help';
import { MappingQuery } from './mapping-query';
import { MappingStep } from './mapping-step';
import { type Started, useStart } from './start-import';

const choices = [
  { value: 'ORDERS', label: 'Orders' },
  { value: 'SHOPIFY_PRODUCTS', label: 'Products' },
  { value: 'SHOPIFY_CUSTOMERS', label: 'Customers' },
] as const;

type Choice = (typeof choices)[number]['value'];

const about: Record<Choice, string> = {
  ORDERS:
    'The export of your shop, whichever it is: Shopify, WooCommerce, Magento, BigCommerce, PrestaShop, Etsy, or a file of your own. The same file twice changes nothing; a newer one updates.',
  SHOPIFY_PRODUCTS: 'Shopify: Products › Export. Adds type, vendor, tags, weight and variants for exchanges.',
  SHOPIFY_CUSTOMERS: 'Shopify: Customers › Export. Adds tags such as VIP and the number of orders so far.',
};

type Stored = { id: string; name: string };

/** A file goes up; of orders of an unknown shop it is asked which column tells what before the import starts. */
export function Upload({ onStarted }: { onStarted: (id: string) => void }) {
  const client = useClient();
  const start = useStart();
  const [percent, setPercent] = useState<number>();
  const [toMap, setToMap] = useState<Stored>();
  const form = useActForm({
    initialValues: { choice: 'ORDERS' as Choice, file: null as File | null },
    validate: { file: (file) => (file ? null : 'Choose a file.') },
    act: async ({ choice, file }): Promise<Outcome<Started | Stored>> => {
      if (!file) return { refused: [] };
      setPercent(0);
      const stored = await upload(file, 'IMPORT', setPercent);
      setPercent(undefined);
      if (!('id' in stored)) return { refused: [{ field: ['file'], message: stored.message, code: 'INVALID' }] };
      const fileId = stored.id;
      if (choice !== 'ORDERS') return start({ kind: choice, fileId });
      const { data } = await client.query(MappingQuery, { fileId }, anew).toPromise();
      if (data?.orderFileMapping.mapping?.shopify) return start({ kind: 'SHOPIFY_ORDERS', fileId });
      return { payload: { id: fileId, name: file.name } };
    },
    onDone: (payload) => ('import' in payload ? begun(payload) : setToMap(payload)),
  });
  const { fields } = form;
  const begun = (started: Started) => {
    fields.setFieldValue('file', null);
    setToMap(undefined);
    if (started.import) onStarted(started.import.id);
  };
  if (toMap) return <MappingStep file={toMap} onStarted={begun} onBack={() => setToMap(undefined)} />;
  const { choice, file } = fields.values;
  return (
    <Panel title="A file">
      <form noValidate onSubmit={form.submit}>
        <Stack>
          <SegmentedControl
            aria-label="What the file holds"
            data={choices.map((each) => ({ ...each }))}
            {...fields.getInputProps('choice')}
            style={{ alignSelf: 'start' }}
          />
          <Text c="dimmed" maw="72ch">
            {about[choice]}
          </Text>
          <FormError>{fields.errors.form}</FormError>
          <DropTarget onDrop={(dropped) => fields.setFieldValue('file', dropped)}>
            <FileInput
              label="CSV file"
              description="Choose one, or drop it here."
              placeholder="Choose a file"
              accept=".csv,.txt,.tsv,text/csv"
              clearable
              clearButtonProps={{ 'aria-label': 'Choose no file' }}
              leftSection={<IconFileTypeCsv size={18} aria-hidden />}
              maw={480}
              {...fields.getInputProps('file')}
            />
          </DropTarget>
          {percent !== undefined && (
            <Progress value={percent} aria-label="Upload" maw={480} animated={percent === 100} />
          )}
          <Group>
            <Button
              type="submit"
              leftSection={<IconUpload size={16} aria-hidden />}
              disabled={!file}
              loading={form.sending}
            >
              {choice === 'ORDERS' ? 'Read this file' : 'Import this file'}
            </Button>
          </Group>
          {choice === 'ORDERS' && <FileHelp />}
        </Stack>
      </form>
    </Panel>
  );
}
