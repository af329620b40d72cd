import { GateFrame } from './GateFrame.js';
import styles from './gate.module.css';

/** The server did not say who is asking. */
export function Unreachable() {
  return (
    <GateFrame title="Chưa kết nối được">
      <p>Không kết nối được với máy chủ. Kiểm tra kết nối mạng rồi thử lại.</p>
      <button type="button" className={styles.button} onClick={() => location.reload()}>
        Thử lại
      </button>
    </GateFrame>
  );
}
