# Aram in a container: docker build --tag aram . (docs/operations.md says how it is run)

FROM python:3.13-slim-trixie AS build
WORKDIR /source
COPY LICENSE README.md pyproject.toml requirements.lock ./
COPY bot bot
COPY handlers handlers
COPY locales locales
COPY playbooks playbooks
RUN python -m venv --without-pip /opt/aram \
    && python -m pip --python /opt/aram install --no-cache-dir --constraint requirements.lock .

FROM python:3.13-slim-trixie
# pg_dump, pg_restore and psql, for `aram backup` and `aram restore` on PostgreSQL
RUN apt-get update \
    && apt-get install --yes --no-install-recommends postgresql-client \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin aram \
    && install --directory --owner=aram --group=aram --mode=0700 /data
COPY --from=build /opt/aram /opt/aram
ENV PATH=/opt/aram/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DATABASE_URL=sqlite:////data/aram.db \
    HEALTH_PORT=8481 \
    LOG_FORMAT=json \
    PANEL_HOST=0.0.0.0 \
    WEBHOOK_HOST=0.0.0.0
WORKDIR /data
VOLUME /data
USER aram
EXPOSE 8480 8481
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=90s --retries=3 CMD ["aram", "health"]
ENTRYPOINT ["aram"]
CMD ["run"]
