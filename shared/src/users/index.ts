export * from './account.dto.js';
export * from './account.view.js';
export * from './login-name.rules.js';
export * from './password.rules.js';
export * from './permissions.js';
export * from './roles.js';
export * from './users.audit.js';
export * from './users.problems.js';
