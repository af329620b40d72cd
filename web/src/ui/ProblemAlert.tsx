import { Alert, Button, Text } from '@mantine/core';
import { kernelProblems, type ProblemKind } from '@kiemtra/shared/kernel';
import { ApiProblem, NETWORK_PROBLEM } from '../api/problem.js';

interface ProblemAlertProps {
  problem: unknown;
  /** What was not lost, in words: "Nội dung đã nhập vẫn còn trên màn hình." */
  kept?: string;
  onRetry?: () => void;
}

const ADVICE: Partial<Record<ProblemKind, string>> = {
  malformed: 'Đề nghị tải lại trang rồi thử lại.',
  unauthenticated: 'Đề nghị đăng nhập lại.',
  forbidden: 'Liên hệ quản trị của Sở nếu cần quyền này.',
  'not-found': 'Nội dung có thể đã bị xóa hoặc không thuộc phạm vi của tài khoản này.',
  outdated: 'Đề nghị tải lại trang để dùng bản mới.',
  unavailable: 'Đề nghị thử lại sau ít phút.',
  bug: 'Đề nghị thử lại; nếu vẫn lỗi, gửi mã yêu cầu dưới đây cho quản trị.',
};

/** Says what happened, what was kept and what to do; codes only in small print. */
export function ProblemAlert({ problem, kept, onRetry }: ProblemAlertProps) {
  const known = problem instanceof ApiProblem ? problem : null;
  const title = known?.message ?? 'Trang gặp lỗi khi hiển thị.';
  const advice = known?.code === NETWORK_PROBLEM ? 'Kiểm tra kết nối mạng rồi thử lại.' : ADVICE[known?.kind ?? 'bug'];
  // Here is no field to stand beside.
  const faults = known?.code === kernelProblems.invalid.code ? known.violations.map(({ message }) => message) : [];
  return (
    <Alert role="alert" color="gray" variant="default" title={title} my="sm">
      {[...new Set(faults)].map((fault) => (
        <Text key={fault} size="sm">
          {fault}
        </Text>
      ))}
      {(kept ?? advice) && <Text size="sm">{[kept, advice].filter(Boolean).join(' ')}</Text>}
      {onRetry && (
        <Button variant="default" size="sm" mt="xs" onClick={onRetry}>
          Thử lại
        </Button>
      )}
      {known?.requestId && (
        <Text size="xs" c="dimmed" mt="xs">
          Mã yêu cầu: {known.requestId}
        </Text>
      )}
    </Alert>
  );
}
