import { Checkbox, Text, Textarea } from '@mantine/core';
import { needsReason, unreportedText, visitsProblems, type UnreportedDevice } from '@kiemtra/shared/visits';
import { ApiProblem } from '../../api/problem.js';
import { InstantText } from '../../ui/DateText.js';
import styles from './visits.module.css';

interface WaiverProps {
  /** Why the visit was not closed. */
  problem: unknown;
  reason: string;
  onReason: (reason: string) => void;
  /** Lanes of the devices that are not waited for. */
  devices: readonly string[];
  onDevices: (devices: string[]) => void;
}

/** Devices that stood in the way of closing; none where something else did. */
export function unreportedIn(problem: unknown): UnreportedDevice[] {
  const isAboutDevices = problem instanceof ApiProblem && problem.code === visitsProblems.unreportedDevices.code;
  return isAboutDevices ? (problem.details as { devices: UnreportedDevice[] }).devices : [];
}

/** Closing although something may still come: each device is named by hand, and where something is missing, why. */
export function Waiver({ problem, reason, onReason, devices, onDevices }: WaiverProps) {
  const unreported = unreportedIn(problem);
  const isAboutFiles = problem instanceof ApiProblem && problem.code === visitsProblems.missingFiles.code;
  if (!isAboutFiles && unreported.length === 0) return null;
  const isReasonAsked = isAboutFiles || unreported.some(needsReason);
  return (
    <>
      {unreported.length > 0 && (
        <Checkbox.Group
          label="Chốt mà không chờ"
          description="Nội dung về sau khi chốt vẫn được giữ, chờ trưởng đoàn xử lý."
          value={[...devices]}
          onChange={onDevices}
          mb="md"
        >
          {unreported.map((device) => (
            <Checkbox
              key={device.lane}
              value={device.lane}
              mt="xs"
              label={
                <>
                  <span className={styles.sentence}>{unreportedText(device)}</span>
                  <Text size="sm" c="dimmed">
                    liên hệ lần cuối <InstantText instant={device.contactedAt} />
                  </Text>
                </>
              }
            />
          ))}
        </Checkbox.Group>
      )}
      {isReasonAsked && (
        <Textarea
          label="Lý do chốt khi còn thiếu"
          description="Ghi vào nhật ký của cuộc kiểm tra."
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => onReason(event.currentTarget.value)}
        />
      )}
    </>
  );
}
