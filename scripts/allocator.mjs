/**
 * What the C library of a server is told: memory that the reader of pictures has freed goes back to the system, instead of
 * waiting in an arena of every thread to be asked for again. The image sets the same.
 */
export const ALLOCATOR = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072' };
