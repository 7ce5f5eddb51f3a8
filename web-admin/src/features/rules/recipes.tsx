import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { useQuery } from 'urql';
import { graphql } from '@/shared/api/graphql';
import { listed } from '@/shared/format/words';
import { Loaded } from '@/shared/ui/loaded';
import { Status } from '@/shared/ui/status';
import { done } from '@/shared/ui/toast';
import { inputOf } from './draft';
import { EffectChips } from './effect-chips';
import { RuleFacts, type RuleInput } from './policy-query';
import css from './rules.module.css';

const RecipesQuery = graphql(
  `query RuleRecipes { ruleRecipes { key title explanation rule { ...RuleFacts } facts { key label } } }`,
  [RuleFacts],
);

type RecipesProps = {
  known: string[];
  busy: boolean;
  onAdd: (rules: RuleInput[]) => Promise<boolean>;
  onClose: () => void;
};

/** A recipe's rule without its id: in this policy it is a new one. */
function fresh(rule: RuleFacts): RuleInput {
  const { id: _, ...input } = inputOf(rule);
  return input;
}

export function Recipes({ known, busy, onAdd, onClose }: RecipesProps) {
  const query = useQuery({ query: RecipesQuery });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title="Recipes"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Loaded query={query}>
        {({ ruleRecipes }) => {
          const missing = ruleRecipes.filter((recipe) => !known.includes(recipe.rule.name));
          return (
            <Stack>
              <Text c="dimmed">
                Proven rules in a safe order. They go into your draft; nothing is in force before you publish.
              </Text>
              {missing.length > 1 && (
                <Button
                  style={{ alignSelf: 'start' }}
                  loading={busy}
                  onClick={async () => {
                    if (await onAdd(missing.map((recipe) => fresh(recipe.rule)))) onClose();
                  }}
                >
                  Add all {missing.length} in this order
                </Button>
              )}
              <div>
                {ruleRecipes.map((recipe) => (
                  <div key={recipe.key} className={css.recipe}>
                    <Group justify="space-between" wrap="nowrap">
                      <Text fw={640}>{recipe.title}</Text>
                      {known.includes(recipe.rule.name) ? (
                        <Status tone="good">In your rules</Status>
                      ) : (
                        <Button
                          size="xs"
                          variant="default"
                          loading={busy}
                          aria-label={`Add ${recipe.title}`}
                          onClick={async () => {
                            if (await onAdd([fresh(recipe.rule)])) done(`“${recipe.title}” is in the draft.`);
                          }}
                        >
                          Add
                        </Button>
                      )}
                    </Group>
                    <Text>{recipe.explanation}</Text>
                    <Text c="dimmed">If {recipe.rule.whenSentence}</Text>
                    <EffectChips of={recipe.rule} />
                    <Text size="xs" c="dimmed">
                      Reads {listed(recipe.facts.map((fact) => fact.label))}.
                    </Text>
                  </div>
                ))}
              </div>
            </Stack>
          );
        }}
      </Loaded>
    </Drawer>
  );
}
