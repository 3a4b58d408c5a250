"""Waking a worker. The database is the queue of record: a message that can't be sent is never an error."""

import logging

import kombu.exceptions
import redis.exceptions
from celery import current_app

log = logging.getLogger(__name__)

BROKER_ERRORS = (kombu.exceptions.OperationalError, redis.exceptions.RedisError, OSError)


def wake(task: str, pk: int) -> bool:
    """Sends `task` for the row `pk`. A broker that is down is logged: the sweeper sends again."""
    try:
        current_app.send_task(task, args=[pk])
    except BROKER_ERRORS as error:
        log.warning("%s(%s) not sent, the sweeper will: %s", task, pk, error)
        return False
    return True
