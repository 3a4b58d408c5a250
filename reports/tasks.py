"""Celery tasks: each takes an id and calls one service."""

from celery import shared_task

from reports.services import dossiers, exports, trials


@shared_task
def build_export(job_id: int) -> None:
    exports.build_summary(job_id)


@shared_task
def sweep_exports() -> None:
    exports.sweep_exports()


@shared_task
def adopt_scorecards() -> None:
    dossiers.adopt_scorecards()


@shared_task
def run_trial(trial_id: int) -> None:
    trials.run_trial(trial_id)


@shared_task
def sweep_trials() -> None:
    trials.sweep_trials()
