import {
  IconArrowBackUp,
  IconBox,
  IconCash,
  IconChecklist,
  IconGavel,
  IconHome,
  IconMail,
  IconScan,
  IconSettings,
  IconShoppingBag,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

export type Place = {
  to:
    | '/'
    | '/returns'
    | '/review'
    | '/receive'
    | '/refunds'
    | '/tasks'
    | '/rules'
    | '/messages'
    | '/orders'
    | '/settings';
  label: string;
  /** What it is for; read in the command palette. */
  about: string;
  icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
  /** The scope without which it is not shown. */
  scope?: string;
  /** Second key of `g` + key. */
  key: string;
};

export const places: Place[] = [
  { to: '/', label: 'Home', about: 'What needs you now', icon: IconHome, key: 'h' },
  {
    to: '/returns',
    label: 'Returns',
    about: 'Every return and where it is',
    icon: IconArrowBackUp,
    scope: 'returns:read',
    key: 'r',
  },
  {
    to: '/review',
    label: 'Review',
    about: 'Requests that wait for a person',
    icon: IconChecklist,
    scope: 'returns:decide',
    key: 'v',
  },
  {
    to: '/receive',
    label: 'Receive',
    about: 'Scan, count and grade parcels',
    icon: IconScan,
    scope: 'receive:write',
    key: 'c',
  },
  {
    to: '/refunds',
    label: 'Refunds',
    about: 'Money due to shoppers',
    icon: IconCash,
    scope: 'refunds:write',
    key: 'f',
  },
  {
    to: '/tasks',
    label: 'Tasks',
    about: 'Replacements to send, parcels to sort out',
    icon: IconBox,
    scope: 'returns:write',
    key: 't',
  },
  {
    to: '/rules',
    label: 'Rules',
    about: 'The policy that judges requests',
    icon: IconGavel,
    scope: 'rules:read',
    key: 'u',
  },
  {
    to: '/messages',
    label: 'Messages',
    about: 'What shoppers and the team are told',
    icon: IconMail,
    scope: 'messages:read',
    key: 'm',
  },
  {
    to: '/orders',
    label: 'Orders',
    about: 'What was bought; import files',
    icon: IconShoppingBag,
    scope: 'orders:read',
    key: 'o',
  },
  { to: '/settings', label: 'Settings', about: 'Business, team, brand, security', icon: IconSettings, key: 's' },
];
