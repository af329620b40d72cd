/** The one protocol this server and this device speak. */
export const PROTOCOL = 1;
/** Operations of one batch. */
export const BATCH_OPS_MAX = 200;
/** Bytes of one batch. */
export const BATCH_BYTES_MAX = 1024 * 1024;
/** Bytes of one operation as JSON in UTF-8. */
export const OPERATION_BYTES_MAX = 32 * 1024;
/** Code points of a note. */
export const NOTE_MAX = 10_000;
/** Bytes of one file. */
export const FILE_BYTES_MAX = 20 * 1024 * 1024;
/** The largest sequence number and revision: what a Postgres integer holds. */
export const NUMBER_MAX = 2_147_483_647;
