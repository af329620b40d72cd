import { Checkbox, Text, Textarea } from '@mantine/core';
import { needsReason, unreportedText, visitsProblems, type UnreportedDevice } from '@kiemtra/shared/visits';
import { useQuery } from '@tanstack/react-query';
import { ApiProblem } from '../../api/problem.js';
import { InstantText } from '../../ui/DateText.js';
import styles from './visits.module.css';
import { standingQuery } from './visits.queries.js';

interface WaiverProps {
  targetId: string;
  /** Devices that stand in the way. */
  unreported: readonly UnreportedDevice[];
  /** Why the visit was not closed, once that was tried. */
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
export function Waiver({ targetId, unreported, problem, reason, onReason, devices, onDevices }: WaiverProps) {
  const { data } = useQuery(standingQuery(targetId));
  const isAboutFiles = problem instanceof ApiProblem && problem.code === visitsProblems.missingFiles.code;
  // A reason is for all that is missing: files are told before one is asked for on account of devices.
  const lacksFiles = isAboutFiles || (data !== undefined && data.missingFiles > 0);
  if (!lacksFiles && unreported.length === 0) return null;
  const isReasonAsked = lacksFiles || unreported.some(needsReason);
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
