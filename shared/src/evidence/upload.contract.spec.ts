import { newId } from '../kernel/index.js';
import { EVIDENCE_QUOTAS, overQuota } from './quota.rules.js';
import { readUploadMetadata, writeReprDigest, writeUploadMetadata } from './upload.contract.js';

const file = { id: newId(), name: 'Ảnh bộ phận một cửa.jpg', mime: 'image/jpeg', size: 300, sha256: 'a1'.repeat(32) };

describe('Upload-Metadata', () => {
  it('comes back as it was written, names in composed characters', () => {
    expect(readUploadMetadata(writeUploadMetadata(file))).toEqual(file);
    const decomposed = writeUploadMetadata({ ...file, name: file.name.normalize('NFD') });
    expect(readUploadMetadata(decomposed)?.name).toBe(file.name);
  });

  it.each([
    ['nothing', ''],
    ['a missing part', writeUploadMetadata(file).split(',').slice(1).join(',')],
    ['a part twice', `${writeUploadMetadata(file)},mime YQ==`],
    ['an unknown part', `${writeUploadMetadata(file)},other YQ==`],
    ['a prototype', `${writeUploadMetadata(file)},__proto__ YQ==`],
    ['bytes that are no UTF-8', writeUploadMetadata(file).replace(/mime \S+/, 'mime /w==')],
    ['a hash that is none', writeUploadMetadata({ ...file, sha256: 'A1'.repeat(32) })],
    ['no size', writeUploadMetadata({ ...file, size: 0 })],
    ['a fraction', writeUploadMetadata({ ...file, size: 1.5 })],
    ['a control character', writeUploadMetadata({ ...file, name: 'a\u0000b' })],
  ])('of %s is none', (_, header) => expect(readUploadMetadata(header)).toBeNull());
});

it('the digest of a received file is written as RFC 9530 asks', () => {
  const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  expect(writeReprDigest(sha256)).toBe('sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:');
});

describe('overQuota', () => {
  const load = { filesOfCriterion: 39, target: 0, unitOfYear: 0 };
  it.each([
    ['the last file of a criterion', load, 1, null],
    ['one file more', { ...load, filesOfCriterion: 40 }, 1, 'criterion'],
    ['the last byte of a visit', { ...load, target: EVIDENCE_QUOTAS.target - 1 }, 1, null],
    ['one byte more', { ...load, target: EVIDENCE_QUOTAS.target }, 1, 'visit'],
    ['one byte more than a unit has in a year', { ...load, unitOfYear: EVIDENCE_QUOTAS.unitOfYear }, 1, 'unit'],
  ])('judges %s', (_, before, size, reason) => expect(overQuota(before, size)).toBe(reason));
});
