# The program, its pages and nothing else: no embedded engines, no SDK, no root. docs/deploy.md has the command.

FROM node:22.14.0-bookworm-slim AS pages
WORKDIR /src/dashboards
COPY dashboards/package.json dashboards/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY dashboards/ ./
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0.100 AS program
WORKDIR /src
COPY global.json nuget.config Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/ src/
# nuget.config names a folder of packages that are built here where a registry lacks them; the registry of an image build has all.
RUN mkdir -p .setup/feed && dotnet publish src/Engagement/Engagement.csproj -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0.0
COPY --from=program /app /app
# Beside the program: where it looks for its pages.
COPY --from=pages /src/dashboards/dist /app/dashboards/dist
# The folder of data is 'data' in the folder it is started in. A volume that is new takes this one's owner.
RUN mkdir /data && chown $APP_UID /data
WORKDIR /
VOLUME /data
USER $APP_UID
EXPOSE 5080 8081
ENTRYPOINT ["/app/engagement"]
