import { Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconGitMerge, IconRefresh } from '@tabler/icons-react';
import { listed } from '@/shared/format/words';
import { Notice } from '@/shared/ui/status';
import type { Draft } from './use-draft';

/** What stands between the page and the saved draft, and how nothing is lost by it. */
export function Troubles({ draft }: { draft: Draft }) {
  const { trouble } = draft;
  if (trouble?.kind === 'stale') {
    return (
      <Notice tone="warn" alert>
        <span>
          Somebody else changed the draft meanwhile. What you see now is theirs; your last change is not in it, but not
          lost.
          {trouble.clashes.length > 0 &&
            ` Both of you changed ${listed(trouble.clashes.map((name) => `“${name}”`))}: yours would replace theirs.`}
        </span>
        <Group gap="xs" mt={8}>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconGitMerge size={14} aria-hidden />}
            onClick={trouble.mend}
          >
            Put my change into it
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={draft.forgive}>
            Leave it as it is
          </Button>
        </Group>
      </Notice>
    );
  }
  if (trouble?.kind === 'unsaved') {
    return (
      <Notice tone="bad" alert>
        <span>Not saved. {trouble.message}</span>
        <Group gap="xs" mt={8}>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconRefresh size={14} aria-hidden />}
            onClick={trouble.again}
          >
            Save again
          </Button>
          {draft.canUndo && (
            <Button size="compact-sm" variant="subtle" onClick={() => void draft.undo()}>
              Undo the change
            </Button>
          )}
        </Group>
      </Notice>
    );
  }
  if (!draft.isThrownAway) return null;
  return (
    <Notice tone="info">
      <Group gap="xs" justify="space-between">
        <span role="status">The draft is discarded.</span>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowBackUp size={14} aria-hidden />}
          onClick={() => void draft.undo()}
        >
          Bring it back
        </Button>
      </Group>
    </Notice>
  );
}
