import { Skeleton } from '@mantine/core';
import list from '../list/list.module.css';
import { RulesPage } from '../rules-page';
import page from '../rules-page.module.css';

/** The page before its rules are there: heading and places already true, the rest of the same shape. */
export function PolicySkeleton() {
  return (
    <RulesPage title="Rules" lead={lead}>
      <div className={page.layout} role="status" aria-busy="true" aria-label="Loading">
        <div className={list.list}>
          <Skeleton h={32} w={220} radius="sm" mb={4} />
          {[70, 92, 55, 80].map((width) => (
            <div key={width} className={list.rule}>
              <Skeleton circle h={28} />
              <div>
                <Skeleton h={18} w="40%" mb={8} />
                <Skeleton h={16} w={`${width}%`} mb={8} />
                <Skeleton h={22} w="30%" radius="sm" />
              </div>
            </div>
          ))}
        </div>
        <div>
          <Skeleton h={180} radius="md" mb="md" />
          <Skeleton h={120} radius="md" />
        </div>
      </div>
    </RulesPage>
  );
}

export const lead =
  'Read from the top: for each effect, the first rule that sets it and holds wins. Each item is judged on its own.';
