import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { Problem, fieldsOf, isUuid, kernelProblems, readDto } from '@kiemtra/shared/kernel';

/**
 * Reads bodies and queries into their DTO (all violations at once, unknown fields refused) and path ids into UUIDs.
 * Query strings carry only text, so numbers and flags are read from it by the DTO's own fields first.
 */
@Injectable()
export class DtoPipe implements PipeTransform {
  transform(value: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    if (type === 'param') {
      if (data?.endsWith('Id') && !isUuid(value)) throw new Problem(kernelProblems.notFound);
      return value;
    }
    if (type === 'custom' || !metatype || fieldsOf(metatype).size === 0) return value;
    const dto = metatype as new () => object;
    const read = readDto(dto, type === 'query' ? this.typed(dto, value) : value);
    if (read.value === null) throw new Problem(kernelProblems.invalid, undefined, read.violations);
    return read.value;
  }

  private typed(dto: new () => object, query: unknown): unknown {
    const fields = fieldsOf(dto);
    const entries = Object.entries((query ?? {}) as Record<string, unknown>).map(([name, value]) => {
      const type = fields.get(name)?.schema['type'];
      if (type === 'integer' && typeof value === 'string' && /^-?\d{1,15}$/.test(value)) return [name, Number(value)];
      if (type === 'boolean' && (value === 'true' || value === 'false')) return [name, value === 'true'];
      if (type === 'array' && typeof value === 'string') return [name, value.split(',')];
      return [name, value];
    });
    return Object.fromEntries(entries) as unknown;
  }
}
