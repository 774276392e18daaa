# syntax=docker/dockerfile:1
# Compiled on the machine's own processor for the image's: linux/amd64 and linux/arm64.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
WORKDIR /source
# Restored before the sources are copied: a change of code restores nothing again. By the property, since -r means
# RuntimeIdentifiers here, with which what only dotnet ef needs would be restored and published, 57 MB of it.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/Emulator/Emulator.csproj src/Emulator/
COPY src/ConsoleConnect/ConsoleConnect.csproj src/ConsoleConnect/
COPY src/Control/Control.csproj src/Control/
COPY src/Control.Contracts/Control.Contracts.csproj src/Control.Contracts/
COPY src/Engine/Engine.csproj src/Engine/
COPY src/SocketIo/SocketIo.csproj src/SocketIo/
RUN case "$TARGETARCH" in arm64) echo linux-arm64 ;; *) echo linux-x64 ;; esac > /rid \
 && dotnet restore src/Emulator -p:RuntimeIdentifier="$(cat /rid)" -p:PublishReadyToRun=true
COPY openapi openapi
COPY seed-data seed-data
COPY src src
# What the program says it is; that of Directory.Build.props where none is given.
ARG VERSION=
# Compiled only: analyzers are for those who change the code.
RUN dotnet publish src/Emulator -c Release -r "$(cat /rid)" --no-restore -p:RunAnalyzers=false \
 ${VERSION:+-p:Version=$VERSION} -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
LABEL org.opencontainers.image.title="Console Connect emulator" org.opencontainers.image.licenses="MIT"
WORKDIR /app
COPY --from=build /app ./
# The image's own user, not root, owns nothing but the data. Group 0 may write it too: some hosts run every container
# as a user of that group that the image doesn't know.
RUN mkdir /data && chown "$APP_UID:0" /data && chmod 770 /data
USER $APP_UID
# A container's loopback can't be published: it listens on all addresses, and warns of it. Publish it as
# -p 127.0.0.1:9000:9000, or lock /__admin with EMULATOR_ADMIN_TOKEN.
# Other containers that use /__admin without a token reach it by a name that EMULATOR_ADMIN_HOSTS has.
ENV EMULATOR_URLS=http://0.0.0.0:9000 EMULATOR_DATA=/data/emulator.db DOTNET_gcServer=0 HOME=/tmp
VOLUME /data
EXPOSE 9000
# The program asks itself: the image needs no curl.
HEALTHCHECK --interval=10s --timeout=6s --start-period=10s --retries=3 CMD ["dotnet", "Emulator.dll", "--health"]
ENTRYPOINT ["dotnet", "Emulator.dll"]
