import { Button, NumberInput, SimpleGrid, Text, Title } from '@mantine/core';
import { ESCALATION_STEPS, ESCALATION_STEP_LABELS, SetLadderDto, type LadderView } from '@kiemtra/shared/reminders';
import { useDtoForm } from '../../ui/dto-form.js';
import { DtoFormFrame } from '../../ui/DtoFormFrame.js';
import { useSetLadder } from './reminders.queries.js';
import styles from './reminders.module.css';

interface LadderFormProps {
  planId: string;
  ladder: LadderView;
  canEdit: boolean;
}

/** After how many working days behind the due date each step of escalation is taken. */
export function LadderForm({ planId, ladder, canEdit }: LadderFormProps) {
  const set = useSetLadder(planId);
  const form = useDtoForm(SetLadderDto, ladder);
  return (
    <section className={`${styles.ladder} k-no-print`}>
      <Title order={2} mt="xl" mb="xs">
        Các bước báo khi quá hạn
      </Title>
      <Text mb="sm">
        Mỗi bước được báo sau số ngày làm việc kể từ thời hạn; người đã được báo ở bước trước vẫn được báo ở bước sau.
      </Text>
      <DtoFormFrame of={form} onSend={(body) => set.mutateAsync(body)}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {ESCALATION_STEPS.map((step) => (
            <NumberInput
              key={step}
              {...form.field(step)}
              label={ESCALATION_STEP_LABELS[step]}
              suffix=" ngày làm việc"
              hideControls
              allowDecimal={false}
              disabled={!canEdit}
            />
          ))}
        </SimpleGrid>
        {canEdit && (
          <Button type="submit" mt="md" loading={form.isSending}>
            Lưu các bước
          </Button>
        )}
      </DtoFormFrame>
    </section>
  );
}
