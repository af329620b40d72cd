import { Title } from '@mantine/core';
import {
  AREAS,
  AREA_CODES,
  PURPOSE_NAMES,
  sizeOf,
  type AreaCode,
  type Criterion,
  type VersionContent,
} from '@kiemtra/shared/criteria';
import { NONE } from '../../ui/DateText.js';
import { Facts } from '../../ui/Facts.js';
import { SampleBadge, audienceText, sizeText } from './criteria-texts.js';
import styles from './criteria.module.css';
import { Points } from './Points.js';

/** What a file will become: its counts and sums, before it is kept. */
export function ImportPreview({ version }: { version: VersionContent }) {
  const { name, purpose, audience, isSample, note, criteria } = version;
  const base = criteria.filter(({ effect }) => effect === 'base');
  const areas = AREA_CODES.filter((code) => base.some(({ area }) => area === code));
  const decimals = Math.max(0, ...criteria.map(({ maxPoints }) => maxPoints?.split('.')[1]?.length ?? 0));
  return (
    <section aria-label="Xem trước" className={styles.preview}>
      <Title order={2} size="h3" mb="xs">
        Tệp đọc được: {sizeText(sizeOf(criteria))}
      </Title>
      <Facts
        facts={[
          ['Tên bộ', name],
          ['Mục đích', PURPOSE_NAMES[purpose]],
          ['Đối tượng', audienceText(audience)],
          ['Ghi chú', note],
          ...(isSample ? ([['Số liệu', <SampleBadge key="sample" />]] as const) : []),
        ]}
      />
      <table className={styles.sums}>
        <thead>
          <tr>
            <th scope="col">Lĩnh vực</th>
            <th scope="col">Tiêu chí</th>
            <th scope="col">Điểm tối đa</th>
          </tr>
        </thead>
        <tbody>
          {areas.map((area) => (
            <SumRow key={area} name={AREAS[area].shortName} part={partOf(base, area)} decimals={decimals} />
          ))}
        </tbody>
        <tfoot>
          <SumRow name="Tổng cộng" part={base} decimals={decimals} />
        </tfoot>
      </table>
    </section>
  );
}

const partOf = (criteria: readonly Criterion[], code: AreaCode) => criteria.filter(({ area }) => area === code);

function SumRow({ name, part, decimals }: { name: string; part: readonly Criterion[]; decimals: number }) {
  const { criteriaCount, maxPoints } = sizeOf(part);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{criteriaCount}</td>
      <td>{maxPoints === null ? NONE : <Points value={maxPoints} decimals={decimals} />}</td>
    </tr>
  );
}
