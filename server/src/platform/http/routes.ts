import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Permission } from '@kiemtra/shared/users';
import { PERMISSION } from './route.js';

/** One route as the controllers declare it. */
export interface Route {
  method: string;
  /** Under /api/v1, e.g. "/plans/:planId". */
  path: string;
  permission: Permission | 'public' | undefined;
  controller: abstract new (...args: never[]) => object;
  handler: string;
}

/** Every route of the application, read from the controllers themselves. */
export function listRoutes(app: NestFastifyApplication): Route[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    const controller = metatype as Route['controller'];
    const prototype = controller.prototype as Record<string, unknown>;
    return Object.getOwnPropertyNames(prototype).flatMap((handler) => {
      const method = prototype[handler];
      const verb =
        typeof method === 'function'
          ? (Reflect.getMetadata(METHOD_METADATA, method) as RequestMethod | undefined)
          : undefined;
      if (typeof method !== 'function' || verb === undefined) return [];
      const parts = [Reflect.getMetadata(PATH_METADATA, controller), Reflect.getMetadata(PATH_METADATA, method)] as (
        string | undefined
      )[];
      const path = `/${parts
        .map((part) => (part ?? '').replace(/^\/|\/$/g, ''))
        .filter(Boolean)
        .join('/')}`;
      const permission = (Reflect.getMetadata(PERMISSION, method) ??
        Reflect.getMetadata(PERMISSION, controller)) as Route['permission'];
      return [{ method: RequestMethod[verb], path, permission, controller, handler }];
    });
  });
}
