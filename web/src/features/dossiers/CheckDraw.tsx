import { isDrawnFrom, listDigest, type DossierSample } from '@kiemtra/shared/dossiers';
import { formatDecimal } from '@kiemtra/shared/kernel';
import { useMemo } from 'react';
import styles from './dossiers.module.css';
import { ListPicker } from './ListPicker.js';
import { useList } from './use-list.js';

/** Draws again out of the list that somebody brings, and says whether the same dossiers come. */
export function CheckDraw({ sample }: { sample: DossierSample }) {
  const chosen = useList();
  const { list } = chosen;
  const { draw } = sample;
  const verdict = useMemo(() => {
    if (!list) return null;
    if (isDrawnFrom(sample, list)) {
      return {
        isSame: true,
        text: `Danh sách này cho ra đúng mẫu đang có: cùng danh sách ${formatDecimal(String(draw.listLength))} hồ sơ, cùng số chọn, cùng các hồ sơ được rút.`,
      };
    }
    const isSameList = listDigest(list) === draw.listSha256;
    return {
      isSame: false,
      text: isSameList
        ? 'Danh sách đúng là danh sách đã rút, nhưng các hồ sơ trong mẫu không phải do lần rút này cho ra.'
        : `Đây không phải danh sách đã rút: danh sách đã rút có ${formatDecimal(String(draw.listLength))} hồ sơ, danh sách này có ${formatDecimal(String(list.length))} hồ sơ hoặc nội dung khác.`,
    };
  }, [list, sample, draw]);
  return (
    <div className={styles.stack}>
      <p className={styles.hint}>Chọn lại đúng danh sách đã dùng khi rút, để ngoài cùng những dòng đã để ngoài.</p>
      <ListPicker of={chosen} />
      <p role="status" className={styles.verdict} data-same={verdict?.isSame}>
        {verdict?.text}
      </p>
    </div>
  );
}
