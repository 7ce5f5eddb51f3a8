import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, rem } from '@mantine/core';
import type { KeyboardEvent } from 'react';

/*
 * The only place of raw values. Greys are neutral with a hint of blue, one accent (cobalt); status colours say status
 * and nothing else. Every pair of ink and ground below holds 4.5 : 1 in both schemes (theme.test.ts counts).
 */
const accent: MantineColorsTuple = [
  '#eef2fd',
  '#dbe3fa',
  '#b6c6f4',
  '#8ea7ee',
  '#6c8be8',
  '#5174e2',
  '#3a60d8',
  '#2a50c8',
  '#2344ab',
  '#1b3688',
];

const gray: MantineColorsTuple = [
  '#f7f7f9',
  '#eff0f3',
  '#e3e5ea',
  '#d3d6dd',
  '#b9bdc7',
  '#8f95a3',
  '#6d7382',
  '#565c6a',
  '#363b46',
  '#1c1f26',
];

const dark: MantineColorsTuple = [
  '#e6e8ee',
  '#c4c8d2',
  '#a2a8b6',
  '#6f7686',
  '#3a404d',
  '#2c313c',
  '#22262f',
  '#191c23',
  '#14161c',
  '#0f1115',
];

const red: MantineColorsTuple = [
  '#fdeae8',
  '#f9d3d0',
  '#f2a9a4',
  '#ff9c94',
  '#f0837b',
  '#d64a42',
  '#b3261e',
  '#a1211b',
  '#8c1a15',
  '#6f1410',
];

type Status = 'good' | 'warn' | 'bad' | 'info' | 'calm';
type Pair = { ink: string; ground: string };

/** What each scheme paints with; exported for the contrast test. */
export const tokens = {
  light: {
    page: '#f7f7f9',
    surface: '#ffffff',
    raised: '#eff0f3',
    line: '#e3e5ea',
    control: '#8b91a0',
    ink: '#1c1f26',
    dim: '#565c6a',
    link: '#2344ab',
    status: {
      good: { ink: '#12623a', ground: '#e2f5ea' },
      warn: { ink: '#7a4a00', ground: '#fdf0d5' },
      bad: { ink: '#a1211b', ground: '#fdeae8' },
      info: { ink: '#2344ab', ground: '#e8eefc' },
      calm: { ink: '#4a505d', ground: '#eceef2' },
    } satisfies Record<Status, Pair>,
  },
  dark: {
    page: '#0f1115',
    surface: '#191c23',
    raised: '#22262f',
    line: '#2c313c',
    control: '#6f7686',
    ink: '#e6e8ee',
    dim: '#a2a8b6',
    link: '#a9bdf7',
    status: {
      good: { ink: '#7fdca8', ground: '#123524' },
      warn: { ink: '#f3c56b', ground: '#3a2a0c' },
      bad: { ink: '#ff9c94', ground: '#431a18' },
      info: { ink: '#a9bdf7', ground: '#1b2a55' },
      calm: { ink: '#c4c8d2', ground: '#2c313c' },
    } satisfies Record<Status, Pair>,
  },
};

function painted(scheme: 'light' | 'dark'): Record<string, string> {
  const t = tokens[scheme];
  const variables: Record<string, string> = {
    '--mantine-color-body': t.page,
    '--mantine-color-text': t.ink,
    '--mantine-color-dimmed': t.dim,
    '--mantine-color-anchor': t.link,
    '--mantine-color-error': t.status.bad.ink,
    '--mantine-color-placeholder': t.dim,
    '--mantine-color-default-border': t.line,
    '--rt-page': t.page,
    '--rt-surface': t.surface,
    '--rt-raised': t.raised,
    '--rt-line': t.line,
    '--rt-control': t.control,
    '--rt-ink': t.ink,
    '--rt-dim': t.dim,
    '--rt-link': t.link,
  };
  for (const [name, pair] of Object.entries(t.status)) {
    variables[`--rt-${name}`] = pair.ink;
    variables[`--rt-${name}-ground`] = pair.ground;
  }
  return variables;
}

export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--rt-row': rem(36) },
  light: painted('light'),
  dark: painted('dark'),
});

/** Enter in a list chooses what is marked; where nothing is, it must not send the form around it half filled in. */
const chooses = {
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
  },
};

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  colors: { accent, gray, dark, red },
  components: {
    Select: { defaultProps: chooses },
    MultiSelect: { defaultProps: chooses },
    Anchor: { defaultProps: { underline: 'always' } },
    Modal: { styles: { title: { fontWeight: 650, fontSize: rem(16) } } },
    Drawer: { styles: { title: { fontWeight: 650, fontSize: rem(16) } } },
  },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: rem(12), sm: rem(14), md: rem(14), lg: rem(16), xl: rem(20) },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: rem(20), lineHeight: '1.3' },
      h2: { fontSize: rem(16), lineHeight: '1.35' },
      h3: { fontSize: rem(14), lineHeight: '1.4' },
    },
  },
  spacing: { xs: rem(8), sm: rem(12), md: rem(16), lg: rem(24), xl: rem(32) },
  radius: { xs: rem(3), sm: rem(6), md: rem(8), lg: rem(12), xl: rem(20) },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
});
