# Two images from one build: the portal (the default target) and the practice cloud.
#   docker build -t cloudnetportal .
#   docker build -t cloudnetportal-cloud --target practice-cloud .
# The base images can be replaced by ones made locally: --build-arg SDK_IMAGE=... --build-arg RUNTIME_IMAGE=...
# Only instructions that every builder knows, so that no builder image has to be fetched.
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:10.0

FROM ${SDK_IMAGE} AS build
WORKDIR /source
# CI=true restores in locked mode: the images hold exactly the packages of the lock files.
ENV CI=true DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
COPY . .
RUN dotnet publish src/CloudNetPortal.Web -c Release -o /app/portal \
 && dotnet publish src/CloudNetPortal.CloudStackEmulator -c Release -o /app/cloud

FROM ${RUNTIME_IMAGE} AS base
# A user of our own, so that a base image without one serves as well. /data becomes a volume and must be the user's.
USER root
RUN groupadd --system --gid 10001 cloudnet \
 && useradd --system --uid 10001 --gid cloudnet --home-dir /data --shell /usr/sbin/nologin cloudnet \
 && mkdir -p /data && chown cloudnet:cloudnet /data && chmod 700 /data
ENV ASPNETCORE_ENVIRONMENT=Production DOTNET_EnableDiagnostics=0 HOME=/data
USER cloudnet
VOLUME /data
WORKDIR /app
EXPOSE 8080
# bash opens the connection itself: the runtime image has neither curl nor wget.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
    CMD ["/bin/bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080; printf 'GET /healthz HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3; read -r -t 4 status <&3; [[ $status == *' 200'* ]]"]

FROM base AS practice-cloud
COPY --from=build /app/cloud ./
# Key and secret come from the environment of the container (PRACTICE_CLOUD_KEY, PRACTICE_CLOUD_SECRET), so that no image holds them.
ENV PRACTICE_CLOUD_URLS=http://0.0.0.0:8080 PRACTICE_CLOUD_STATE=/data/state.json
ENTRYPOINT ["dotnet", "CloudNetPortal.CloudStackEmulator.dll"]

FROM base AS portal
COPY --from=build /app/portal ./
ENV Portal__DataFolder=/data
ENTRYPOINT ["dotnet", "CloudNetPortal.Web.dll", "--urls", "http://0.0.0.0:8080"]
