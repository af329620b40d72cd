/** What went wrong, as a class of answers: decides the HTTP status, what the outbox does and what the screen says. */
export type ProblemKind =
  | 'malformed'
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'unsupported-version'
  | 'too-large'
  | 'outdated'
  | 'damaged'
  | 'too-many'
  | 'unavailable'
  | 'bug';

export const PROBLEM_STATUS: Record<ProblemKind, number> = {
  malformed: 400,
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'unsupported-version': 412,
  'too-large': 413,
  outdated: 426,
  damaged: 460,
  'too-many': 429,
  unavailable: 503,
  bug: 500,
};

/** One wrong field: dot path into the body ("members.0.position"), code and Vietnamese text. */
export interface Violation {
  path: string;
  code: string;
  message: string;
}

/** A problem a feature may raise: its code, kind and Vietnamese text (a function when the text needs details). */
export interface ProblemDefinition<Details = undefined> {
  code: string;
  kind: ProblemKind;
  text: (details: Details) => string;
}

type Texts = Record<string, { kind: ProblemKind; text: string | ((details: never) => string) }>;
type DetailsOf<Text> = Text extends (details: infer Details) => string ? Details : undefined;

/**
 * Declares the problems of one feature. Codes are `feature.what`; a problem without a Vietnamese text does not compile.
 * `const visitsProblems = defineProblems('visits', { clash: { kind: 'conflict', text: '…' } })` gives `visitsProblems.clash`.
 */
export function defineProblems<T extends Texts>(
  feature: string,
  texts: T,
): { [Name in keyof T]: ProblemDefinition<DetailsOf<T[Name]['text']>> } {
  const entries = Object.entries(texts).map(([name, { kind, text }]) => [
    name,
    {
      code: `${feature}.${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      kind,
      text: typeof text === 'string' ? () => text : text,
    },
  ]);
  return Object.fromEntries(entries) as { [Name in keyof T]: ProblemDefinition<DetailsOf<T[Name]['text']>> };
}

/** The one exception the product throws on purpose. `violations` name the fields when the problem lies in the input. */
export class Problem<Details = undefined> extends Error {
  readonly code: string;
  readonly kind: ProblemKind;
  readonly details: Details;
  readonly violations: Violation[];
  /** Seconds after which a refused request may be tried again (429 and 503). */
  retryAfter?: number;

  constructor(definition: ProblemDefinition<undefined>);
  constructor(definition: ProblemDefinition<Details>, details: Details, violations?: Violation[]);
  constructor(definition: ProblemDefinition<Details>, details?: Details, violations: Violation[] = []) {
    super(definition.text(details as Details));
    this.name = 'Problem';
    this.code = definition.code;
    this.kind = definition.kind;
    this.details = details as Details;
    this.violations = violations;
  }
}

function violationOf<Details>(definition: ProblemDefinition<Details>, path: string, details: Details): Violation {
  return { path, code: definition.code, message: definition.text(details) };
}

/** What a check finds wrong with an input: gathered, so that one answer names all of it, each beside its field. */
export class Faults {
  private readonly violations: Violation[];

  /** `known` are violations that a pure check of `shared` found already. */
  constructor(known: readonly Violation[] = []) {
    this.violations = [...known];
  }

  add(definition: ProblemDefinition, path: string): this;
  add<Details>(definition: ProblemDefinition<Details>, path: string, details: Details): this;
  add<Details>(definition: ProblemDefinition<Details>, path: string, details?: Details): this {
    this.violations.push(violationOf(definition, path, details as Details));
    return this;
  }

  problem(): Problem {
    return new Problem(kernelProblems.invalid, undefined, this.violations);
  }

  /** Throws when anything was found. */
  refuse(): void {
    if (this.violations.length > 0) throw this.problem();
  }
}

/** Body of every error answer: RFC 9457 plus code, request id, and the wrong fields with their texts. */
export interface ProblemBody {
  type: 'about:blank';
  status: number;
  title: string;
  code: string;
  requestId: string;
  violations: Violation[];
  details?: unknown;
}

/** Problems that belong to no feature. */
export const kernelProblems = defineProblems('request', {
  malformed: { kind: 'malformed', text: 'Yêu cầu gửi lên không đọc được.' },
  invalid: { kind: 'invalid', text: 'Dữ liệu nhập chưa đúng. Đề nghị sửa các trường được đánh dấu.' },
  unauthenticated: { kind: 'unauthenticated', text: 'Phiên làm việc đã hết. Đề nghị đăng nhập lại.' },
  forbidden: { kind: 'forbidden', text: 'Tài khoản không có quyền thực hiện việc này.' },
  crossSite: { kind: 'forbidden', text: 'Yêu cầu không đến từ trang của hệ thống nên bị từ chối.' },
  notFound: { kind: 'not-found', text: 'Không tìm thấy nội dung yêu cầu.' },
  idReused: { kind: 'conflict', text: 'Mã này đã được dùng cho một nội dung khác.' },
  refusedByRule: { kind: 'conflict', text: 'Nội dung này trái với một ràng buộc của dữ liệu nên không lưu được.' },
  stale: {
    kind: 'conflict',
    text: 'Nội dung đã được người khác sửa sau khi anh/chị mở. Đề nghị xem bản mới rồi sửa lại.',
  },
  tooLarge: { kind: 'too-large', text: 'Nội dung gửi lên vượt quá dung lượng cho phép.' },
  tooMany: { kind: 'too-many', text: 'Thao tác quá nhiều lần. Đề nghị thử lại sau ít phút.' },
  unavailable: { kind: 'unavailable', text: 'Hệ thống đang bận. Đề nghị thử lại sau ít phút.' },
  bug: { kind: 'bug', text: 'Hệ thống gặp lỗi. Nội dung đã nhập vẫn được giữ trên màn hình; đề nghị thử lại.' },
});
