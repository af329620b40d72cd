/** What a screen is waited for may take its time on a busy machine; what never comes still fails. */
const { configure } = require('@testing-library/react');

configure({ asyncUtilTimeout: 10_000 });
