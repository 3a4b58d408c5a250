"""Waking a worker. The database is the queue of record: a message that can't be sent is never an error."""

import logging
import time
from dataclasses import dataclass

import kombu.exceptions
import redis.exceptions
from celery import current_app

log = logging.getLogger(__name__)

BROKER_ERRORS = (kombu.exceptions.OperationalError, redis.exceptions.RedisError, OSError)
# Seconds. A broker that refuses does so at once; one that hangs lets a person wait for every message of a page.
SLOW = 0.5
PAUSE = 5


@dataclass
class Silence:
    """Until when (on the monotonic clock) this process sends nothing to a broker that hung."""

    until: float = 0.0


silence = Silence()


def wake(task: str, pk: int) -> bool:
    """Sends `task` for the row `pk`. A broker that is down or hangs is logged: the sweeper sends again."""
    began = time.monotonic()
    if began < silence.until:
        log.warning("%s(%s) not sent, the sweeper will: the broker hung a moment ago", task, pk)
        return False
    try:
        current_app.send_task(task, args=[pk])
    except BROKER_ERRORS as error:
        log.warning("%s(%s) not sent, the sweeper will: %s", task, pk, error)
        failed = time.monotonic()
        if failed - began >= SLOW:
            silence.until = failed + PAUSE
        return False
    return True
