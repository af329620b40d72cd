import { Title } from '@mantine/core';
import { AREAS } from '@kiemtra/shared/criteria';
import { formatDate } from '@kiemtra/shared/kernel';
import { TEAM_ROLE_LABELS, type TeamMemberView, type TeamView } from '@kiemtra/shared/plans';
import { EmptyState } from '../../ui/EmptyState.js';
import styles from './plans.module.css';

/** The teams with who is in them now. */
export function TeamCards({ teams }: { teams: readonly TeamView[] }) {
  if (teams.length === 0) return <EmptyState>Đoàn kiểm tra, quyết định thành lập và thành viên nằm ở đây.</EmptyState>;
  return (
    <div className={styles.teams}>
      {teams.map((team) => (
        <div key={team.id} className={styles.team}>
          <Title order={3}>{team.name}</Title>
          <div className={styles.dimmed}>{decisionText(team)}</div>
          <ul>
            {team.members.map((member) => (
              <Member key={member.id} member={member} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function decisionText({ decisionNumber, decisionOn }: TeamView): string {
  if (!decisionNumber && !decisionOn) return 'Chưa ghi quyết định thành lập';
  return ['Quyết định', decisionNumber && `số ${decisionNumber}`, decisionOn && `ngày ${formatDate(decisionOn)}`]
    .filter(Boolean)
    .join(' ');
}

function Member({ member }: { member: TeamMemberView }) {
  const areas = member.areas.map((area) => AREAS[area].shortName).join(', ');
  return (
    <li>
      {member.name}
      <div className={styles.dimmed}>
        {[TEAM_ROLE_LABELS[member.role], member.position, areas].filter(Boolean).join(' · ')}
      </div>
    </li>
  );
}
