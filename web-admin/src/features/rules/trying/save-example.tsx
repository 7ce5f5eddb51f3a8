import { Button, Group, Text } from '@mantine/core';
import { IconBookmarkPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useCan } from '@/shared/session/session';
import { done } from '@/shared/ui/toast';
import type { ExampleFacts } from './address';
import { ExampleForm } from './example-form';
import type { Outcome } from './tried-query';

type SaveExampleProps = { facts: ExampleFacts; suggested: Outcome };

/** Keeps a tried case with the outcome that every later policy must give it. */
export function SaveExample({ facts, suggested }: SaveExampleProps) {
  const [open, setOpen] = useState(false);
  if (!useCan()('rules:write')) return null;
  return (
    <Group>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconBookmarkPlus size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        Save as an example
      </Button>
      {open && (
        <ExampleForm
          title="Save as an example"
          facts={facts}
          suggested={suggested}
          lead={<Text>From now on a draft that decides this case differently cannot be published.</Text>}
          onClose={() => setOpen(false)}
          onSaved={(name) => done(`“${name}” is kept. No draft that says something else can be published.`)}
        />
      )}
    </Group>
  );
}
