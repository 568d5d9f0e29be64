# One host of the point of sale: HTTP, WebSocket and the dashboard at port 4000, over DynamoDB (POS_TABLE) or a data folder
# (/data). How several are run is in docs/deploy-hosts.md.
#
#   docker build -t pos .
#   docker run -p 4000:4000 -e TRUST_PROXY=on -e POS_TABLE=pos -e AWS_REGION=eu-central-1 -e POS_HOST_ADDRESS=http://10.0.0.5:4000 pos
#   docker run --rm -e POS_TABLE=pos -e AWS_REGION=eu-central-1 pos packages/host/dist/pos.mjs verify

FROM node:24-slim AS build
WORKDIR /app
COPY .npmrc package.json package-lock.json ./
COPY packages/core/package.json packages/core/
COPY packages/messages/package.json packages/messages/
COPY packages/functions/package.json packages/functions/
COPY packages/host/package.json packages/host/
COPY packages/web/package.json packages/web/
RUN npm ci --omit=dev --no-audit --no-fund
COPY tsconfig.json schema.graphql ./
COPY scripts scripts
COPY packages packages
RUN node scripts/build.mjs
# What only building needs.
RUN rm -rf node_modules/@next/swc-* node_modules/@esbuild node_modules/esbuild node_modules/typescript node_modules/@typescript node_modules/@types \
  node_modules/@tabler node_modules/graphiql node_modules/@graphiql node_modules/codemirror packages/web/dist/*/cache
# Papers are printed in one weight.
RUN find node_modules/@expo-google-fonts -name '*.ttf*' ! -name '*_400Regular.ttf' -delete

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 POS_DATA_DIR=/data
RUN mkdir -m 700 /data && chown node:node /data
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/package.json package.json
COPY --from=build /app/scripts/health.mjs scripts/health.mjs
COPY --from=build /app/packages/core/package.json packages/core/package.json
COPY --from=build /app/packages/messages/package.json packages/messages/package.json
COPY --from=build /app/packages/functions/package.json packages/functions/package.json
COPY --from=build /app/packages/host/package.json packages/host/package.json
COPY --from=build /app/packages/host/node_modules packages/host/node_modules
COPY --from=build /app/packages/host/dist packages/host/dist
COPY --from=build /app/packages/web/package.json packages/web/package.json
COPY --from=build /app/packages/web/next.config.mjs packages/web/next.config.mjs
COPY --from=build /app/packages/web/server.mjs packages/web/server.mjs
COPY --from=build /app/packages/web/dist packages/web/dist
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 CMD ["node", "scripts/health.mjs"]
ENTRYPOINT ["node", "--enable-source-maps"]
CMD ["packages/host/dist/host.mjs"]
