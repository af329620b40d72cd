/** Hours for which a device works under the account its server named last, while the server does not answer. */
export const OFFLINE_START_HOURS = 72;
