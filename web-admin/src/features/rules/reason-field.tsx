import { ActionIcon, Group, Select, Stack, Textarea } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { languageName, locales } from '@/shared/format/places';
import { useViewer } from '@/shared/session/viewer';
import type { Effects } from './policy-query';

type Decision = NonNullable<Effects['decision']>;
type ReasonFieldProps = { of: Decision; set: (decision: Decision) => void };

/** What a refused shopper reads: in the merchant's own words, and the same in as many languages as she likes. */
export function ReasonField({ of, set }: ReasonFieldProps) {
  const home = useViewer()?.tenant.locale ?? 'en';
  const added = useRef<string>(undefined);
  const texts = of.translations ?? [];
  const reject = (reason: string, translations: Decision['translations']) =>
    set({ outcome: 'REJECT', shopperReason: reason, translations });
  const own = of.shopperReason ?? '';
  const taken = new Set([home, ...texts.map((each) => each.locale)]);
  return (
    <Stack gap={6}>
      <Textarea
        size="xs"
        autosize
        label="Reason"
        description="The shopper reads it."
        required
        value={own}
        onChange={(event) => reject(event.currentTarget.value, of.translations)}
      />
      {texts.map((each) => (
        <Group key={each.locale} gap={4} align="end" wrap="nowrap">
          <Textarea
            size="xs"
            flex={1}
            autosize
            lang={each.locale}
            label={`The same in ${languageName(each.locale)}`}
            ref={(field) => {
              if (!field || added.current !== each.locale) return;
              added.current = undefined;
              field.focus();
            }}
            value={each.text}
            onChange={(event) => {
              const text = event.currentTarget.value;
              reject(
                own,
                texts.map((one) => (one.locale === each.locale ? { ...one, text } : one)),
              );
            }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Remove the reason in ${languageName(each.locale)}`}
            onClick={() =>
              reject(
                own,
                texts.filter((one) => one.locale !== each.locale),
              )
            }
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Select
        size="xs"
        maw={260}
        searchable
        aria-label="Add another language"
        placeholder="Add another language"
        data={locales.filter((each) => !taken.has(each.value))}
        value={null}
        onChange={(locale) => {
          if (!locale) return;
          added.current = locale;
          reject(own, [...texts, { locale, text: '' }]);
        }}
      />
    </Stack>
  );
}
