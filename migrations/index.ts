import { CreateTenancy1795219201000 } from './1795219201000-create-tenancy.js';
import { CreateNationalUnits1795219202000 } from './1795219202000-create-national-units.js';
import { CreateOrganizations1795219203000 } from './1795219203000-create-organizations.js';
import { CreateDirectory1795219204000 } from './1795219204000-create-directory.js';
import { CreateAudit1795219205000 } from './1795219205000-create-audit.js';
import { CreateCalendar1795219206000 } from './1795219206000-create-calendar.js';
import { CreateFiles1795219207000 } from './1795219207000-create-files.js';
import { CreateCriteria1795219208000 } from './1795219208000-create-criteria.js';
import { CreatePlans1795219209000 } from './1795219209000-create-plans.js';
import { CreateVisits1795219210000 } from './1795219210000-create-visits.js';
import { CreateAssessments1795219211000 } from './1795219211000-create-assessments.js';
import { CreateFieldwork1795219212000 } from './1795219212000-create-fieldwork.js';
import { CreateFindings1795219213000 } from './1795219213000-create-findings.js';
import { CreateRemediation1795219214000 } from './1795219214000-create-remediation.js';
import { CreateEvidence1795219215000 } from './1795219215000-create-evidence.js';
import { NarrowAnswers1795219216000 } from './1795219216000-narrow-answers.js';
import { CreateParkedOperations1795219217000 } from './1795219217000-create-parked-operations.js';
import { KeepRequestTerm1795219221000 } from './1795219221000-keep-request-term.js';
import { CreateContacts1795219222001 } from './1795219222001-create-contacts.js';
import { CreateUploads1795219223001 } from './1795219223001-create-uploads.js';
import { CreateWholeCells1795305500000 } from './1795305500000-create-whole-cells.js';
import { KeepCaptures1795305600000 } from './1795305600000-keep-captures.js';
import { CreatePictures1795305601000 } from './1795305601000-create-pictures.js';
import { KeepClosings1795305700000 } from './1795305700000-keep-closings.js';
import { IndexAuditByPerson1795305800000 } from './1795305800000-index-audit-by-person.js';
import { CreateExplanations1795305870000 } from './1795305870000-create-explanations.js';
import { CreateFindingRepeats1795306100000 } from './1795306100000-create-finding-repeats.js';
import { CreateExtensions1795392000000 } from './1795392000000-create-extensions.js';
import { CreateFindingWords1795392001000 } from './1795392001000-create-finding-words.js';
import { CreateJobs1795395301000 } from './1795395301000-create-jobs.js';
import { CreateReminders1795395302000 } from './1795395302000-create-reminders.js';
import { CreateDigests1795395303000 } from './1795395303000-create-digests.js';

/** Every migration in order; listed by hand because the server bundle cannot read a folder. */
export const migrations = [
  CreateTenancy1795219201000,
  CreateNationalUnits1795219202000,
  CreateOrganizations1795219203000,
  CreateDirectory1795219204000,
  CreateAudit1795219205000,
  CreateCalendar1795219206000,
  CreateFiles1795219207000,
  CreateCriteria1795219208000,
  CreatePlans1795219209000,
  CreateVisits1795219210000,
  CreateAssessments1795219211000,
  CreateFieldwork1795219212000,
  CreateFindings1795219213000,
  CreateRemediation1795219214000,
  CreateEvidence1795219215000,
  NarrowAnswers1795219216000,
  CreateParkedOperations1795219217000,
  KeepRequestTerm1795219221000,
  CreateContacts1795219222001,
  CreateUploads1795219223001,
  CreateWholeCells1795305500000,
  KeepCaptures1795305600000,
  CreatePictures1795305601000,
  KeepClosings1795305700000,
  IndexAuditByPerson1795305800000,
  CreateExplanations1795305870000,
  CreateFindingRepeats1795306100000,
  CreateExtensions1795392000000,
  CreateFindingWords1795392001000,
  CreateJobs1795395301000,
  CreateReminders1795395302000,
  CreateDigests1795395303000,
];
