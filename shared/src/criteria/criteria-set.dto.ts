import { Id, JsonValue } from '../kernel/index.js';

/** POST /criteria-sets: a set with its first version, as a draft. Name, purpose and audience stand in the content. */
export class ImportCriteriaSetDto {
  @Id() id: string;
  @Id() versionId: string;
  /** In the import format, read by `readVersion`. */
  @JsonValue() content: unknown;
}

/** POST /criteria-sets/:setId/versions: a further version, as a draft. */
export class ImportCriteriaVersionDto {
  @Id() id: string;
  /** In the import format, read by `readVersion`. */
  @JsonValue() content: unknown;
}
