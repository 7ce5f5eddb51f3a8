import { ActionIcon, Button, Group, Menu, Stack, Textarea } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { languageName, locales } from '@/shared/format/places';
import { useViewer } from '@/shared/session/viewer';
import type { Effects } from '../policy-query';

type Decision = NonNullable<Effects['decision']>;
type ReasonFieldProps = { of: Decision; set: (decision: Decision) => void };

/**
 * What a refused shopper reads: in the merchant's own words, and the same in as many languages as they like. A language
 * without a text yet is only here: left empty, it is none.
 */
export function ReasonField({ of, set }: ReasonFieldProps) {
  const home = useViewer()?.tenant.locale ?? 'en';
  const fresh = useRef<string>(undefined);
  const own = of.shopperReason ?? '';
  const told = of.translations ?? [];
  const [opened, setOpened] = useState<readonly string[]>(told.map((each) => each.locale));
  const open = [...new Set([...opened, ...told.map((each) => each.locale)])];
  const say = (shopperReason: string, translations: Decision['translations']) =>
    set({ outcome: 'REJECT', shopperReason, translations });
  const tell = (locale: string, text: string) => {
    const written = told.find((each) => each.locale === locale);
    if (!written) return say(own, [...told, { locale, text }]);
    say(own, text ? told.map((each) => (each === written ? { locale, text } : each)) : without(locale));
  };
  const without = (locale: string) => told.filter((each) => each.locale !== locale);
  return (
    <Stack gap={6}>
      <Textarea
        size="xs"
        autosize
        label="Reason"
        description="The shopper reads it."
        required
        value={own}
        onChange={(event) => say(event.currentTarget.value, of.translations)}
      />
      {open.map((locale) => (
        <Group key={locale} gap={4} align="end" wrap="nowrap">
          <Textarea
            size="xs"
            flex={1}
            autosize
            lang={locale}
            label={`The same in ${languageName(locale)}`}
            ref={(field) => {
              if (!field || fresh.current !== locale) return;
              fresh.current = undefined;
              field.focus();
            }}
            value={told.find((each) => each.locale === locale)?.text ?? ''}
            onChange={(event) => {
              // It keeps its place when the last letter goes.
              setOpened(open);
              tell(locale, event.currentTarget.value);
            }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Remove the reason in ${languageName(locale)}`}
            onClick={() => {
              setOpened(open.filter((each) => each !== locale));
              say(own, without(locale));
            }}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Menu position="bottom-start" width={260} returnFocus={false}>
        <Menu.Target>
          <Button
            size="xs"
            variant="subtle"
            style={{ alignSelf: 'start' }}
            leftSection={<IconPlus size={14} aria-hidden />}
          >
            Add another language
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={300} style={{ overflowY: 'auto' }}>
          {locales
            .filter(({ value }) => value !== home && !open.includes(value))
            .map(({ value, label }) => (
              <Menu.Item
                key={value}
                onClick={() => {
                  fresh.current = value;
                  setOpened([...open, value]);
                }}
              >
                {label}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
    </Stack>
  );
}
