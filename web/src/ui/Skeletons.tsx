import styles from './Skeletons.module.css';

/** Grey lines in the place of content that is on its way; they stay unseen for the first 300 ms. */
export function Skeletons({ lines = 5 }: { lines?: number }) {
  return (
    <div className={`${styles.lines} k-late-shown`} role="status" aria-label="Đang tải">
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className={styles.line} />
      ))}
    </div>
  );
}
