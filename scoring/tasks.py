"""Celery tasks: each takes an id and calls one service."""

from celery import shared_task

from scoring import services


@shared_task
def score_content(scorecard_id: int) -> None:
    services.finish(scorecard_id)


@shared_task
def sweep() -> None:
    services.sweep()
