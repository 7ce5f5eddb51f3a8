import { useViewer } from '@/shared/session/viewer';

type Author = { personId: string | null; name: string | null } | null;

/** `you`, a name, or what is known of somebody who is gone; nothing where nobody knows. */
export function useAuthorName(): (author: Author) => string | undefined {
  const viewer = useViewer();
  return (author) => {
    if (!author) return undefined;
    if (author.personId !== null && author.personId === viewer?.id) return 'you';
    return author.name ?? 'somebody who left the team';
  };
}
