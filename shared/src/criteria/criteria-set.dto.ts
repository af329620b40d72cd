import { Id, JsonValue } from '../kernel/index.js';

/** Imports a set with its first version, as a draft. Name, purpose and audience stand in the file. */
export class ImportCriteriaSetDto {
  @Id() id: string;
  @Id() versionId: string;
  /** A set in the import format, read by `readVersion`. */
  @JsonValue() content: unknown;
}
