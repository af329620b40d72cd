import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiProperty, DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { fieldsOf } from '@kiemtra/shared/kernel';
import { listRoutes } from './routes.js';

type Dto = abstract new (...args: never[]) => object;

/** The OpenAPI document, made from the controllers and from the fields that the DTOs are declared with. */
export function buildOpenApi(app: NestFastifyApplication): OpenAPIObject {
  const described = new Set<Dto>();
  for (const { controller, handler } of listRoutes(app)) {
    const types = (Reflect.getMetadata('design:paramtypes', controller.prototype as object, handler) ??
      []) as unknown[];
    for (const type of types) if (typeof type === 'function') describe(type as Dto, described);
  }
  const head = new DocumentBuilder()
    .setTitle('Kiểm tra cải cách hành chính')
    .setDescription('Writes carry the header X-Requested-With: kiemtra. Errors are RFC 9457 problems.')
    .setVersion('1')
    .addCookieAuth('phien')
    .build();
  return SwaggerModule.createDocument(app, head);
}

function describe(dto: Dto, described: Set<Dto>): void {
  if (described.has(dto)) return;
  described.add(dto);
  for (const [name, { schema, required, nested, many }] of fieldsOf(dto)) {
    if (nested) describe(nested(), described);
    const type = nested ? { type: () => nested(), isArray: many === true } : schema;
    ApiProperty({ ...type, required })(dto.prototype, name);
  }
}
