FROM python:3.12-slim-bookworm

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 \
    DATA_DIR=/data STATIC_ROOT=/srv/static

WORKDIR /srv/app
COPY requirements.txt .
RUN pip install --require-hashes -r requirements.txt \
 && useradd --create-home app \
 && mkdir -p /data /srv/static \
 && chown app:app /data /srv/static

COPY . .
USER app
# The key is for this one command; an installation is given its own.
RUN SECRET_KEY=building python manage.py collectstatic --no-input

VOLUME /data
EXPOSE 8000
CMD ["gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", "--workers", "2", \
     "--threads", "4", "--max-requests", "5000", "--max-requests-jitter", "500", "--no-control-socket"]
