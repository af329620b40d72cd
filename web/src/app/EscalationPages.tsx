import { RecipientPage } from '../features/remediation/RecipientPage.js';
import { EscalationsPanel } from '../features/reminders/EscalationsPanel.js';
import { RecipientEscalations } from '../features/reminders/RecipientEscalations.js';
import { WithPlan } from './WithPlan.js';

export function PlanEscalations() {
  return (
    <WithPlan title="Kiến nghị quá hạn đã báo cấp trên">
      {({ id, title }) => <EscalationsPanel planId={id} title={title} />}
    </WithPlan>
  );
}

export function Recipient() {
  return <RecipientPage Escalations={RecipientEscalations} />;
}
