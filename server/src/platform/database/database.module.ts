import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/config.js';
import { appDataSourceOptions } from './data-source.js';
import { Database } from './database.js';

@Module({})
export class DatabaseModule {
  static of(database: Type<Database>): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Config],
          useFactory: (config: Config) => ({
            ...appDataSourceOptions(config),
            autoLoadEntities: true,
            retryAttempts: 0,
          }),
        }),
      ],
      providers: [{ provide: Database, useClass: database }],
      exports: [Database],
    };
  }
}
