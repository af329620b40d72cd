import { Code, Title } from '@mantine/core';
import type { Violation } from '@kiemtra/shared/kernel';
import type { RefObject } from 'react';
import styles from './criteria.module.css';
import { criterionOfFault } from './import-file.js';

interface ImportFaultsProps {
  faults: readonly Violation[];
  json: unknown;
  /** Takes the focus when somebody tries to save. */
  box: RefObject<HTMLDivElement | null>;
}

/** What is wrong with a file, each fault with its place. */
export function ImportFaults({ faults, json, box }: ImportFaultsProps) {
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles.faults}>
      <Title order={2} size="h3">
        {faults.length === 1 ? 'Có một chỗ cần sửa trong tệp' : `Có ${faults.length} chỗ cần sửa trong tệp`}
      </Title>
      <ol>
        {faults.map(({ path, code, message }) => (
          <li key={`${path} ${code} ${message}`}>
            <Place path={path} criterion={criterionOfFault(path, json)} /> {message}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Place({ path, criterion }: { path: string; criterion: string | null }) {
  if (path === '') return null;
  return (
    <>
      {criterion && <strong>{criterion} </strong>}
      <Code>{path}</Code>
    </>
  );
}
