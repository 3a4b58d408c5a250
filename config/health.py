"""What a load balancer, a container and `manage.py serve` ask: does this instance answer."""

import contextlib

from django.db import Error, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from kombu.exceptions import OperationalError

from config.celery import app


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """{"database": "ok|down", "broker": "ok|down"}; 503 only without a database.

    Filing goes on without a broker: the database is the queue of record and the sweeper sends
    what was left, so a broker that is down must not take the web server out of rotation.
    """
    database, broker = database_answers(), broker_answers()
    answer = {"database": "ok" if database else "down", "broker": "ok" if broker else "down"}
    return JsonResponse(answer, status=200 if database else 503)


def database_answers() -> bool:
    """True when the default database runs a statement."""
    with contextlib.suppress(Error), connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return True
    return False


def broker_answers() -> bool:
    """True when the broker takes a connection within a second."""
    with app.connection_for_write(connect_timeout=1) as broker:
        try:
            broker.ensure_connection(max_retries=1, interval_start=0, timeout=1)
        except OperationalError:
            return False
    return True
