import { Button, Text } from '@mantine/core';
import { PURPOSE_NAMES, sizeOf, type CriteriaVersionView } from '@kiemtra/shared/criteria';
import { formatDecimal } from '@kiemtra/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useCan } from '../../api/me.js';
import { ConfirmAct } from '../../ui/ConfirmAct.js';
import { InstantText } from '../../ui/DateText.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { FilterBar } from '../../ui/FilterBar.js';
import { HistoryLink } from '../../ui/HistoryLink.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { SEARCH_PARAM, useUrlState } from '../../ui/url-state.js';
import { foundCriteria } from './criteria-search.js';
import { SampleBadge, VersionStateBadge, audienceText, sizeText } from './criteria-texts.js';
import styles from './criteria.module.css';
import { CRITERIA_CRUMB, furtherVersionPath } from './criteria.paths.js';
import { criteriaVersionQuery, useDeleteDraft, usePublishVersion } from './criteria.queries.js';
import { CriteriaOutline } from './CriteriaOutline.js';
import { CriteriaTable } from './CriteriaTable.js';

/** One version of a set, to be read. */
export function CriteriaVersionPage() {
  const { versionId = '' } = useParams();
  const version = useQuery(criteriaVersionQuery(versionId));
  const canManage = useCan('criteria.manage');
  if (version.isPending) return <Skeletons lines={12} />;
  if (version.isError) {
    return (
      <Page title={CRITERIA_CRUMB.label} crumbs={[CRITERIA_CRUMB]}>
        <ProblemAlert problem={version.error} onRetry={() => void version.refetch()} />
      </Page>
    );
  }
  const { setId, name, state, number, purpose, audience, isSample, note, criteria, publishedAt } = version.data;
  return (
    <Page
      title={name}
      crumbs={[CRITERIA_CRUMB]}
      lead={
        <>
          <div>
            <VersionStateBadge state={state} /> {isSample && <SampleBadge />} Bản {number}
            {publishedAt && (
              <>
                , ban hành lúc <InstantText instant={publishedAt} />
              </>
            )}
          </div>
          <div>{`${PURPOSE_NAMES[purpose]} · ${audienceText(audience)} · ${sizeText(sizeOf(criteria))}`}</div>
          {note && <div className={styles.note}>{note}</div>}
        </>
      }
      actions={
        <>
          <HistoryLink kind="criteria_set" id={setId} />
          {canManage && <VersionActs version={version.data} />}
        </>
      }
    >
      <VersionContents version={version.data} />
    </Page>
  );
}

function VersionContents({ version: { purpose, criteria } }: { version: CriteriaVersionView }) {
  const [search] = useUrlState(SEARCH_PARAM);
  const shown = useMemo(() => foundCriteria(criteria, search), [criteria, search]);
  useEffect(() => {
    // A shared link to a criterion: the row is here only now.
    if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }, []);
  return (
    <>
      <FilterBar label="Tìm trong bộ tiêu chí" />
      {purpose === 'checklist' && (
        <Text mb="sm">Mỗi nội dung ghi đạt, chưa đạt, không kiểm tra hoặc không áp dụng.</Text>
      )}
      <p className={styles.count} aria-live="polite">
        {search.trim() !== '' && foundText(sizeOf(shown).criteriaCount, sizeOf(criteria).criteriaCount)}
      </p>
      {shown.length === 0 ? (
        <EmptyState>Không có tiêu chí nào khớp. Đề nghị thử từ khác.</EmptyState>
      ) : (
        <div className={styles.reading}>
          <CriteriaOutline criteria={shown} />
          <CriteriaTable all={criteria} shown={shown} />
        </div>
      )}
    </>
  );
}

const foundText = (found: number, total: number) =>
  `${formatDecimal(String(found))} trong ${formatDecimal(String(total))} tiêu chí`;

function VersionActs({ version }: { version: CriteriaVersionView }) {
  const { id, setId, name, number, state, criteria } = version;
  const navigate = useNavigate();
  const publish = usePublishVersion(id);
  const remove = useDeleteDraft(id);
  if (state === 'published') {
    return (
      <Button variant="default" component={Link} to={furtherVersionPath(setId)}>
        Nhập phiên bản mới
      </Button>
    );
  }
  const deleteDraft = async () => {
    await remove.mutateAsync();
    void navigate(CRITERIA_CRUMB.to);
  };
  return (
    <>
      <ConfirmAct act="Xóa dự thảo" variant="default" title={`Xóa dự thảo bản ${number}`} onConfirm={deleteDraft}>
        <Text>
          Dự thảo bản {number} của “{name}” bị xóa. Cần dùng lại thì nhập lại từ tệp.
        </Text>
      </ConfirmAct>
      <ConfirmAct
        act="Ban hành"
        title={`Ban hành bản ${number} của “${name}”`}
        onConfirm={() => publish.mutateAsync(undefined)}
      >
        <Text>
          Bản {number} gồm {sizeText(sizeOf(criteria))} sẽ chọn được cho kế hoạch và không sửa, không xóa được nữa. Cần
          thay đổi thì nhập phiên bản mới.
        </Text>
      </ConfirmAct>
    </>
  );
}
