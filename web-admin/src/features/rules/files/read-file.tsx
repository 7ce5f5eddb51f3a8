import { Code, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useId, useState } from 'react';
import { useClient } from 'urql';
import { type Outcome, type Refused, useAct } from '@/shared/api/act';
import { troubleOf } from '@/shared/api/client';
import { anew } from '@/shared/api/policies';
import { count } from '@/shared/format/words';
import { DialogForm, useActForm } from '@/shared/ui/act-form';
import { Dialog } from '@/shared/ui/dialog';
import { Notice } from '@/shared/ui/status';
import { done } from '@/shared/ui/toast';
import { When } from '@/shared/ui/values';
import type { Draft } from '../draft/use-draft';
import { Changes } from '../sentences/changes';
import { ImportMutation, type Preview, PreviewQuery } from './file-query';
import css from './files.module.css';
import { refusedWords } from './refused-words';

type Chosen = { name: string; preview: Preview | null };

/** What is wrong with a file stands at the file, the line of it in the words. */
const atFile = (refused: readonly Refused[]) => [
  { field: ['content'], message: refusedWords(refused), code: 'INVALID' },
];

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
  const [read] = useAct(ImportMutation);
  const said = useId();
  const form = useActForm({
    initialValues: { content: '' },
    act: async ({ content }): Promise<Outcome<unknown>> => {
      const outcome = await read({ input: { content, version: draft.version } });
      return outcome.refused ? { refused: atFile(outcome.refused) } : outcome;
    },
    onDone: () => {
      done('The file is your draft now. Look at it, then publish.');
      onRead();
      onClose();
    },
  });
  const { fields } = form;
  const wrong = fields.errors.content;

  const look = async (file: File | undefined) => {
    setOver(false);
    if (!file) return;
    const content = await file.text();
    const { data, error } = await client.query(PreviewQuery, { input: { content } }, anew).toPromise();
    const { preview, userErrors } = data?.previewPolicyFile ?? {};
    const refused: Refused[] = error
      ? [{ message: troubleOf(error).message, code: 'FAILED' }]
      : [...(userErrors ?? [])];
    fields.setFieldValue('content', content);
    if (refused.length > 0) fields.setFieldError('content', refusedWords(refused));
    setChosen({ name: file.name, preview: preview ?? null });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void look(event.dataTransfer.files[0]);
  };
  const preview = chosen?.preview;
  return (
    <Dialog onClose={onClose} size="lg" title="Read a policy file">
      <DialogForm of={form} verb="Make it the draft" disabled={!preview} onClose={onClose}>
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
            data-path="content"
            aria-invalid={!!wrong}
            aria-describedby={wrong ? said : undefined}
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
        {wrong && (
          <Notice tone="bad" alert>
            <div id={said}>
              <Text fw={600}>This file is not read, and your draft stays as it is.</Text>
              {wrong}
            </div>
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
      </DialogForm>
    </Dialog>
  );
}
