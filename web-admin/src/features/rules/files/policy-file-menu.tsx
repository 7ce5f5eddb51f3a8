import { Button, Menu } from '@mantine/core';
import { IconBraces, IconFileDownload, IconFileText, IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { type AnyVariables, type TypedDocumentNode, useClient } from 'urql';
import { troubleOf } from '@/shared/api/client';
import { anew } from '@/shared/api/policies';
import { useCan } from '@/shared/session/session';
import { download } from '@/shared/ui/download';
import { refusedToast } from '@/shared/ui/toast';
import type { Draft } from '../draft/use-draft';
import { FileQuery, FileSchemaQuery } from './file-query';
import { ReadFile } from './read-file';

type MenuProps = { draft: Pick<Draft, 'version' | 'savedAt' | 'isDraft' | 'live'>; onRead: () => void };

/** A policy as a file, out and in, so that it can be reviewed and kept where code is. */
export function PolicyFileMenu({ draft, onRead }: MenuProps) {
  const { live } = draft;
  const may = useCan()('rules:write');
  const keep = useKeep();
  const [reading, setReading] = useState(false);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" leftSection={<IconFileText size={16} aria-hidden />}>
            Files
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {draft.isDraft && (
            <Menu.Item leftSection={<IconFileDownload size={16} aria-hidden />} onClick={() => void keep.draft()}>
              Save the draft as a file
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconFileDownload size={16} aria-hidden />}
            onClick={() => void keep.version(live.id, live.number)}
          >
            Save version {live.number} as a file
          </Menu.Item>
          {may && (
            <Menu.Item leftSection={<IconFileUpload size={16} aria-hidden />} onClick={() => setReading(true)}>
              Read a file into the draft
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item leftSection={<IconBraces size={16} aria-hidden />} onClick={() => void keep.schema()}>
            Save the JSON Schema of such files
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {reading && <ReadFile draft={draft} onClose={() => setReading(false)} onRead={onRead} />}
    </>
  );
}

/** Fetches a file when somebody wants it, and hands it to the browser. */
export function useKeep() {
  const client = useClient();
  const ask = async <Data, V extends AnyVariables>(document: TypedDocumentNode<Data, V>, variables: V) => {
    const { data, error } = await client.query(document, variables, anew).toPromise();
    if (error) refusedToast([{ message: troubleOf(error).message, code: 'FAILED' }]);
    return data;
  };
  return {
    draft: async () => {
      const data = await ask(FileQuery, { versionId: null });
      if (data) download('policy-draft.json', data.policyFile, 'application/json');
    },
    version: async (id: string, number: number) => {
      const data = await ask(FileQuery, { versionId: id });
      if (data) download(`policy-version-${number}.json`, data.policyFile, 'application/json');
    },
    schema: async () => {
      const data = await ask(FileSchemaQuery, {});
      const text = data && `${JSON.stringify(data.policyFileSchema, null, 2)}\n`;
      if (text) download('retour-policy.schema.json', text, 'application/json');
    },
  };
}
