import { newId } from '@kiemtra/shared/kernel';
import { accepted, uploaded } from '../testing/deeds.js';
import { setDesk, word, type Desk } from './testing/drafts.js';

let desk: Desk;
beforeAll(async () => {
  desk = await setDesk();
});
afterAll(() => desk.server.close());
// Tuesday; the five working days after it end on Tuesday, 17/03/2026.
beforeEach(() => desk.setDay('2026-03-10'));

/** Where the findings of a draft stand. */
const standingsOf = async (id: string) => (await desk.read(id)).findings.map(({ standing }) => standing);

describe('POST /draft-conclusions/:draftId/explanations', () => {
  it('adds to what was said and takes nothing back; the last word counts', async () => {
    const { id, first } = await desk.put();
    await accepted(desk.explain(id, [word(first, 'disagree')]));
    await accepted(desk.explain(id, [word(first, 'agree')]));
    const { findings } = await desk.read(id);
    expect(findings[0]?.explanations.map(({ stance }) => stance)).toEqual(['disagree', 'agree']);
    expect(await standingsOf(id)).toEqual(['agreed']);
  });

  it('marks what comes after the term, and takes it until the team has decided', async () => {
    const { id, findings } = await desk.put(2);
    const [late = '', silent = ''] = findings;
    desk.setDay('2026-03-17');
    expect((await desk.settle(id, silent, { version: 1 })).problem.code).toBe('explanations.still-waiting');
    desk.setDay('2026-03-18');
    expect(await desk.read(id, 'unitOfficer')).toMatchObject({ due: { workingDaysLeft: -1, isPast: true } });
    expect(await standingsOf(id)).toEqual(['silent', 'silent']);
    await accepted(desk.explain(id, [word(late, 'disagree')]));
    expect((await desk.read(id)).findings[0]?.explanations).toMatchObject([{ isLate: true }]);
    await accepted(desk.settle(id, late, {}));
    const { status, problem } = await desk.explain(id, [word(silent, 'agree'), word(late, 'disagree')]);
    expect([status, problem.violations]).toMatchObject([
      422,
      [{ path: 'explanations.1.findingId', code: 'explanations.already-settled' }],
    ]);
    // Nothing of what was refused is kept; who was silent agrees.
    expect((await desk.read(id)).findings[1]?.explanations).toEqual([]);
    expect((await desk.act(id, 'close', 2)).body.state).toBe('closed');
  });

  it('names every wrong field and keeps nothing', async () => {
    const { id, first } = await desk.put();
    const foreign = await uploaded(desk.cast.as('planner'), 'b.pdf');
    const { problem } = await desk.explain(id, [word(first, 'disagree', { text: '' }), word(newId(), 'agree')]);
    expect(problem.violations.map(({ path }) => path)).toEqual(['explanations.0.text', 'explanations.1.findingId']);
    const files = await desk.explain(id, [word(first, 'agree', { files: [{ id: foreign }] })]);
    expect(files.problem.violations.map(({ path }) => path)).toEqual(['explanations.0.files.0.id']);
    expect((await desk.read(id)).findings[0]?.explanations).toEqual([]);
  });

  it('is for the unit alone', async () => {
    const { id, first } = await desk.put();
    const statuses = await Promise.all(
      (['otherUnitOfficer', 'planner', 'lead'] as const).map(
        async (part) => (await desk.explain(id, [word(first, 'agree')], part)).status,
      ),
    );
    expect(statuses).toEqual([404, 403, 403]);
  });
});

describe('POST /draft-conclusions/:draftId/findings/:findingId/settle', () => {
  it('waits for the words of the unit, and knows all of them', async () => {
    const { id, first } = await desk.put();
    expect((await desk.settle(id, first, { version: 1 })).problem.code).toBe('explanations.still-waiting');
    await accepted(desk.explain(id, [word(first, 'agree')]));
    expect((await desk.settle(id, first, { version: 1 })).problem.code).toBe('request.stale');
  });

  it('gives its reason', async () => {
    const { id, first } = await desk.put();
    await accepted(desk.explain(id, [word(first, 'disagree')]));
    const paths = async (fields: object) =>
      (await desk.settle(id, first, fields)).problem.violations.map(({ path }) => path);
    expect(await paths({ reason: ' ' })).toEqual(['reason']);
    expect(await paths({ settling: 'change', reason: '' })).toEqual(['text', 'reason']);
  });

  it('is made once when two decide at the same moment', async () => {
    const { id, first } = await desk.put();
    await accepted(desk.explain(id, [word(first, 'disagree')]));
    const drop = { settling: 'drop', reason: 'Đơn vị đúng.' };
    const answers = await Promise.all([desk.settle(id, first, {}), desk.settle(id, first, drop, 'planner')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.problem.code).toBe('explanations.already-settled');
    expect((await desk.read(id)).findings[0]?.version).toBe(3);
  });
});
