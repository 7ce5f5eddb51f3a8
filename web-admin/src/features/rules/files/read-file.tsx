import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useClient } from 'urql';
import { type Refused, useAct } from '@/shared/api/act';
import { troubleOf } from '@/shared/api/client';
import { anew } from '@/shared/api/policies';
import { count } from '@/shared/format/words';
import { Dialog } from '@/shared/ui/dialog';
import { Notice } from '@/shared/ui/status';
import { done } from '@/shared/ui/toast';
import { When } from '@/shared/ui/values';
import type { Draft } from '../draft/use-draft';
import { Changes } from '../sentences/changes';
import { ImportMutation, type Preview, PreviewQuery } from './file-query';
import css from './files.module.css';
import { refusedWords } from './refused-words';

type Chosen = { name: string; content: string; preview?: Preview; refused?: string };
type ReadFileProps = {
  draft: Pick<Draft, 'version' | 'savedAt' | 'isDraft'>;
  onClose: () => void;
  onRead: () => void;
};

/** A file is chosen or dropped, what it would change is told, and only then it becomes the draft. */
export function ReadFile({ draft, onClose, onRead }: ReadFileProps) {
  const client = useClient();
  const [chosen, setChosen] = useState<Chosen>();
  const [over, setOver] = useState(false);
  const [read, busy] = useAct(ImportMutation);

  const look = async (file: File | undefined) => {
    setOver(false);
    if (!file) return;
    const content = await file.text();
    const { data, error } = await client.query(PreviewQuery, { input: { content } }, anew).toPromise();
    const { preview, userErrors } = data?.previewPolicyFile ?? {};
    const refused: Refused[] = error
      ? [{ message: troubleOf(error).message, code: 'FAILED' }]
      : [...(userErrors ?? [])];
    setChosen({
      name: file.name,
      content,
      ...(preview ? { preview } : {}),
      ...(refused.length > 0 ? { refused: refusedWords(refused) } : {}),
    });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void look(event.dataTransfer.files[0]);
  };
  const keep = async () => {
    if (!chosen) return;
    const { refused } = await read({ input: { content: chosen.content, version: draft.version } });
    if (refused) {
      const { preview: _, ...rest } = chosen;
      setChosen({ ...rest, refused: refusedWords(refused) });
      return;
    }
    done('The file is your draft now. Look at it, then publish.');
    onRead();
    onClose();
  };

  const preview = chosen?.preview;
  return (
    <Dialog onClose={onClose} size="lg" title="Read a policy file">
      <Stack>
        <label
          className={css.drop}
          data-over={over}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <IconFileUpload size={22} aria-hidden />
          <span>{chosen ? chosen.name : 'Choose a file, or drop it here'}</span>
          <input
            type="file"
            accept=".json,application/json"
            aria-label="Policy file"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              // The same file, mended meanwhile, may be chosen once more.
              event.currentTarget.value = '';
              void look(file);
            }}
          />
        </label>
        {!chosen && (
          <Text size="sm" c="dimmed">
            A file that Retour saved, maybe changed since. In an editor, name the JSON Schema as <Code>$schema</Code>{' '}
            and it completes facts and comparisons. Nothing is in force before you publish.
          </Text>
        )}
        {chosen?.refused && (
          <Notice tone="bad" alert>
            <Text fw={600}>This file is not read, and your draft stays as it is.</Text>
            {chosen.refused}
          </Notice>
        )}
        {preview && (
          <section aria-label="What the file would change">
            <Text>
              {count(preview.ruleCount, 'rule')}.{' '}
              {preview.changes.length === 0
                ? `They read like your ${draft.isDraft ? 'draft' : 'policy in force'}: nothing would change.`
                : `Compared with ${draft.isDraft ? 'your draft' : 'what is in force'}, ${count(preview.changes.length, 'thing')} would change:`}
            </Text>
            {preview.changes.length > 0 && <Changes of={preview.changes} most={50} />}
          </section>
        )}
        {preview && draft.isDraft && draft.savedAt && preview.changes.length > 0 && (
          <Notice tone="warn">
            It replaces the draft that was saved <When at={draft.savedAt} />.
          </Notice>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Go back
          </Button>
          <Button disabled={!preview} loading={busy} onClick={() => void keep()}>
            Make it the draft
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
