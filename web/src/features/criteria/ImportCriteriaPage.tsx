import { Button, FileButton, Group, Text, Textarea } from '@mantine/core';
import { newId, type Violation } from '@kiemtra/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { ApiProblem } from '../../api/problem.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { useUrlState } from '../../ui/url-state.js';
import styles from './criteria.module.css';
import { CRITERIA_CRUMB, SET_PARAM, versionPath } from './criteria.paths.js';
import { criteriaSetsQuery, useImportCriteriaSet, useImportCriteriaVersion } from './criteria.queries.js';
import { FormatExample } from './FormatExample.js';
import { readFileText } from './import-file.js';
import { ImportFaults } from './ImportFaults.js';
import { ImportPreview } from './ImportPreview.js';

/** What the server takes in one request. */
const LARGEST_FILE = 1_048_576;

/** The text to import, under ids that stay with it when the answer is lost and the same is sent again. */
const draftOf = (text: string) => ({ text, setId: newId(), versionId: newId() });

/** Imports a set, or a further version of the one the address names, from a JSON file or pasted text. */
export function ImportCriteriaPage() {
  const navigate = useNavigate();
  const [knownSetId] = useUrlState(SET_PARAM);
  const sets = useQuery({ ...criteriaSetsQuery, enabled: knownSetId !== '' });
  const set = sets.data?.find(({ id }) => id === knownSetId);
  const importSet = useImportCriteriaSet();
  const importVersion = useImportCriteriaVersion();
  const [draft, setDraft] = useState(() => draftOf(''));
  const [problem, setProblem] = useState<unknown>(null);
  const [fileFault, setFileFault] = useState<string | null>(null);
  const faultBox = useRef<HTMLDivElement>(null);

  const read = useMemo(() => readFileText(draft.text, set), [draft.text, set]);
  const refused = faultsOf(problem);
  const faults = refused ?? (read.state === 'faulty' ? read.faults : []);

  const change = (text: string) => {
    setDraft(draftOf(text));
    setProblem(null);
    setFileFault(null);
  };
  const openFile = async (file: File | null) => {
    if (!file) return;
    if (file.size > LARGEST_FILE) setFileFault(`Tệp “${file.name}” lớn hơn 1 MB nên không nhập được.`);
    else change(await file.text());
  };
  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (read.state === 'empty') setFileFault('Chọn tệp hoặc dán nội dung tệp.');
    if (read.state !== 'ready') return faultBox.current?.focus();
    setProblem(null);
    const { versionId, setId } = draft;
    try {
      if (knownSetId) await importVersion.mutateAsync({ setId: knownSetId, id: versionId, content: read.json });
      else await importSet.mutateAsync({ id: setId, versionId, content: read.json });
      void navigate(versionPath(versionId));
    } catch (error) {
      setProblem(error);
    }
  };

  return (
    <Page
      title={knownSetId ? 'Nhập phiên bản mới' : 'Nhập bộ tiêu chí'}
      crumbs={[CRITERIA_CRUMB]}
      lead={
        knownSetId
          ? set && `Của “${set.name}”. Các phiên bản đã ban hành giữ nguyên.`
          : 'Từ tệp JSON. Bộ mới là dự thảo cho đến khi ban hành.'
      }
    >
      <form noValidate onSubmit={(event) => void send(event)} className={styles.import}>
        <Group gap="sm">
          <FileButton accept=".json,application/json" onChange={(file) => void openFile(file)}>
            {(props) => (
              <Button {...props} variant="default">
                Chọn tệp JSON
              </Button>
            )}
          </FileButton>
          <Text c="dimmed">hoặc dán nội dung tệp vào ô dưới</Text>
        </Group>
        <Textarea
          label="Nội dung tệp"
          autosize
          minRows={8}
          maxRows={20}
          spellCheck={false}
          autoComplete="off"
          classNames={{ input: styles.json }}
          value={draft.text}
          error={fileFault}
          onChange={(event) => change(event.currentTarget.value)}
        />
        <FormatExample />
        {faults.length > 0 && (
          <ImportFaults box={faultBox} faults={faults} json={read.state === 'empty' ? null : read.json} />
        )}
        {problem !== null && !refused && <ProblemAlert problem={problem} kept="Nội dung tệp vẫn còn trên màn hình." />}
        {read.state === 'ready' && !refused && <ImportPreview version={read.version} />}
        <Group>
          <Button type="submit" loading={importSet.isPending || importVersion.isPending}>
            Lưu dự thảo
          </Button>
        </Group>
      </form>
    </Page>
  );
}

/** The places the server has named, as places in the file; null when it refused something else. */
function faultsOf(problem: unknown): Violation[] | null {
  if (!(problem instanceof ApiProblem) || problem.violations.length === 0) return null;
  return problem.violations.map((violation) => ({ ...violation, path: violation.path.replace(/^content\.?/, '') }));
}
