import { Anchor } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** A text link that the router follows. */
export const DoorLink = createLink(Anchor<'a'>);
