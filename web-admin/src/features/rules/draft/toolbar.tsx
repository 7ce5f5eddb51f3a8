import { ActionIcon, Button, Group, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconBook2, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import css from './toolbar.module.css';
import type { Draft } from './use-draft';

type ToolbarProps = { draft: Draft; onAdd: () => void; onRecipes: () => void };

/** Over the rules: what comes in, and the way back and forth. */
export function Toolbar({ draft, onAdd, onRecipes }: ToolbarProps) {
  const [said, say] = useState('');
  const go = async (what: 'undo' | 'redo') => {
    if (what === 'undo' ? !draft.canUndo : !draft.canRedo) return;
    await draft[what]();
    say(what === 'undo' ? 'The last change is undone.' : 'The change is done again.');
  };
  const newest = useRef(go);
  useEffect(() => {
    newest.current = go;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const what = wanted(event);
      if (!what) return;
      event.preventDefault();
      void newest.current(what);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
  return (
    <Group gap="xs" className={css.toolbar}>
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>
        Add a rule
      </Button>
      <Button variant="default" leftSection={<IconBook2 size={16} aria-hidden />} onClick={onRecipes}>
        Add from recipes
      </Button>
      <Group gap={4} ml="auto">
        <Step label="Undo" keys="Ctrl Z" disabled={!draft.canUndo} onClick={() => void go('undo')}>
          <IconArrowBackUp size={18} />
        </Step>
        <Step label="Redo" keys="Ctrl Shift Z" disabled={!draft.canRedo} onClick={() => void go('redo')}>
          <IconArrowForwardUp size={18} />
        </Step>
      </Group>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </Group>
  );
}

type StepProps = { label: string; keys: string; disabled: boolean; onClick: () => void; children: ReactNode };

function Step({ label, keys, disabled, onClick, children }: StepProps) {
  return (
    <Tooltip label={`${label} (${keys})`} disabled={disabled}>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={label}
        aria-keyshortcuts={keys.replace('Ctrl', 'Control').replaceAll(' ', '+')}
        disabled={disabled}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

/** Within a field the browser undoes what was typed there, and in a dialog nothing behind it changes. */
function wanted(event: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  const target = event.target as HTMLElement;
  if (target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"]')) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' ? 'redo' : undefined;
}
