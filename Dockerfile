# Build: all libraries, the bundle of the server and the web app.
FROM node:20.20.2-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY shared/package.json shared/
COPY server/package.json server/
COPY web/package.json web/
RUN npm ci
COPY tsconfig.base.json ./
COPY scripts scripts
COPY migrations migrations
COPY shared shared
COPY server server
COPY web web
RUN npm run build

# Libraries: only what the server needs to run. The database is a service of its own here, so none is packed.
FROM node:20.20.2-slim AS libraries
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY shared/package.json shared/
COPY server/package.json server/
COPY web/package.json web/
RUN npm ci --omit=dev --workspace=server

FROM node:20.20.2-slim
WORKDIR /app
COPY --from=libraries /app ./
COPY --from=build /app/server/dist server/dist
COPY --from=build /app/web/dist web/dist
RUN install -d -o node -g node -m 0700 /var/lib/kiemtra/files
# What the reader of pictures has freed goes back to the system, as in scripts/server.mjs.
ENV MALLOC_ARENA_MAX=2 \
    MALLOC_TRIM_THRESHOLD_=131072
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    STORAGE_DIR=/var/lib/kiemtra/files \
    WEB_DIR=/app/web/dist
USER node
EXPOSE 3000
VOLUME /var/lib/kiemtra/files
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "server/dist/main.js"]
