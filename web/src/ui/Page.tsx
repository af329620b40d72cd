import { Anchor, Breadcrumbs, Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './Page.module.css';

export interface Crumb {
  label: string;
  to: string;
}

interface PageProps {
  title: string;
  /** The pages above this one, outermost first. */
  crumbs?: Crumb[];
  /** Buttons of the whole page, at the right of the title. */
  actions?: ReactNode;
  /** One line under the title: state, date, unit. */
  lead?: ReactNode;
  /** False when the page is a paper of its own and its name must not be printed on it. */
  isTitlePrinted?: boolean;
  children: ReactNode;
}

/** The frame of every screen: where one is, what it is called (also in the browser's tab), what can be done. */
export function Page({ title, crumbs = [], actions, lead, isTitlePrinted = true, children }: PageProps) {
  return (
    <>
      <title>{`${title} – Kiểm tra CCHC`}</title>
      {crumbs.length > 0 && (
        <nav aria-label="Đường dẫn" className="k-no-print">
          <Breadcrumbs separator="›" separatorMargin={6} className={styles.crumbs}>
            {crumbs.map((crumb) => (
              <Anchor key={crumb.to} component={Link} to={crumb.to} size="sm">
                {crumb.label}
              </Anchor>
            ))}
          </Breadcrumbs>
        </nav>
      )}
      <div className={`${styles.head} ${isTitlePrinted ? '' : 'k-no-print'}`}>
        <div>
          <Title order={1}>{title}</Title>
          {lead && <div className={styles.lead}>{lead}</div>}
        </div>
        {actions && (
          <Group gap="xs" className="k-no-print">
            {actions}
          </Group>
        )}
      </div>
      {children}
    </>
  );
}
