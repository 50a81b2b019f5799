# docker build -t servicetray . && docker run -p 8080:8080 -v servicetray:/data servicetray
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# Node only makes the browser packages lie where the pages find them; nothing of it goes on to the next stage.
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends nodejs npm \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN build/publish.sh /program

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /program /program
RUN mkdir /data && chown app:app /data
USER app
VOLUME /data
ENV PORT=8080 SERVICETRAY_DATA=/data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=6s --start-period=60s CMD ["/program/health.sh"]
ENTRYPOINT ["/program/start.sh"]
