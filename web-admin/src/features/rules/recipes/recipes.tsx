import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useQuery } from 'urql';
import { graphql } from '@/shared/api/graphql';
import { Dialog } from '@/shared/ui/dialog';
import { Loaded } from '@/shared/ui/loaded';
import { done } from '@/shared/ui/toast';
import type { Rules } from '../draft/draft';
import { RuleFacts } from '../policy-query';
import { EffectChips } from '../sentences/effect-chips';
import { When } from '../sentences/sentence';
import { forTheEye, isIn, withRecipe } from './recipe-place';
import css from './recipes.module.css';

const RecipesQuery = graphql(
  `query RuleRecipes { ruleRecipes { key title explanation rule { ...RuleFacts } facts { key label } } }`,
  [RuleFacts],
);

type RecipesProps = { rules: Rules; onChange: (rules: Rules) => void; onClose: () => void };

/** Proven rules as cards; each comes into the draft at its safe place. */
export function Recipes({ rules, onChange, onClose }: RecipesProps) {
  const query = useQuery({ query: RecipesQuery });
  return (
    <Dialog onClose={onClose} size={960} title="Recipes">
      <Loaded query={query}>
        {({ ruleRecipes }) => {
          const missing = ruleRecipes.filter((recipe) => !isIn(rules, recipe));
          return (
            <Stack>
              <Group justify="space-between" align="start">
                <Text c="dimmed" maw={560}>
                  Proven rules, put in the order in which they are safe. They go into your draft; nothing is in force
                  before you publish.
                </Text>
                {missing.length > 1 && (
                  <Button
                    onClick={() => {
                      onChange(missing.reduce((now, recipe) => withRecipe(now, recipe, ruleRecipes), rules));
                      onClose();
                    }}
                  >
                    Add all {missing.length} in this order
                  </Button>
                )}
              </Group>
              <ul className={css.gallery}>
                {forTheEye(ruleRecipes).map((recipe) => (
                  <li key={recipe.key} className={css.card}>
                    <Text fw={640} component="h3" m={0}>
                      {recipe.title}
                    </Text>
                    <Text size="sm">{recipe.explanation}</Text>
                    <div className={css.quoted}>
                      <When sentence={recipe.rule.whenSentence} />
                      <EffectChips of={recipe.rule} />
                    </div>
                    <div className={css.cardFoot}>
                      <ul className={css.reads} aria-label="Reads">
                        {recipe.facts.map((fact) => (
                          <li key={fact.key}>{fact.label}</li>
                        ))}
                      </ul>
                      {isIn(rules, recipe) ? (
                        <Text size="sm" className={css.isIn}>
                          <IconCheck size={15} aria-hidden /> In your rules
                        </Text>
                      ) : (
                        <Button
                          size="xs"
                          variant="default"
                          leftSection={<IconPlus size={14} aria-hidden />}
                          aria-label={`Add ${recipe.title}`}
                          onClick={() => {
                            onChange(withRecipe(rules, recipe, ruleRecipes));
                            done(`“${recipe.title}” is in the draft.`);
                          }}
                        >
                          Add
                        </Button>
                      )}
                    </div>
                  </li>
                ))}
              </ul>
            </Stack>
          );
        }}
      </Loaded>
    </Dialog>
  );
}
