import { Button, Group, Stack, Text } from '@mantine/core';
import { IconHistory, IconTrash } from '@tabler/icons-react';
import { useCan } from '@/shared/session/session';
import { Panel } from '@/shared/ui/panel';
import { Failure } from '@/shared/ui/states';
import { Notice, Status } from '@/shared/ui/status';
import { When } from '@/shared/ui/values';
import type { Draft } from '../draft/use-draft';
import { counted } from '../findings/finding-words';
import { Findings, type Shown } from '../findings/findings';
import type { Analysed } from '../findings/use-analysis';
import { BackTestCard } from '../history/back-test-card';
import type { RuleChange } from '../policy-query';
import { Changes } from '../sentences/changes';
import { SavedBy } from '../versions/saved-by';

type SideProps = {
  draft: Draft;
  changes: readonly RuleChange[];
  analysed: Analysed & { again: () => void };
  shown: Shown | undefined;
  onRule: (id: string) => void;
  onRemove: (id: string) => void;
  onVersions: () => void;
};

/** Beside the rules: what they do wrong, what the draft would change, and what is in force. */
export function Side({ draft, changes, analysed, shown, onRule, onRemove, onVersions }: SideProps) {
  const may = useCan()('rules:write');
  const { live } = draft;
  return (
    <Stack gap="md">
      {draft.rules.length > 0 && (
        <AnalysisPanel analysed={analysed} shown={shown} mayEdit={may} onRule={onRule} onRemove={onRemove} />
      )}
      {draft.isDraft && <BackTestCard />}
      {draft.isDraft && (
        <Panel title="Draft" aside={<Status tone="warn">Not in force</Status>}>
          <Stack gap={8}>
            {draft.savedAt && (
              <Text c="dimmed" size="sm">
                {draft.saving ? (
                  'Saving …'
                ) : (
                  <>
                    Saved <When at={draft.savedAt} />
                    <SavedBy version={draft.version} />
                  </>
                )}
              </Text>
            )}
            {changes.length === 0 ? (
              <Text>It says the same as what is in force.</Text>
            ) : (
              <Changes of={changes} most={6} />
            )}
            {may && (
              <Button
                size="xs"
                variant="default"
                style={{ alignSelf: 'start' }}
                leftSection={<IconTrash size={14} aria-hidden />}
                onClick={() => void draft.discard()}
              >
                Discard draft
              </Button>
            )}
          </Stack>
        </Panel>
      )}
      <Panel title="In force" aside={live.number > 0 && <Status tone="good">Live</Status>}>
        <Stack gap={8}>
          {live.number === 0 ? (
            <Text>Nothing was published yet: a person reviews every return.</Text>
          ) : (
            <>
              <Text>
                Version {live.number}, published <When at={live.publishedAt} />
              </Text>
              {live.note && <Text c="dimmed">{live.note}</Text>}
              <Button
                size="xs"
                variant="default"
                style={{ alignSelf: 'start' }}
                leftSection={<IconHistory size={14} aria-hidden />}
                onClick={onVersions}
              >
                Show all versions
              </Button>
            </>
          )}
        </Stack>
      </Panel>
    </Stack>
  );
}

type AnalysisProps = Pick<SideProps, 'analysed' | 'shown' | 'onRule' | 'onRemove'> & { mayEdit: boolean };

function AnalysisPanel({ analysed, ...rest }: AnalysisProps) {
  const { analysis, isIncomplete, isOlder, error, again } = analysed;
  const findings = analysis?.findings ?? [];
  if (error && !analysis) {
    return (
      <Panel title="What this does">
        <Failure error={error} retry={again} />
      </Panel>
    );
  }
  return (
    <Panel title="What this does">
      <Stack gap={8}>
        <Text size="sm" role="status" c={findings.length > 0 ? undefined : 'dimmed'}>
          {error
            ? 'The rules could not be looked through just now. What stands below was found before.'
            : !analysis
              ? 'Looking through the rules …'
              : findings.length > 0
                ? `${counted(findings)} in the rules as they stand here.`
                : 'Nothing wrong found: every rule can match, and none comes too late.'}
        </Text>
        {error && (
          <Button size="xs" variant="default" style={{ alignSelf: 'start' }} onClick={again}>
            Try again
          </Button>
        )}
        {isIncomplete && !isOlder && (
          <Text size="sm" c="dimmed">
            The rule you are writing is looked at as soon as it is complete.
          </Text>
        )}
        {findings.length > 0 && <Findings of={findings} {...rest} />}
        {analysis && analysis.unfinished.length > 0 && (
          <Notice tone="calm">
            <Group gap={4}>
              <span>Not everything could be looked through in the time there is:</span>
              <ul style={{ margin: 0, paddingLeft: 18 }}>
                {analysis.unfinished.map((each) => (
                  <li key={each}>{each.replace(/^not finished: /, '')}</li>
                ))}
              </ul>
            </Group>
          </Notice>
        )}
      </Stack>
    </Panel>
  );
}
